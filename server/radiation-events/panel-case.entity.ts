import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  COHORT_BANDS,
  DOSE_RATIO_BANDS,
  RADIATION_EVENT_KINDS,
  type CohortBand,
  type DoseRatioBand,
  type RadiationEventKind,
} from './event-words';

/** An event as its service lets the steering committee value it (cas soumis au comité): no service, no day. */
@Entity({ name: 'panel_case' })
export class PanelCase {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'radiation_event_id', unique: true })
  radiationEventId!: string;

  /** For the walls alone; nobody reads it. */
  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'text', name: 'event_criterion_code' })
  eventCriterionCode!: string;

  @Column({ type: 'text', name: 'kind', enum: RADIATION_EVENT_KINDS })
  kind!: RadiationEventKind;

  @Column({ type: 'text', name: 'cohort_band', enum: COHORT_BANDS, nullable: true })
  cohortBand!: CohortBand | null;

  @Column({ type: 'text', name: 'dose_ratio_band', enum: DOSE_RATIO_BANDS, nullable: true })
  doseRatioBand!: DoseRatioBand | null;

  @Column({ type: 'text', name: 'description' })
  description!: string;

  /** The service has not taken it back. */
  @Column({ type: 'boolean', name: 'is_open', default: true })
  isOpen!: boolean;
}
