import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { CorrectiveActionNote, type CorrectiveActionNoteKind } from './corrective-action-note.entity';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates } from './corrective-action.states';
import {
  factsOfAction,
  requireCorrectiveAction,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';

/** An action found done, and what was looked at. */
export interface CorrectiveActionVerifyInput extends CorrectiveActionMoveInput {
  comment?: string | null;
}

/** A move that needs a reason. */
export interface CorrectiveActionReasonInput extends CorrectiveActionMoveInput {
  reason: string;
}

/**
 * Makes one move of the action's state table; the acts below differ in nothing else.
 * @param written the note that goes with it, if any
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, or what the move's guard says
 */
async function moveCorrectiveAction(
  uow: UnitOfWork,
  act: string,
  input: CorrectiveActionMoveInput,
  patch: Partial<CorrectiveAction> = {},
  written?: { kind: CorrectiveActionNoteKind; text: string },
): Promise<{ correctiveAction: string }> {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, act, subjectOf(audit));
  await uow.move(
    correctiveActionStates,
    CorrectiveAction,
    action,
    act,
    await factsOfAction(uow, action),
    patch,
  );
  if (written) await writeNote(uow, action.id, written);
  uow.record({ act, objectType: 'CorrectiveAction', objectId: action.id, campaignId: audit.campaignId });
  return { correctiveAction: action.id };
}

/** Adds to what is reported on an action; gives the id of the note. */
export function writeNote(
  uow: UnitOfWork,
  correctiveActionId: string,
  said: { kind: CorrectiveActionNoteKind; text: string; evidenceId?: string | null; id?: string },
): Promise<string> {
  return uow.insert(CorrectiveActionNote, { ...said, correctiveActionId, createdById: uow.viewer.accountId });
}

/** The service starts an agreed action, or takes up a reopened one again. */
export const startCorrectiveAction = (uow: UnitOfWork, input: CorrectiveActionMoveInput) =>
  moveCorrectiveAction(uow, 'correctiveActionStart', input);

/**
 * The service declares an action done, with a proof handed in since it was last reopened.
 * @throws Refusal PROOF_MISSING beside the usual ones
 */
export const declareCorrectiveActionDone = (uow: UnitOfWork, input: CorrectiveActionMoveInput) =>
  moveCorrectiveAction(uow, 'correctiveActionDeclareDone', input, { doneAt: uow.now().toISOString() });

/**
 * Someone who neither proposed nor carried out the action finds it done and effective.
 * @throws Refusal VERIFIER_IS_OWNER beside the usual ones
 */
export const verifyCorrectiveAction = (uow: UnitOfWork, input: CorrectiveActionVerifyInput) =>
  moveCorrectiveAction(
    uow,
    'correctiveActionVerify',
    input,
    { verifiedAt: uow.now().toISOString(), verifiedById: uow.viewer.accountId },
    input.comment ? { kind: 'VERIFICATION', text: input.comment } : undefined,
  );

/**
 * Reopens an action that proves undone or without effect; the service takes it up again.
 * @throws Refusal VERIFIER_IS_OWNER beside the usual ones
 */
export const reopenCorrectiveAction = (uow: UnitOfWork, input: CorrectiveActionReasonInput) =>
  moveCorrectiveAction(
    uow,
    'correctiveActionReopen',
    input,
    { reopenReason: input.reason, doneAt: null, verifiedAt: null, verifiedById: null },
    { kind: 'REOPENING', text: input.reason },
  );

/**
 * A second person grants the waiver that the service has asked for.
 * @throws Refusal WAIVER_NOT_REQUESTED, WAIVER_NEEDS_SECOND_PERSON, WAIVER_EXPIRED beside the usual ones
 */
export const waiveCorrectiveAction = (uow: UnitOfWork, input: CorrectiveActionReasonInput) =>
  moveCorrectiveAction(
    uow,
    'correctiveActionWaive',
    input,
    { waivedById: uow.viewer.accountId },
    { kind: 'WAIVER', text: input.reason },
  );
