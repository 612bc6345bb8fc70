import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { PanelCase } from './panel-case.entity';
import { requireEvent } from './record-radiation-event';
import { done, type RadiationEventMoveInput } from './share-lesson';
import { refuseTelling } from './shared-text';

/** What the steering committee may read to value an event. */
export interface EventPanelSubmitInput extends RadiationEventMoveInput {
  description: string;
}

/**
 * A service lets the steering committee value an event: a description that it writes for it, with the criterion, the kind
 * and the bands of the event as they are now. A case that was given before is said anew.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, TEXT_IDENTIFIES, TEXT_HAS_DATE, TEXT_NAMES_SERVICE
 */
export async function submitToPanel(
  uow: UnitOfWork,
  input: EventPanelSubmitInput,
): Promise<{ radiationEvent: string }> {
  const event = await requireEvent(uow, 'eventPanelSubmit', input);
  await refuseTelling(uow, event.auditedServiceId, input.description, ['input', 'description']);
  const { eventCriterionCode, kind, cohortBand, doseRatioBand } = event;
  const shown = {
    eventCriterionCode,
    kind,
    cohortBand,
    doseRatioBand,
    description: input.description.trim(),
    isOpen: true,
  };
  const kept = await uow.manager.findOneBy(PanelCase, { radiationEventId: event.id });
  if (kept) await uow.manager.update(PanelCase, { id: kept.id }, shown);
  else
    await uow.insert(PanelCase, {
      ...shown,
      radiationEventId: event.id,
      auditedServiceId: event.auditedServiceId,
    });
  return done(uow, 'eventPanelSubmit', event);
}

/**
 * A service takes its case back: the committee reads and values it no more. What was counted of it already stays counted.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, NOTHING_SHARED
 */
export async function withdrawFromPanel(
  uow: UnitOfWork,
  input: RadiationEventMoveInput,
): Promise<{ radiationEvent: string }> {
  const event = await requireEvent(uow, 'eventPanelWithdraw', input);
  const { affected } = await uow.manager.update(
    PanelCase,
    { radiationEventId: event.id, isOpen: true },
    { isOpen: false },
  );
  if (affected !== 1) refuse('NOTHING_SHARED');
  return done(uow, 'eventPanelWithdraw', event);
}
