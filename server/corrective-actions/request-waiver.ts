import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { parisDate } from '../kernel/working-days';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates, OWED_STATES } from './corrective-action.states';
import { writeNote } from './write-note';
import {
  factsOfAction,
  requireCorrectiveAction,
  requireFollowedUp,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';
import { WaiverExtension } from './waiver-extension.entity';

/** Why an action should be waived, and until when. */
export interface CorrectiveActionRequestWaiverInput extends CorrectiveActionMoveInput {
  reason: string;
  /** Last day of the waiver. */
  expiresOn: string;
}

/**
 * The service asks for a waiver of an action that it still owes, or for a longer one of an action that is waived; asking
 * again replaces the request. The state stays, and so does a waiver that runs, until a second person has granted it.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, WAIVER_EXPIRED, WAIVER_NOT_LONGER
 */
export async function requestWaiver(
  uow: UnitOfWork,
  input: CorrectiveActionRequestWaiverInput,
): Promise<{ correctiveAction: string }> {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, 'correctiveActionRequestWaiver', subjectOf(audit));
  requireFollowedUp(audit, await factsOfAction(uow, action));
  requireStateOf(correctiveActionStates, action, [...OWED_STATES, 'WAIVED']);
  const path = ['input', 'expiresOn'];
  if (input.expiresOn < parisDate(uow.now())) refuse('WAIVER_EXPIRED', path);
  await uow.sql('delete from waiver_extension where id = $1', [action.id]);
  if (action.state === 'WAIVED') await requestExtension(uow, action, input);
  else
    await uow.change(CorrectiveAction, action, {
      waiverReason: input.reason,
      waiverExpiresOn: input.expiresOn,
      waiverRequestedById: uow.viewer.accountId,
    });
  await writeNote(uow, action.id, { kind: 'WAIVER', text: input.reason });
  uow.record({
    act: 'correctiveActionRequestWaiver',
    objectType: 'CorrectiveAction',
    objectId: action.id,
    campaignId: audit.campaignId,
  });
  return { correctiveAction: action.id };
}

async function requestExtension(
  uow: UnitOfWork,
  action: CorrectiveAction,
  { reason, expiresOn }: CorrectiveActionRequestWaiverInput,
): Promise<void> {
  const date = action.waiverExpiresOn;
  if (date !== null && expiresOn <= date) refuse('WAIVER_NOT_LONGER', ['input', 'expiresOn'], { date });
  await uow.insert(WaiverExtension, {
    id: action.id,
    reason,
    expiresOn,
    requestedById: uow.viewer.accountId,
  });
  await uow.change(CorrectiveAction, action, {});
}
