import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import {
  COHORT_BANDS,
  DOSE_RATIO_BANDS,
  RADIATION_EVENT_KINDS,
  type CohortBand,
  type DoseRatioBand,
  type RadiationEventKind,
} from './event-words';

/** The reference of a significant radiation event (ESR); it is declared to the authority, never here. */
@Entity({ name: 'radiation_event' })
export class RadiationEvent {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** Number that the authority gave it. */
  @Column({ type: 'text', name: 'number', nullable: true })
  number!: string | null;

  @Column({ type: 'date', name: 'occurred_on' })
  occurredOn!: string;

  @Column({ type: 'text', name: 'event_criterion_code' })
  eventCriterionCode!: string;

  @Column({ type: 'text', name: 'kind', enum: RADIATION_EVENT_KINDS })
  kind!: RadiationEventKind;

  @Column({ type: 'text', name: 'cohort_band', enum: COHORT_BANDS, nullable: true })
  cohortBand!: CohortBand | null;

  @Column({ type: 'text', name: 'dose_ratio_band', enum: DOSE_RATIO_BANDS, nullable: true })
  doseRatioBand!: DoseRatioBand | null;

  @Column({ type: 'boolean', name: 'is_declared' })
  isDeclared!: boolean;

  @Column({ type: 'boolean', name: 'is_analysed' })
  isAnalysed!: boolean;

  @Column({ type: 'text', name: 'summary', nullable: true })
  summary!: string | null;

  /** What the service has learnt; its own until it shares a text of it. */
  @Column({ type: 'text', name: 'lesson', nullable: true })
  lesson!: string | null;

  @Column({ type: 'uuid', name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

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
