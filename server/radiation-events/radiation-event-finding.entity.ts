import { Entity, PrimaryColumn } from 'typeorm';

/** A finding of an audit that an event has to do with. */
@Entity({ name: 'radiation_event_finding' })
export class RadiationEventFinding {
  @PrimaryColumn({ type: 'uuid', name: 'radiation_event_id' })
  radiationEventId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'finding_id' })
  findingId!: string;
}
