import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DOSE_MODALITIES, type DoseModality } from '../dose-row';
import { EXAM_POPULATIONS, EXAM_SCOPES, type ExamPopulations, type ExamScope } from './level-words';

/** An examination whose doses are compared (type d’examen). */
@Entity({ name: 'exam_type' })
export class ExamType {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'modality', enum: DOSE_MODALITIES })
  modality!: DoseModality;

  @Column({ type: 'text', name: 'scope', enum: EXAM_SCOPES })
  scope!: ExamScope;

  @Column({ type: 'text', name: 'populations', enum: EXAM_POPULATIONS })
  populations!: ExamPopulations;

  /** Diameter of the phantom that CTDIvol refers to, cm; null where there is none. */
  @Column({ type: 'integer', name: 'phantom_cm', nullable: true })
  phantomCm!: number | null;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** What protocol names of services say; they only suggest. */
  @Column({ type: 'text', name: 'words', array: true })
  words!: string[];
}
