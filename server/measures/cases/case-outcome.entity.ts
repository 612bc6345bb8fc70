import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** How a value came about: the two agreed, a third arbitrated, or the two settled it. */
export const OUTCOME_BASES = ['AGREED', 'ARBITRATED', 'SETTLED'] as const;
export type OutcomeBasis = (typeof OUTCOME_BASES)[number];

/** What the team holds of one record on one criterion, once two have judged it (résultat d’un dossier). */
@Entity({ name: 'case_outcome' })
export class CaseOutcome {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'case_sample_id' })
  caseSampleId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'sampled_case_id' })
  sampledCaseId!: string;

  @Column({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;

  /** How the value came about; null while the two disagree. */
  @Column({ type: 'text', name: 'basis', enum: OUTCOME_BASES, nullable: true })
  basis!: OutcomeBasis | null;

  @Column({ type: 'text', name: 'value', nullable: true })
  value!: string | null;

  /** Of the rater whose id comes first, in all outcomes of the sample alike: agreement is measured from it. */
  @Column({ type: 'text', name: 'first_value' })
  firstValue!: string;

  @Column({ type: 'text', name: 'second_value' })
  secondValue!: string;

  /** Of both raters, in the order of the alphabet: they are read without names. */
  @Column({ type: 'text', name: 'remarks', array: true, default: [] })
  remarks!: string[];

  /** What one rater proposes to the other. */
  @Column({ type: 'text', name: 'proposed_value', nullable: true })
  proposedValue!: string | null;

  @Column({ type: 'uuid', name: 'proposed_by_auditor_id', nullable: true })
  proposedByAuditorId!: string | null;

  @Column({ type: 'text', name: 'decision_remark', nullable: true })
  decisionRemark!: string | null;

  /** The arbitrator, or the rater who agreed. */
  @Column({ type: 'uuid', name: 'decided_by_auditor_id', nullable: true })
  decidedByAuditorId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'decided_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  decidedAt!: string | null;

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
