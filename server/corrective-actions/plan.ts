import { Audit, factsOf, moveAudit, requireAudit, requireState, subjectOf } from '../audits';
import { Campaign, delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { correctiveActionStates } from './corrective-action.states';
import { freezePlan } from './freeze-plan';

/** Which audit, in which version. */
export interface PlanActInput {
  auditId: string;
  expectedVersion: number;
}

/** Which audit, and why. */
export interface PlanReturnInput extends PlanActInput {
  reason: string;
}

/**
 * Asks the service for its plan; the delay runs from the day the report was issued.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function openPlan(uow: UnitOfWork, input: PlanActInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'planOpen', input);
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  const issuedOn = parisDate(audit.reportIssuedAt ? new Date(audit.reportIssuedAt) : uow.now());
  await moveAudit(uow, audit, 'planOpen', { planDueOn: delayFrom(campaign, 'plan', issuedOn) });
  return note(uow, 'planOpen', audit);
}

/**
 * The service hands in its plan: an action for every major and critical non-conformity at least. The plan then waits
 * for the lead, and its actions stay as they are.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, PLAN_ALREADY_SUBMITTED, PLAN_INCOMPLETE
 */
export async function submitPlan(uow: UnitOfWork, input: PlanActInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'planSubmit', input);
  requireState(audit, ['PLAN_DUE']);
  if (audit.planSubmittedAt !== null) refuse('PLAN_ALREADY_SUBMITTED');
  const { findingsWithoutAction } = await factsOf(uow, audit);
  if (findingsWithoutAction > 0) refuse('PLAN_INCOMPLETE', null, { missing: findingsWithoutAction });
  await uow.change(Audit, audit, { planSubmittedAt: uow.now().toISOString(), stateReason: null });
  return note(uow, 'planSubmit', audit);
}

/**
 * The lead gives the plan back to the service, with a reason that the audit shows until it is handed in again.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, PLAN_NOT_SUBMITTED
 */
export async function returnPlan(uow: UnitOfWork, input: PlanReturnInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'planReturn', input);
  requireState(audit, ['PLAN_DUE']);
  if (audit.planSubmittedAt === null) refuse('PLAN_NOT_SUBMITTED');
  await uow.change(Audit, audit, { planSubmittedAt: null, stateReason: input.reason });
  return note(uow, 'planReturn', audit, { reason: input.reason });
}

/**
 * The lead accepts the plan: its actions are agreed, it is frozen as an annex of the report, and the follow-up starts.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, PLAN_NOT_SUBMITTED, REPORT_MISSING
 */
export async function acceptPlan(uow: UnitOfWork, input: PlanActInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'planAccept', input);
  await moveAudit(uow, audit, 'planAccept');
  const agree = correctiveActionStates.moves.find(({ act }) => act === 'agreeAction');
  if (!agree) throw new Error('actions know no move agreeAction');
  await uow.sql(
    `update corrective_action set state = $3, version = version + 1, updated_at = now()
     where audit_id = $1 and state = any($2::text[])`,
    [audit.id, [...agree.from], agree.to],
  );
  return note(uow, 'planAccept', audit, { sha256: await freezePlan(uow, audit) });
}

async function auditFor(uow: UnitOfWork, act: string, input: PlanActInput): Promise<Audit> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, act, subjectOf(audit));
  return audit;
}

function note(uow: UnitOfWork, act: string, audit: Audit, detail: Record<string, unknown> = {}) {
  uow.record({ act, objectType: 'Audit', objectId: audit.id, campaignId: audit.campaignId, detail });
  return { audit: audit.id };
}
