import { moveAudit, requireAudit, requireState, subjectOf, Audit } from '../audits';
import { Campaign, delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { parisDate } from '../kernel/working-days';
import type { ReportActInput } from './sign-report';

/**
 * The service says that it has nothing (more) to add, so that the team need not wait for the end of the delay.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function answerContradictory(
  uow: UnitOfWork,
  input: ReportActInput,
): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'contradictoryAnswer', subjectOf(audit));
  requireState(audit, ['CONTRADICTORY']);
  await uow.change(Audit, audit, { isContradictoryAnswered: true });
  uow.record({
    act: 'contradictoryAnswer',
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
  });
  return { audit: audit.id };
}

/**
 * Closes the contradictory phase: every finding has its reply, or the service has said that nothing will come, or its
 * delay has elapsed. The delay for the final report starts.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, REPLIES_PENDING
 */
export async function closeContradictory(uow: UnitOfWork, input: ReportActInput): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'contradictoryClose', subjectOf(audit));
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  await moveAudit(uow, audit, 'contradictoryClose', {
    reportDueOn: delayFrom(campaign, 'finalReport', parisDate(uow.now())),
  });
  uow.record({
    act: 'contradictoryClose',
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
  });
  return { audit: audit.id };
}
