import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Whose measure it is: an auditor's own, blind as his grade is, or the team's. */
export const MEASURE_STAGES = ['AUDITOR', 'CONSENSUS'] as const;
export type MeasureStage = (typeof MEASURE_STAGES)[number];

/** What was counted or computed for one criterion where the platform has no sample of it (mesure d'un critère). */
@Entity({ name: 'criterion_measure' })
export class CriterionMeasure {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;

  @Column({ type: 'text', name: 'stage', enum: MEASURE_STAGES })
  stage!: MeasureStage;

  /** Who counted; for the team, who wrote it. */
  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  /** Records by value of the criterion's scale; null where a number is measured. */
  @Column({ type: 'jsonb', name: 'counts', nullable: true })
  counts!: Record<string, number> | null;

  /** Fraction from 0 to 1. */
  @Column({ type: 'double precision', name: 'share', nullable: true })
  share!: number | null;

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
