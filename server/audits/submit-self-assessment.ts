import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { moveAudit } from './move-audit';
import { requireAudit, subjectOf } from './require-audit';

/** The audit whose self-assessment is complete, in the version that was read. */
export interface SelfAssessmentSubmitInput {
  auditId: string;
  expectedVersion: number;
}

/**
 * Hands the service's self-assessment in: its judgements are closed, and open to the team from now on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, SELF_ASSESSMENT_INCOMPLETE
 */
export async function submitSelfAssessment(
  uow: UnitOfWork,
  input: SelfAssessmentSubmitInput,
): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'selfAssessmentSubmit', subjectOf(audit));
  await moveAudit(uow, audit, 'selfAssessmentSubmit', {
    selfAssessmentSubmittedAt: uow.now().toISOString(),
  });
  uow.record({
    act: 'selfAssessmentSubmit',
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
  });
  return { audit: audit.id };
}
