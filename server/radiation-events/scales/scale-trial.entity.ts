import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Who values: the service its own event, or a member of the steering committee a case that was given to it. */
export const SCALE_TRIAL_SIDES = ['SERVICE', 'PANEL'] as const;
export type ScaleTrialSide = (typeof SCALE_TRIAL_SIDES)[number];

/** What somebody makes of an event on a scale (cotation à l’essai); it is said once. */
@Entity({ name: 'scale_trial' })
export class ScaleTrial {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'radiation_event_id' })
  radiationEventId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'uuid', name: 'scale_definition_id' })
  scaleDefinitionId!: string;

  @Column({ type: 'text', name: 'side', enum: SCALE_TRIAL_SIDES })
  side!: ScaleTrialSide;

  /** Of the committee: the case that it read. */
  @Column({ type: 'uuid', name: 'panel_case_id', nullable: true })
  panelCaseId!: string | null;

  /** Code of a level of the scale. */
  @Column({ type: 'text', name: 'value' })
  value!: string;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  @Column({ type: 'uuid', name: 'rated_by_id', nullable: true })
  ratedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'clock_timestamp()',
  })
  createdAt!: string;
}
