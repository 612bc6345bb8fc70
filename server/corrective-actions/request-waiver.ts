import { requireState, subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { parisDate } from '../kernel/working-days';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates, OWED_STATES } from './corrective-action.states';
import { writeNote } from './move-corrective-action';
import { requireCorrectiveAction, type CorrectiveActionMoveInput } from './require-corrective-action';

/** Why an action should be waived, and until when. */
export interface CorrectiveActionRequestWaiverInput extends CorrectiveActionMoveInput {
  reason: string;
  /** Last day of the waiver. */
  expiresOn: string;
}

/**
 * The service asks for a waiver of an action that it still owes; asking again replaces the request. The state stays.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, WAIVER_EXPIRED
 */
export async function requestWaiver(
  uow: UnitOfWork,
  input: CorrectiveActionRequestWaiverInput,
): Promise<{ correctiveAction: string }> {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, 'correctiveActionRequestWaiver', subjectOf(audit));
  requireState(audit, ['FOLLOW_UP']);
  requireStateOf(correctiveActionStates, action, OWED_STATES);
  if (input.expiresOn < parisDate(uow.now())) refuse('WAIVER_EXPIRED', ['input', 'expiresOn']);
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
