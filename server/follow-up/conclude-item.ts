import { requireUnconflicted } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { DocumentaryFollowUp } from './documentary-follow-up.entity';
import { documentaryFollowUpStates } from './documentary-follow-up.states';
import { FollowUpItem, type FollowUpOutcome } from './follow-up-item.entity';
import { FOLLOW_UP_PATH, requireFollowUp, type DocumentaryFollowUpMoveInput } from './require-follow-up';

/** What the reviewer concludes on one action; it may differ from what the service says. */
export interface FollowUpItemConcludeInput extends DocumentaryFollowUpMoveInput {
  followUpItemId: string;
  conclusion: FollowUpOutcome;
  reason: string;
}

/**
 * The reviewer concludes on what the service says of an action; concluding again replaces it, until the review ends.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT
 */
export async function concludeFollowUpItem(
  uow: UnitOfWork,
  input: FollowUpItemConcludeInput,
): Promise<{ documentaryFollowUp: string; followUpItem: string }> {
  const act = 'followUpItemConclude';
  const { audit, followUp, subject } = await requireFollowUp(uow, input);
  authorise(uow, act, subject);
  requireStateOf(documentaryFollowUpStates, followUp, ['SUBMITTED']);
  await requireUnconflicted(uow, audit, FOLLOW_UP_PATH);
  const path = ['input', 'followUpItemId'];
  const item = await uow.require(FollowUpItem, input.followUpItemId, path);
  if (item.documentaryFollowUpId !== followUp.id) refuse('NOT_FOUND', path);
  await uow.change(FollowUpItem, item, {
    conclusion: input.conclusion,
    conclusionReason: input.reason,
    concludedByAuditorId: uow.viewer.auditorId,
    concludedAt: uow.now().toISOString(),
  });
  await uow.change(DocumentaryFollowUp, followUp, {});
  uow.record({
    act,
    objectType: 'DocumentaryFollowUp',
    objectId: followUp.id,
    campaignId: followUp.campaignId,
    detail: { conclusion: input.conclusion },
  });
  return { documentaryFollowUp: followUp.id, followUpItem: item.id };
}
