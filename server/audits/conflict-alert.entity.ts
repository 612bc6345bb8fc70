import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import type { ConflictPredicate } from '../templates';
import type { FactSentence } from '../matching';
import { CONFLICT_ALERT_STATES, type ConflictAlertState } from './conflict-alert.states';

/** What stands in the way of an assignment; a warning freezes nothing. */
export const ALERT_LEVELS = ['BLOCK', 'REVIEW'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/**
 * A conflict that came to an assignment after it was proposed (alerte de conflit): while it is open, the assignment is
 * frozen.
 */
@Entity({ name: 'conflict_alert' })
export class ConflictAlert {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'assignment_id' })
  assignmentId!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'text', name: 'rule_code' })
  ruleCode!: string;

  @Column({ type: 'integer', name: 'rule_number' })
  ruleNumber!: number;

  /** What the rule looks at: it decides on who reads the facts. */
  @Column({ type: 'text', name: 'predicate' })
  predicate!: ConflictPredicate;

  @Column({ type: 'text', name: 'level', enum: ALERT_LEVELS })
  level!: AlertLevel;

  /** What the rule saw, in both languages; never shown to the service. */
  @Column({ type: 'jsonb', name: 'facts' })
  facts!: FactSentence[];

  /** The act by which it came. */
  @Column({ type: 'text', name: 'cause' })
  cause!: string;

  @Column({ type: 'timestamptz', name: 'found_at', precision: 3, transformer: instantColumn })
  foundAt!: string;

  /** Who could take the seat, as things stood when it was found. */
  @Column({ type: 'uuid', name: 'substitute_auditor_id', nullable: true })
  substituteAuditorId!: string | null;

  @Column({
    type: 'text',
    name: 'state',
    enum: CONFLICT_ALERT_STATES,
    default: CONFLICT_ALERT_STATES[0],
  })
  state!: ConflictAlertState;

  @Column({
    type: 'timestamptz',
    name: 'resolved_at',
    precision: 3,
    nullable: true,
    transformer: instantColumn,
  })
  resolvedAt!: string | null;

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
