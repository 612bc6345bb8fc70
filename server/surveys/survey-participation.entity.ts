import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { SURVEY_SIDES, type SurveySide } from './survey-words';

/** That somebody has answered, never what (participation). */
@Entity({ name: 'survey_participation' })
export class SurveyParticipation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'survey_id' })
  surveyId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'text', name: 'side', enum: SURVEY_SIDES })
  side!: SurveySide;

  /** Counts from 0; results are shown lot by lot. */
  @Column({ type: 'integer', name: 'lot' })
  lot!: number;

  @Column({ type: 'uuid', name: 'answered_by_id', nullable: true })
  answeredById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
