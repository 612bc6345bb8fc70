import { campaignOf, subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import type { CorrectiveActionNoteKind } from './corrective-action-note.entity';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates } from './corrective-action.states';
import { openNextRound } from './effectiveness-rounds';
import {
  factsOfAction,
  requireCorrectiveAction,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';
import { requireFitVerifier } from './require-fit-verifier';
import { WaiverExtension } from './waiver-extension.entity';
import { writeNote } from './write-note';

/** An action found done, and what was looked at. */
export interface CorrectiveActionVerifyInput extends CorrectiveActionMoveInput {
  comment?: string | null;
}

/** A move that needs a reason. */
export interface CorrectiveActionReasonInput extends CorrectiveActionMoveInput {
  reason: string;
}

/** A move by somebody without a part in the action or a tie to its service, and what he says of it. */
interface Check {
  act: string;
  input: CorrectiveActionMoveInput;
  note: { kind: CorrectiveActionNoteKind; text: string } | null;
  patch: (action: CorrectiveAction) => Partial<CorrectiveAction> | Promise<Partial<CorrectiveAction>>;
}

async function check(uow: UnitOfWork, { act, input, note, patch }: Check) {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, act, subjectOf(audit));
  const facts = await factsOfAction(uow, action);
  await requireFitVerifier(uow, { audit, action }, act, facts);
  await uow.move(correctiveActionStates, CorrectiveAction, action, act, facts, await patch(action));
  if (note) await writeNote(uow, action.id, note);
  uow.record({ act, objectType: 'CorrectiveAction', objectId: action.id, campaignId: audit.campaignId });
  return { audit, action };
}

/**
 * Someone without a conflict, who neither owns nor carried out the action, finds it carried out.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS, VERIFIER_IS_OWNER,
 *   ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT
 */
export async function verifyCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionVerifyInput,
): Promise<{ correctiveAction: string }> {
  const { action } = await check(uow, {
    act: 'correctiveActionVerify',
    input,
    note: input.comment ? { kind: 'VERIFICATION', text: input.comment } : null,
    patch: () => ({ verifiedAt: uow.now().toISOString(), verifiedById: uow.viewer.accountId }),
  });
  return { correctiveAction: action.id };
}

/**
 * Reopens an action that proves undone; the service takes it up again, on the due date that it had.
 * @throws Refusal those of `verifyCorrectiveAction`
 */
export async function reopenCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionReasonInput,
): Promise<{ correctiveAction: string }> {
  const { reason } = input;
  const { audit, action } = await check(uow, {
    act: 'correctiveActionReopen',
    input,
    note: { kind: 'REOPENING', text: reason },
    patch: () => ({ reopenReason: reason, doneAt: null, verifiedAt: null, verifiedById: null }),
  });
  await openNextRound(uow, await campaignOf(uow, audit), action, action.dueOn);
  return { correctiveAction: action.id };
}

/**
 * A second person grants the waiver that the service has asked for, or the longer one.
 * @throws Refusal WAIVER_NOT_REQUESTED, WAIVER_NEEDS_SECOND_PERSON, WAIVER_EXPIRED beside those of
 *   `verifyCorrectiveAction`
 */
export async function waiveCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionReasonInput,
): Promise<{ correctiveAction: string }> {
  const { action } = await check(uow, {
    act: 'correctiveActionWaive',
    input,
    note: { kind: 'WAIVER', text: input.reason },
    patch: async ({ id }) => ({ ...(await extensionOf(uow, id)), waivedById: uow.viewer.accountId }),
  });
  await uow.sql('delete from waiver_extension where id = $1', [action.id]);
  return { correctiveAction: action.id };
}

/** What a longer waiver brings; nothing for a first one, whose terms stand in the action already. */
async function extensionOf(uow: UnitOfWork, id: string): Promise<Partial<CorrectiveAction>> {
  const asked = await uow.manager.findOneBy(WaiverExtension, { id });
  return asked
    ? {
        waiverReason: asked.reason,
        waiverExpiresOn: asked.expiresOn,
        waiverRequestedById: asked.requestedById,
      }
    : {};
}
