import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** Who judges: the service itself, one auditor, the team. */
export const GRADE_STAGES = ['SELF', 'AUDITOR', 'CONSENSUS'] as const;
export type GradeStage = (typeof GRADE_STAGES)[number];

/** Possible judgements; the last two need a reason. */
export const GRADE_VALUES = ['CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE', 'NOT_EVALUATED'] as const;
export type GradeValue = (typeof GRADE_VALUES)[number];

/** One rater's judgement of one criterion (cotation). */
@Entity({ name: 'grade' })
export class Grade {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;

  @Column({ type: 'text', name: 'stage', enum: GRADE_STAGES })
  stage!: GradeStage;

  /** The rater; for a consensus, who wrote it; null for the self-assessment. */
  @Column({ type: 'uuid', name: 'auditor_id', nullable: true })
  auditorId!: string | null;

  @Column({ type: 'text', name: 'value', enum: GRADE_VALUES })
  value!: GradeValue;

  /** Compulsory when the criterion is not applicable or not evaluated. */
  @Column({ type: 'text', name: 'reason', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', name: 'comment', nullable: true })
  comment!: string | null;

  /** Time spent, in minutes. */
  @Column({ type: 'integer', name: 'minutes', nullable: true })
  minutes!: number | null;

  /** The second auditor, who agreed to the consensus. */
  @Column({ type: 'uuid', name: 'agreed_by_auditor_id', nullable: true })
  agreedByAuditorId!: string | null;

  /** When the rater noted it, which may be before it reached the platform. */
  @Column({
    type: 'timestamptz',
    name: 'captured_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  capturedAt!: string | null;

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
