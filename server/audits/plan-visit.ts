import { Campaign, delayBefore } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { moveToWorkingDay, parisDate, type CalendarDate } from '../kernel/working-days';
import { ACTIVE_ASSIGNMENT_STATES, availabilityFor } from '../matching';
import { BEFORE_VISIT } from './assignment.states';
import { Audit } from './audit.entity';
import { auditFor, recordAudit, type AuditMoveInput } from './move-audit';
import { requireState } from './require-audit';

/** The day of the visit. */
export interface AuditPlanVisitInput extends AuditMoveInput {
  visitOn: CalendarDate;
}

/**
 * Fixes or moves the day of the visit, within the campaign's dates and on a day on which the whole team is available.
 * While the self-assessment is open its due day moves along.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, VISIT_DATE_OUTSIDE_CAMPAIGN,
 * AUDITOR_UNAVAILABLE
 */
export async function planVisit(uow: UnitOfWork, input: AuditPlanVisitInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditPlanVisit', input);
  requireState(audit, BEFORE_VISIT);
  const campaign = await campaignOf(uow, audit);
  const { visitOn } = input;
  const path = ['input', 'visitOn'];
  if (visitOn < campaign.visitsFrom || visitOn > campaign.visitsTo)
    refuse('VISIT_DATE_OUTSIDE_CAMPAIGN', path, { from: campaign.visitsFrom, to: campaign.visitsTo });
  const isOpen = audit.state === 'SELF_ASSESSMENT';
  await uow.change(Audit, audit, {
    visitOn,
    ...(isOpen ? { selfAssessmentDueOn: selfAssessmentDue(campaign, visitOn, parisDate(uow.now())) } : {}),
  });
  await requireFreeTeam(uow, audit.id, path);
  return recordAudit(uow, audit, 'auditPlanVisit', { visitOn });
}

/** Everyone on the team is free on the day that the audit now has. */
async function requireFreeTeam(uow: UnitOfWork, auditId: string, path: ErrorPath): Promise<void> {
  const team = await uow.sql<{ auditorId: string }>(
    `select auditor_id as "auditorId" from assignment where audit_id = $1 and state = any($2)`,
    [auditId, ACTIVE_ASSIGNMENT_STATES],
  );
  const ids = team.map(({ auditorId }) => auditorId);
  const availability = await availabilityFor(uow.sql, auditId, ids);
  if (ids.some((id) => availability.get(id)?.isFree === false)) refuse('AUDITOR_UNAVAILABLE', path);
}

/**
 * The last day of the self-assessment: so many days before the visit as the campaign says, but never a day that is
 * over already when the visit is near.
 */
export function selfAssessmentDue(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  visitOn: CalendarDate,
  today: CalendarDate,
): CalendarDate {
  const due = delayBefore(campaign, 'selfAssessmentDue', visitOn);
  return due < today ? moveToWorkingDay(today) : due;
}

/** The campaign of an audit, whose frozen delays and dates its acts obey; not locked, since those never change. */
export async function campaignOf(uow: UnitOfWork, audit: Pick<Audit, 'campaignId'>): Promise<Campaign> {
  return uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
}
