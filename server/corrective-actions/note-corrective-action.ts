import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { Evidence } from '../evidence';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates, OWED_STATES } from './corrective-action.states';
import { writeNote } from './write-note';
import {
  factsOfAction,
  requireCorrectiveAction,
  requireFollowedUp,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';

/** What the service reports on an action. */
export interface CorrectiveActionNoteInput extends CorrectiveActionMoveInput {
  kind: 'PROGRESS' | 'PROOF';
  text: string;
  /** Evidence of the same audit. */
  evidenceId?: string | null;
}

/**
 * The service reports progress on an action, or hands in a proof of it.
 * @throws Refusal NOT_FOUND (also for evidence of another audit), STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function noteCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionNoteInput,
): Promise<{ correctiveAction: string }> {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, 'correctiveActionNote', subjectOf(audit));
  requireFollowedUp(audit, await factsOfAction(uow, action));
  requireStateOf(correctiveActionStates, action, OWED_STATES);
  const evidenceId = input.evidenceId ? await evidenceOf(uow, audit.id, input.evidenceId) : null;
  const { kind, text } = input;
  await writeNote(uow, action.id, { kind, text, evidenceId });
  await uow.change(CorrectiveAction, action, {});
  uow.record({
    act: 'correctiveActionNote',
    objectType: 'CorrectiveAction',
    objectId: action.id,
    campaignId: audit.campaignId,
    detail: { kind },
  });
  return { correctiveAction: action.id };
}

/**
 * Evidence that the viewer sees, of the same audit.
 * @throws Refusal NOT_FOUND
 */
export async function evidenceOf(uow: UnitOfWork, auditId: string, id: string): Promise<string> {
  const path = ['input', 'evidenceId'];
  const evidence = await uow.require(Evidence, id, path);
  if (evidence.auditId !== auditId) refuse('NOT_FOUND', path);
  return evidence.id;
}
