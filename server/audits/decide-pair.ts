import { Auditor } from '../auditors';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { MatchingDecision, type DecisionKind } from '../matching';
import { COMPOSING } from './assignment.states';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { conflictsOnAudit, refuseConflicts } from './team-conflicts';

/** What the coordination settles ahead of the matcher. */
export interface MatchingDecideInput {
  id?: string | null;
  auditId: string;
  auditorId: string;
  reason: string;
}

/** Which decision no longer counts. */
export interface MatchingDecisionEndInput {
  matchingDecisionId: string;
  expectedVersion: number;
}

/**
 * Settles one pair; another decision on it must be ended first. The reason of a pin is also why ties to review are passed
 * over when the plan is published.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, ALREADY_EXISTS, CONFLICT_OF_INTEREST (a pin that a tie blocks)
 */
async function decide(
  uow: UnitOfWork,
  act: string,
  kind: DecisionKind,
  input: MatchingDecideInput,
): Promise<{ matchingDecision: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, act, subjectOf(audit));
  const auditor = await uow.require(Auditor, input.auditorId, ['input', 'auditorId']);
  requireState(audit, COMPOSING);
  const standing = await uow.sql<{ kind: DecisionKind }>(
    'select kind from matching_decision where audit_id = $1 and auditor_id = $2 and ended_at is null',
    [audit.id, auditor.id],
  );
  if (standing[0]) refuse('ALREADY_EXISTS', ['input', 'auditorId'], { what: standing[0].kind });
  if (kind === 'PIN') {
    const found = (await conflictsOnAudit(uow.sql, audit, [auditor.id], uow.now())).get(auditor.id) ?? [];
    const blocking = found.filter(({ level }) => level === 'BLOCK');
    if (blocking.length > 0) refuseConflicts(uow, blocking, ['input', 'auditorId'], 'PROGRAMME');
  }
  const matchingDecision = await uow.insert(MatchingDecision, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    auditorId: auditor.id,
    kind,
    reason: input.reason,
    decidedById: String(uow.viewer.accountId),
  });
  uow.record({
    act,
    objectType: 'MatchingDecision',
    objectId: matchingDecision,
    campaignId: audit.campaignId,
  });
  return { matchingDecision };
}

/** The auditor must be on the team. */
export const pinPair = (uow: UnitOfWork, input: MatchingDecideInput) =>
  decide(uow, 'matchingPin', 'PIN', input);

/** The auditor must not be on the team. */
export const forbidPair = (uow: UnitOfWork, input: MatchingDecideInput) =>
  decide(uow, 'matchingForbid', 'FORBID', input);

/**
 * Ends a decision; it stays to be read.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, MATCHING_DECISION_ENDED
 */
export async function endDecision(
  uow: UnitOfWork,
  input: MatchingDecisionEndInput,
): Promise<{ matchingDecision: string }> {
  const path = ['input', 'matchingDecisionId'];
  const decision = await uow.require(MatchingDecision, input.matchingDecisionId, path, input.expectedVersion);
  const audit = await requireAudit(uow, decision.auditId, path);
  authorise(uow, 'matchingDecisionEnd', subjectOf(audit));
  if (decision.endedAt !== null)
    refuse('MATCHING_DECISION_ENDED', path, { date: decision.endedAt.slice(0, 10) });
  await uow.change(MatchingDecision, decision, { endedAt: uow.now().toISOString() });
  uow.record({
    act: 'matchingDecisionEnd',
    objectType: 'MatchingDecision',
    objectId: decision.id,
    campaignId: audit.campaignId,
  });
  return { matchingDecision: decision.id };
}
