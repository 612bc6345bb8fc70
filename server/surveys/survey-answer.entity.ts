import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SURVEY_SIDES, type SurveySide } from './survey-words';

/** What somebody has answered, never who: no account, no audit, no time (réponse anonyme). */
@Entity({ name: 'survey_answer' })
export class SurveyAnswer {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'survey_id' })
  surveyId!: string;

  @Column({ type: 'text', name: 'side', enum: SURVEY_SIDES })
  side!: SurveySide;

  @Column({ type: 'integer', name: 'lot' })
  lot!: number;

  /** 1 to 5, by code of the question. */
  @Column({ type: 'jsonb', name: 'ratings' })
  ratings!: Record<string, number>;

  @Column({ type: 'text', name: 'remark', nullable: true })
  remark!: string | null;
}
