import type { UnitOfWork } from '../database/unit-of-work';
import { CorrectiveAction, evidenceOf } from '../corrective-actions';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { DocumentaryFollowUp } from './documentary-follow-up.entity';
import { documentaryFollowUpStates } from './documentary-follow-up.states';
import { FollowUpItem, type FollowUpOutcome } from './follow-up-item.entity';
import { requireFollowUp, type DocumentaryFollowUpMoveInput } from './require-follow-up';

/** What the service says became of one of its actions. */
export interface FollowUpItemStateInput extends DocumentaryFollowUpMoveInput {
  correctiveActionId: string;
  outcome: FollowUpOutcome;
  statement: string;
  /** Evidence of the same audit. */
  evidenceId?: string | null;
}

/**
 * The service says what became of an action; saying it again replaces what was said, until it hands everything in.
 * @throws Refusal NOT_FOUND (also for an action or evidence of another audit), STALE_VERSION, FORBIDDEN,
 *   ILLEGAL_TRANSITION
 */
export async function stateFollowUpItem(
  uow: UnitOfWork,
  input: FollowUpItemStateInput,
): Promise<{ documentaryFollowUp: string; followUpItem: string }> {
  const act = 'followUpItemState';
  const { followUp, subject } = await requireFollowUp(uow, input);
  authorise(uow, act, subject);
  requireStateOf(documentaryFollowUpStates, followUp, ['OPEN']);
  const path = ['input', 'correctiveActionId'];
  const action = await uow.require(CorrectiveAction, input.correctiveActionId, path);
  if (action.auditId !== followUp.auditId || action.state === 'PROPOSED') refuse('NOT_FOUND', path);
  const { outcome, statement } = input;
  const evidenceId = input.evidenceId ? await evidenceOf(uow, followUp.auditId, input.evidenceId) : null;
  const said = { outcome, statement, evidenceId, statedById: uow.viewer.accountId, subject: action.title };
  const key = { documentaryFollowUpId: followUp.id, correctiveActionId: action.id };
  const known = await uow.manager.findOneBy(FollowUpItem, key);
  if (known) await uow.change(FollowUpItem, known, said);
  const followUpItem = known?.id ?? (await uow.insert(FollowUpItem, { ...key, ...said }));
  await uow.change(DocumentaryFollowUp, followUp, {});
  uow.record({
    act,
    objectType: 'DocumentaryFollowUp',
    objectId: followUp.id,
    campaignId: followUp.campaignId,
    detail: { outcome },
  });
  return { documentaryFollowUp: followUp.id, followUpItem };
}
