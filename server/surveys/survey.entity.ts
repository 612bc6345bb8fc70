import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { SURVEY_STATES, type SurveyState } from './survey.states';

/** The survey of a campaign (enquête de satisfaction). */
@Entity({ name: 'survey' })
export class Survey {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id', unique: true })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'survey_form_id' })
  surveyFormId!: string;

  @Column({ type: 'text', name: 'state', default: 'OPEN', enum: SURVEY_STATES })
  state!: SurveyState;

  @Column({ type: 'uuid', name: 'opened_by_id', nullable: true })
  openedById!: string | null;

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
