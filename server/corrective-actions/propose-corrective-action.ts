import { requireState, subjectOf, type Audit } from '../audits';
import { Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { requireFinding, type Finding, type FindingSeverity } from '../findings';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { parisDate } from '../kernel/working-days';
import { latestDueDate } from '../reports';
import { effectivenessDate } from './action-deadlines';
import { chosenOwner, writeOwner } from './choose-owner';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates } from './corrective-action.states';
import { requireCorrectiveAction, type CorrectiveActionMoveInput } from './require-corrective-action';

/** What the service undertakes. It is said whole: what is left out is cleared. */
export interface Undertaking {
  title: string;
  /** Why it came to the finding. */
  cause?: string | null;
  /** What was done at once. */
  containment?: string | null;
  ownerName: string;
  /** Account of the service that the owner has, if he has one. */
  ownerAccountId?: string | null;
  dueOn: string;
}

/** A new action on a finding. */
export interface CorrectiveActionProposeInput extends Undertaking {
  id?: string | null;
  findingId: string;
}

/** Another wording of a proposed action. */
export type CorrectiveActionUpdateInput = Undertaking & CorrectiveActionMoveInput;

/**
 * The service proposes an action on a finding of the issued report, while its plan is due. The day on which one will
 * look for its effect is set at once.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (the audit is elsewhere), PLAN_ALREADY_SUBMITTED,
 *   FINDING_NEEDS_NO_ACTION, DUE_DATE_TOO_LATE, DATES_REVERSED, OWNER_NOT_OF_SERVICE, ID_TAKEN
 */
export async function proposeCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionProposeInput,
): Promise<{ correctiveAction: string }> {
  const path = ['input', 'findingId'];
  const { audit, finding } = await requireFinding(uow, input.findingId, path);
  authorise(uow, 'correctiveActionPropose', subjectOf(audit));
  requirePlanOpen(audit);
  if (finding.state !== 'FINAL' || !['NON_CONFORMITY', 'RECOMMENDATION'].includes(finding.kind))
    refuse('FINDING_NEEDS_NO_ACTION', path);
  const owner = await chosenOwner(uow, audit.auditedServiceId, input.ownerAccountId ?? null);
  const correctiveAction = await uow.insert(CorrectiveAction, {
    ...(input.id ? { id: input.id } : {}),
    ...(await undertaken(uow, audit, finding.severity, input)),
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    campaignId: audit.campaignId,
    findingId: finding.id,
    state: correctiveActionStates.initial,
    proposedById: uow.viewer.accountId,
  });
  await writeOwner(uow, correctiveAction, owner);
  note(uow, 'correctiveActionPropose', correctiveAction, audit);
  return { correctiveAction };
}

/**
 * The service rewrites an action that it has proposed, until it hands in the plan.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION (agreed already, or the audit is elsewhere),
 *   PLAN_ALREADY_SUBMITTED, DUE_DATE_TOO_LATE, DATES_REVERSED, OWNER_NOT_OF_SERVICE
 */
export async function updateCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionUpdateInput,
): Promise<{ correctiveAction: string }> {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, 'correctiveActionUpdate', subjectOf(audit));
  requireStateOf(correctiveActionStates, action, ['PROPOSED']);
  requirePlanOpen(audit);
  const [finding] = await uow.sql<Pick<Finding, 'severity'>>('select severity from finding where id = $1', [
    action.findingId,
  ]);
  const terms = await undertaken(uow, audit, finding?.severity ?? null, input);
  await uow.change(CorrectiveAction, action, terms);
  await writeOwner(
    uow,
    action.id,
    await chosenOwner(uow, audit.auditedServiceId, input.ownerAccountId ?? null),
  );
  note(uow, 'correctiveActionUpdate', action.id, audit);
  return { correctiveAction: action.id };
}

function requirePlanOpen(audit: Audit): void {
  requireState(audit, ['PLAN_DUE']);
  if (audit.planSubmittedAt !== null) refuse('PLAN_ALREADY_SUBMITTED');
}

async function undertaken(
  uow: UnitOfWork,
  audit: Audit,
  severity: FindingSeverity | null,
  said: Undertaking,
) {
  if (audit.reportIssuedAt === null) refuse('REPORT_MISSING');
  const path = ['input', 'dueOn'];
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  const latest = latestDueDate(campaign, severity, audit.reportIssuedAt);
  if (said.dueOn > latest) refuse('DUE_DATE_TOO_LATE', path, { latest });
  if (said.dueOn < parisDate(new Date(audit.reportIssuedAt))) refuse('DATES_REVERSED', path);
  return {
    title: said.title,
    cause: said.cause ?? null,
    containment: said.containment ?? null,
    ownerName: said.ownerName,
    dueOn: said.dueOn,
    effectivenessDueOn: effectivenessDate(campaign, said.dueOn),
  };
}

function note(uow: UnitOfWork, act: string, id: string, { campaignId }: Audit): void {
  uow.record({ act, objectType: 'CorrectiveAction', objectId: id, campaignId });
}
