import type { UnitOfWork } from '../database/unit-of-work';
import { requireStateOf } from '../kernel/require-state';
import { parisDate } from '../kernel/working-days';
import { refuseIdentifying } from '../radiation-events';
import {
  requireOutsideRecommendation,
  type OutsideRecommendationMoveInput,
} from './draft-outside-recommendation';
import { OutsideRecommendationNote } from './outside-recommendation-note.entity';
import { OutsideRecommendation } from './outside-recommendation.entity';
import { outsideRecommendationStates, SENT_STATES } from './outside-recommendation.states';

/** A move that says why. */
export interface OutsideRecommendationReasonInput extends OutsideRecommendationMoveInput {
  reason: string;
}

/** What the body has answered. */
export interface OutsideRecommendationAnswerInput extends OutsideRecommendationMoveInput {
  answer: string;
}

/** What is noted while an answer is awaited. */
export interface OutsideRecommendationNoteInput extends OutsideRecommendationMoveInput {
  text: string;
}

/** Whether all may read it. */
export interface OutsideRecommendationPublishInput extends OutsideRecommendationMoveInput {
  isPublished: boolean;
}

type Moved = Promise<{ outsideRecommendation: string }>;

async function move(
  uow: UnitOfWork,
  act: string,
  input: OutsideRecommendationMoveInput,
  patch: Partial<OutsideRecommendation>,
): Moved {
  const row = await requireOutsideRecommendation(uow, act, input);
  const facts = { hasDueDate: row.dueOn !== null };
  await uow.move(outsideRecommendationStates, OutsideRecommendation, row, act, facts, patch);
  return recorded(uow, act, row);
}

function recorded(uow: UnitOfWork, act: string, row: OutsideRecommendation) {
  uow.record({ act, objectType: 'OutsideRecommendation', objectId: row.id, campaignId: row.campaignId });
  return { outsideRecommendation: row.id };
}

/**
 * Says that a recommendation went out; an answer is hoped for by its due date.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, ANSWER_DATE_MISSING
 */
export const sendOutsideRecommendation = (uow: UnitOfWork, input: OutsideRecommendationMoveInput): Moved =>
  move(uow, 'outsideRecommendationSend', input, { sentOn: parisDate(uow.now()) });

/** Keeps what the body has answered. @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION */
export const answerOutsideRecommendation = (
  uow: UnitOfWork,
  input: OutsideRecommendationAnswerInput,
): Moved => move(uow, 'outsideRecommendationAnswer', input, { answer: input.answer });

/** The body does what was recommended. @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION */
export const adoptOutsideRecommendation = (uow: UnitOfWork, input: OutsideRecommendationReasonInput): Moved =>
  move(uow, 'outsideRecommendationAdopt', input, { outcomeReason: input.reason });

/** The body does not. @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION */
export const declineOutsideRecommendation = (
  uow: UnitOfWork,
  input: OutsideRecommendationReasonInput,
): Moved => move(uow, 'outsideRecommendationDecline', input, { outcomeReason: input.reason });

/**
 * The programme takes a recommendation back, and shows it to nobody else any more.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export const withdrawOutsideRecommendation = (
  uow: UnitOfWork,
  input: OutsideRecommendationReasonInput,
): Moved =>
  move(uow, 'outsideRecommendationWithdraw', input, { outcomeReason: input.reason, isPublished: false });

/**
 * Shows a recommendation that has been sent to all who sign in, or to the programme alone again.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function publishOutsideRecommendation(
  uow: UnitOfWork,
  input: OutsideRecommendationPublishInput,
): Moved {
  const act = 'outsideRecommendationPublish';
  const row = await requireOutsideRecommendation(uow, act, input);
  requireStateOf(outsideRecommendationStates, row, SENT_STATES);
  await uow.change(OutsideRecommendation, row, { isPublished: input.isPublished });
  return recorded(uow, act, row);
}

/**
 * Notes something on a recommendation, for the programme.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, TEXT_IDENTIFIES
 */
export async function noteOutsideRecommendation(
  uow: UnitOfWork,
  input: OutsideRecommendationNoteInput,
): Moved {
  const act = 'outsideRecommendationNote';
  const row = await requireOutsideRecommendation(uow, act, input);
  requireStateOf(outsideRecommendationStates, row, ['DRAFT', ...SENT_STATES]);
  refuseIdentifying(input.text, ['input', 'text']);
  await uow.insert(OutsideRecommendationNote, {
    outsideRecommendationId: row.id,
    text: input.text,
    writtenById: uow.viewer.accountId,
  });
  await uow.change(OutsideRecommendation, row, {});
  return recorded(uow, act, row);
}
