import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { EventLesson } from './event-lesson.entity';
import { RadiationEvent } from './radiation-event.entity';
import { requireEvent } from './record-radiation-event';
import { refuseTelling } from './shared-text';

/** Which event, as it was read. */
export interface RadiationEventMoveInput {
  radiationEventId: string;
  expectedVersion: number;
}

/** What others may read, as the service words it for them. */
export interface EventLessonShareInput extends RadiationEventMoveInput {
  text: string;
}

/**
 * A service lets all who take part learn from an event: a text that it writes for them, the criterion and the kind. A
 * lesson that is shared already is said anew.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, TEXT_IDENTIFIES, TEXT_HAS_DATE, TEXT_NAMES_SERVICE
 */
export async function shareLesson(
  uow: UnitOfWork,
  input: EventLessonShareInput,
): Promise<{ radiationEvent: string }> {
  const event = await requireEvent(uow, 'eventLessonShare', input);
  await refuseTelling(uow, event.auditedServiceId, input.text, ['input', 'text']);
  const shown = { eventCriterionCode: event.eventCriterionCode, kind: event.kind, text: input.text.trim() };
  const kept = await uow.manager.findOneBy(EventLesson, { radiationEventId: event.id });
  if (kept) await uow.manager.update(EventLesson, { id: kept.id }, shown);
  else await uow.insert(EventLesson, { ...shown, radiationEventId: event.id });
  return done(uow, 'eventLessonShare', event);
}

/**
 * A service takes its lesson back: nobody else reads it any more.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, NOTHING_SHARED
 */
export async function unshareLesson(
  uow: UnitOfWork,
  input: RadiationEventMoveInput,
): Promise<{ radiationEvent: string }> {
  const event = await requireEvent(uow, 'eventLessonUnshare', input);
  const { affected } = await uow.manager.delete(EventLesson, { radiationEventId: event.id });
  if (affected !== 1) refuse('NOTHING_SHARED');
  return done(uow, 'eventLessonUnshare', event);
}

/** What was shared of an event is part of its version. */
export async function done(
  uow: UnitOfWork,
  act: string,
  event: RadiationEvent,
): Promise<{ radiationEvent: string }> {
  await uow.change(RadiationEvent, event, {});
  uow.record({ act, objectType: 'RadiationEvent', objectId: event.id });
  return { radiationEvent: event.id };
}
