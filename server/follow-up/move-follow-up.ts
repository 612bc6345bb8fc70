import { requireUnconflicted } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { DocumentaryFollowUp } from './documentary-follow-up.entity';
import { documentaryFollowUpStates } from './documentary-follow-up.states';
import { giveBackLapsed } from './give-back-lapsed';
import {
  factsOfFollowUp,
  FOLLOW_UP_PATH,
  requireFollowUp,
  type DocumentaryFollowUpMoveInput,
} from './require-follow-up';

type Moved = Promise<{ documentaryFollowUp: string }>;

/** Makes one move of the follow-up’s state table; the acts below differ in little else. */
async function move(
  uow: UnitOfWork,
  act: string,
  input: DocumentaryFollowUpMoveInput,
  patch: Partial<DocumentaryFollowUp> = {},
) {
  const { audit, followUp, subject } = await requireFollowUp(uow, input);
  authorise(uow, act, subject);
  const facts = await factsOfFollowUp(uow, followUp);
  await uow.move(documentaryFollowUpStates, DocumentaryFollowUp, followUp, act, facts, patch);
  uow.record({
    act,
    objectType: 'DocumentaryFollowUp',
    objectId: followUp.id,
    campaignId: followUp.campaignId,
  });
  return { audit, followUp };
}

/**
 * The coordination opens a follow-up before its day.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function openFollowUp(uow: UnitOfWork, input: DocumentaryFollowUpMoveInput): Moved {
  const { followUp } = await move(uow, 'documentaryFollowUpOpen', input);
  return { documentaryFollowUp: followUp.id };
}

/**
 * The service hands its statements in.
 * @throws Refusal FOLLOW_UP_INCOMPLETE beside those of `openFollowUp`
 */
export async function submitFollowUp(uow: UnitOfWork, input: DocumentaryFollowUpMoveInput): Moved {
  const submittedAt = uow.now().toISOString();
  const { followUp } = await move(uow, 'documentaryFollowUpSubmit', input, { submittedAt });
  return { documentaryFollowUp: followUp.id };
}

/**
 * The reviewer, who has concluded on every action, ends the review.
 * @throws Refusal CONCLUSIONS_MISSING, ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT beside those of `openFollowUp`
 */
export async function reviewFollowUp(uow: UnitOfWork, input: DocumentaryFollowUpMoveInput): Moved {
  const reviewedAt = uow.now().toISOString();
  const { audit, followUp } = await move(uow, 'documentaryFollowUpReview', input, { reviewedAt });
  await requireUnconflicted(uow, audit, FOLLOW_UP_PATH);
  return { documentaryFollowUp: followUp.id };
}

/**
 * Team or coordination close the follow-up: actions that have lapsed go back to the service, or get a note where they are
 * still open.
 * @throws Refusal those of `openFollowUp`, ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT
 */
export async function closeFollowUp(uow: UnitOfWork, input: DocumentaryFollowUpMoveInput): Moved {
  const closedAt = uow.now().toISOString();
  const { audit, followUp } = await move(uow, 'documentaryFollowUpClose', input, { closedAt });
  await requireUnconflicted(uow, audit, FOLLOW_UP_PATH);
  await giveBackLapsed(uow, audit, followUp.id);
  return { documentaryFollowUp: followUp.id };
}
