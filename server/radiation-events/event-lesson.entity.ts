import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RADIATION_EVENT_KINDS, type RadiationEventKind } from './event-words';

/** What a service lets all learn from an event (enseignement partagé): no service, no day. */
@Entity({ name: 'event_lesson' })
export class EventLesson {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'radiation_event_id', unique: true })
  radiationEventId!: string;

  @Column({ type: 'text', name: 'event_criterion_code' })
  eventCriterionCode!: string;

  @Column({ type: 'text', name: 'kind', enum: RADIATION_EVENT_KINDS })
  kind!: RadiationEventKind;

  @Column({ type: 'text', name: 'text' })
  text!: string;
}
