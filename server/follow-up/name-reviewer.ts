import { Auditor } from '../auditors';
import { blockingTies } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { DocumentaryFollowUp } from './documentary-follow-up.entity';
import { documentaryFollowUpStates } from './documentary-follow-up.states';
import { requireFollowUp, type DocumentaryFollowUpMoveInput } from './require-follow-up';

/** Who is to review. */
export interface DocumentaryFollowUpNameReviewerInput extends DocumentaryFollowUpMoveInput {
  auditorId: string;
}

/**
 * The coordination names who reviews: a qualified auditor without a blocking tie to the service. Having audited it is none:
 * whoever was of the team knows it best.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, REVIEWER_UNFIT
 */
export async function nameReviewer(
  uow: UnitOfWork,
  input: DocumentaryFollowUpNameReviewerInput,
): Promise<{ documentaryFollowUp: string }> {
  const act = 'documentaryFollowUpNameReviewer';
  const { audit, followUp, subject } = await requireFollowUp(uow, input);
  authorise(uow, act, subject);
  requireStateOf(documentaryFollowUpStates, followUp, ['SCHEDULED', 'OPEN', 'SUBMITTED']);
  const path = ['input', 'auditorId'];
  const auditor = await uow.require(Auditor, input.auditorId, path);
  if (auditor.qualification !== 'QUALIFIED') refuse('REVIEWER_UNFIT', path);
  const ties = await blockingTies(uow, audit, auditor.id, { isOnTeam: true });
  if (ties.length > 0) refuse('REVIEWER_UNFIT', path);
  await uow.change(DocumentaryFollowUp, followUp, { reviewerAuditorId: auditor.id });
  uow.record({
    act,
    objectType: 'DocumentaryFollowUp',
    objectId: followUp.id,
    campaignId: followUp.campaignId,
  });
  return { documentaryFollowUp: followUp.id };
}
