import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../../database/instant-column';
import {
  DOSE_EXCLUSIONS,
  DOSE_LEVELS,
  DOSE_MODALITIES,
  type DoseExclusion,
  type DoseLevel,
  type DoseModality,
  type DoseNote,
} from '../dose-row';
import { DOSE_SET_ASIDES, type DoseSetAside } from './set-aside';

/** Facts of one exposure (relevé de dose). Nothing in it leads to a patient: UIDs are hashed, days are cut to months. */
@Entity({ name: 'dose_record' })
export class DoseRecord {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'dose_import_id' })
  doseImportId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** Order in the file. */
  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'place' })
  place!: string;

  @Column({ type: 'text', name: 'modality', enum: DOSE_MODALITIES })
  modality!: DoseModality;

  @Column({ type: 'text', name: 'level', enum: DOSE_LEVELS })
  level!: DoseLevel;

  /** Hash of the study's UID; null where the source names none. */
  @Column({ type: 'uuid', name: 'study_key', nullable: true })
  studyKey!: string | null;

  /** Hash of the irradiation event's UID. */
  @Column({ type: 'uuid', name: 'event_key', nullable: true })
  eventKey!: string | null;

  /** `2027-01` */
  @Column({ type: 'text', name: 'performed_in', nullable: true })
  performedIn!: string | null;

  /** As the service writes it; empty where there is none. */
  @Column({ type: 'text', name: 'protocol' })
  protocol!: string;

  /** The same without case, accents and spaces. */
  @Column({ type: 'text', name: 'protocol_key' })
  protocolKey!: string;

  @Column({ type: 'text', name: 'acquisition_type', nullable: true })
  acquisitionType!: string | null;

  /** Maker and model. */
  @Column({ type: 'text', name: 'equipment', nullable: true })
  equipment!: string | null;

  @Column({ type: 'double precision', name: 'age_years', nullable: true })
  ageYears!: number | null;

  @Column({ type: 'double precision', name: 'weight_kg', nullable: true })
  weightKg!: number | null;

  @Column({ type: 'double precision', name: 'ctdi_vol_mgy', nullable: true })
  ctdiVolMgy!: number | null;

  @Column({ type: 'integer', name: 'phantom_cm', nullable: true })
  phantomCm!: number | null;

  @Column({ type: 'double precision', name: 'dlp_mgy_cm', nullable: true })
  dlpMgyCm!: number | null;

  @Column({ type: 'double precision', name: 'scanning_length_mm', nullable: true })
  scanningLengthMm!: number | null;

  @Column({ type: 'double precision', name: 'dap_mgy_cm2', nullable: true })
  dapMgyCm2!: number | null;

  @Column({ type: 'double precision', name: 'entrance_dose_mgy', nullable: true })
  entranceDoseMgy!: number | null;

  @Column({ type: 'double precision', name: 'mean_glandular_dose_mgy', nullable: true })
  meanGlandularDoseMgy!: number | null;

  @Column({ type: 'double precision', name: 'compressed_thickness_mm', nullable: true })
  compressedThicknessMm!: number | null;

  @Column({ type: 'double precision', name: 'fluoroscopy_seconds', nullable: true })
  fluoroscopySeconds!: number | null;

  /** What its reader had to say about it. */
  @Column({ type: 'jsonb', name: 'notes', nullable: true })
  notes!: readonly DoseNote[] | null;

  /** Why it never counts; null when its reader kept it. */
  @Column({ type: 'text', name: 'exclusion', nullable: true, enum: DOSE_EXCLUSIONS })
  exclusion!: DoseExclusion | null;

  /** Examination of the list; null while nobody has said which. */
  @Column({ type: 'text', name: 'exam_code', nullable: true })
  examCode!: string | null;

  @Column({ type: 'text', name: 'population', nullable: true })
  population!: string | null;

  /** Why it does not count now. */
  @Column({ type: 'text', name: 'set_aside', nullable: true, enum: DOSE_SET_ASIDES })
  setAside!: DoseSetAside | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
