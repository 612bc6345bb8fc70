import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SurveyFile } from './survey-file';

/** A version of the questions that are asked after a report (questionnaire). */
@Entity({ name: 'survey_form' })
export class SurveyForm {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;

  /** The file as it was loaded. */
  @Column({ type: 'jsonb', name: 'content' })
  content!: SurveyFile;
}
