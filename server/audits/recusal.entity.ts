import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { RECUSAL_STATES, type RecusalState } from './recusal.states';

/** The service objects to an auditor (récusation). */
@Entity({ name: 'recusal' })
export class Recusal {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'assignment_id', unique: true })
  assignmentId!: string;

  @Column({ type: 'text', name: 'state', enum: RECUSAL_STATES, default: 'FILED' })
  state!: RecusalState;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  /** Filed after the window. */
  @Column({ type: 'boolean', name: 'is_late', default: false })
  isLate!: boolean;

  @Column({ type: 'date', name: 'decide_by' })
  decideBy!: string;

  @Column({ type: 'text', name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'decided_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  decidedAt!: string | null;

  @Column({ type: 'text', name: 'appeal_reason', nullable: true })
  appealReason!: string | null;

  @Column({ type: 'date', name: 'appeal_until', nullable: true })
  appealUntil!: string | null;

  @Column({ type: 'text', name: 'appeal_decision_reason', nullable: true })
  appealDecisionReason!: string | null;

  @Column({ type: 'uuid', name: 'filed_by_id', nullable: true })
  filedById!: string | null;

  @Column({ type: 'uuid', name: 'decided_by_id', nullable: true })
  decidedById!: string | null;

  @Column({ type: 'integer', name: 'version', default: 1 })
  version!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'updated_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  updatedAt!: string;
}
