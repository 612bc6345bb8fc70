import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** The pair must be in the plan, or must not. */
export const DECISION_KINDS = ['PIN', 'FORBID'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What the coordination settles ahead of the matcher about one auditor and one audit (décision de composition). Audits come after matching in the order of rooms: their ids stand here without a relation. */
@Entity({ name: 'matching_decision' })
export class MatchingDecision {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'text', name: 'kind', enum: DECISION_KINDS })
  kind!: DecisionKind;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  @Column({ type: 'uuid', name: 'decided_by_id' })
  decidedById!: string;

  /** Set: it no longer counts. */
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, transformer: instantColumn, nullable: true })
  endedAt!: string | null;

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
