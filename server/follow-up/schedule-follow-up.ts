import { Audit, campaignOf } from '../audits';
import { delayFrom } from '../campaigns';
import { acceptPlan, type PlanActInput } from '../corrective-actions';
import type { UnitOfWork } from '../database/unit-of-work';
import { parisDate } from '../kernel/working-days';
import { DocumentaryFollowUp } from './documentary-follow-up.entity';
import { documentaryFollowUpStates } from './documentary-follow-up.states';

/**
 * The lead accepts the plan, and its documentary follow-up is scheduled: the campaign's delay after the report, to be
 * reviewed by the lead unless the coordination names somebody else.
 * @throws Refusal those of `acceptPlan`
 */
export async function acceptPlanAndFollowUp(
  uow: UnitOfWork,
  input: PlanActInput,
): Promise<{ audit: string }> {
  const accepted = await acceptPlan(uow, input);
  const audit = await uow.manager.findOneByOrFail(Audit, { id: accepted.audit });
  const campaign = await campaignOf(uow, audit);
  const issuedOn = parisDate(audit.reportIssuedAt ? new Date(audit.reportIssuedAt) : uow.now());
  await uow.insert(DocumentaryFollowUp, {
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    campaignId: audit.campaignId,
    state: documentaryFollowUpStates.initial,
    dueOn: delayFrom(campaign, 'followUp', issuedOn),
    reviewerAuditorId: uow.viewer.auditorId,
  });
  return accepted;
}
