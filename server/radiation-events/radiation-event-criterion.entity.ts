import { Entity, PrimaryColumn } from 'typeorm';

/** A criterion of a template that an event has to do with. */
@Entity({ name: 'radiation_event_criterion' })
export class RadiationEventCriterion {
  @PrimaryColumn({ type: 'uuid', name: 'radiation_event_id' })
  radiationEventId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;
}
