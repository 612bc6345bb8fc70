import { gradersOf, requireGrader, subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { CaseReviewSubmission } from './case-review-submission.entity';
import { disputesBetween, openOutcomes } from './compare-reviews';
import { forgetList } from './forget-list';
import { factsOfSample, moveSample, noteOnSample, requireCaseSample } from './require-case-sample';

/** The sample that an auditor has judged for good. */
export interface CaseReviewsSubmitInput {
  id?: string | null;
  caseSampleId: string;
}

/**
 * Submits the viewer's reviews of a sample: they are closed. The second member of the present team to do so opens the
 * comparison: records judged alike have their outcome, the others wait for an arbitrator. With the first submission the list
 * is forgotten, since no record is replaced any more.
 * @throws Refusal NOT_FOUND, FORBIDDEN, OBSERVER_DOES_NOT_GRADE, ASSIGNMENT_FROZEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS,
 *   CASE_REVIEWS_SUBMITTED, CASE_REVIEWS_INCOMPLETE
 */
export async function submitCaseReviews(
  uow: UnitOfWork,
  input: CaseReviewsSubmitInput,
): Promise<{ caseReviewSubmission: string; caseSample: string }> {
  const { audit, sample } = await requireCaseSample(uow, input.caseSampleId, ['input', 'caseSampleId']);
  authorise(uow, 'caseReviewsSubmit', subjectOf(audit));
  const auditorId = await requireGrader(uow, audit);
  const facts = await factsOfSample(uow, sample);
  const isFirst = sample.state === 'DRAWN';
  const other = await otherRater(uow, sample.id, auditorId, await gradersOf(uow, audit.id));
  const raters = other && ([auditorId, other].sort() as [string, string]);
  await moveSample(uow, sample, 'caseReviewsSubmit', {
    ...facts,
    ...(raters ? { disputesLeft: await disputesBetween(uow, sample, raters) } : {}),
  });
  const caseReviewSubmission = await uow.insert(CaseReviewSubmission, {
    ...(input.id ? { id: input.id } : {}),
    caseSampleId: sample.id,
    auditId: audit.id,
    auditorId,
  });
  if (isFirst) await forgetList(uow, sample.id);
  if (raters) await openOutcomes(uow, sample, raters);
  noteOnSample(uow, 'caseReviewsSubmit', sample);
  return { caseReviewSubmission, caseSample: sample.id };
}

/** The other member of the present team who has submitted; null while there is none. */
async function otherRater(
  uow: UnitOfWork,
  sampleId: string,
  auditorId: string,
  graders: readonly string[],
): Promise<string | null> {
  const [other] = await uow.sql<{ id: string }>(
    `select auditor_id as id from case_review_submission
     where case_sample_id = $1 and auditor_id <> $2 and auditor_id = any($3::uuid[]) order by created_at limit 1`,
    [sampleId, auditorId, graders],
  );
  return other?.id ?? null;
}
