import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A proposal waits for signatures, which issue it, or is given up. */
export const AMENDMENT_STATES = ['OPEN', 'ISSUED', 'WITHDRAWN'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

/** A finding that would read otherwise. */
export interface ProposedChange {
  findingId: string;
  /** Number of the finding in its audit. */
  finding: number;
  previousStatement: string;
  statement: string;
}

/** Another version of an issued report, as the lead proposes it (amendement proposé). */
@Entity({ name: 'report_amendment' })
export class ReportAmendment {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  /** Version that it would be issued as. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'state', enum: AMENDMENT_STATES, default: 'OPEN' })
  state!: AmendmentState;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  @Column({ type: 'jsonb', name: 'changes' })
  changes!: readonly ProposedChange[];

  @Column({ type: 'uuid', name: 'proposed_by_id', nullable: true })
  proposedById!: string | null;

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
