import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { FactSentence } from './fact-sentences';

/** The assignment is refused, needs a named override, or goes on with a warning. */
export const CONFLICT_LEVELS = ['BLOCK', 'REVIEW', 'WARN'] as const;
export type ConflictLevel = (typeof CONFLICT_LEVELS)[number];

/**
 * A tie found between an auditor and an audit, with its reason (conflit d'intérêts).
 * Audits come after matching in the order of rooms: their ids stand here without a relation.
 */
@Entity({ name: 'conflict' })
export class Conflict {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'assignment_id', nullable: true })
  assignmentId!: string | null;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  /** Code and number of the rule that found it. */
  @Column({ type: 'text', name: 'rule_code' })
  ruleCode!: string;

  @Column({ type: 'integer', name: 'rule_number' })
  ruleNumber!: number;

  @Column({ type: 'text', name: 'level', enum: CONFLICT_LEVELS })
  level!: ConflictLevel;

  /** What the rule saw, in both languages; never shown to the service. */
  @Column({ type: 'jsonb', name: 'facts' })
  facts!: FactSentence[];

  /** Who went on in spite of it, with the reason. */
  @Column({ type: 'uuid', name: 'overridden_by_id', nullable: true })
  overriddenById!: string | null;

  @Column({ type: 'text', name: 'override_reason', nullable: true })
  overrideReason!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
