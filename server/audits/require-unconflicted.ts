import type { UnitOfWork } from '../database/unit-of-work';
import type { ErrorPath } from '../kernel/outcome';
import type { FoundConflict } from '../matching';
import type { ConflictPredicate } from '../templates';
import type { Audit } from './audit.entity';
import { requireThawed } from './frozen-assignments';
import { conflictsOnAudit, refuseConflicts } from './team-conflicts';

/** Rules that are about a team, and not about an auditor and a service. */
const ABOUT_TEAMS: ReadonlySet<ConflictPredicate> = new Set(['TEAM_SAME_EMPLOYER']);

/**
 * What blocks an auditor from judging the work of a service today, under the rules that the audit's campaign froze. Ties
 * to review do not: having audited the service before (C11) is no hindrance to following up.
 * @param isOnTeam false for an auditor who acts as something else (the coordination): that asks for no declaration
 */
export async function blockingTies(
  uow: UnitOfWork,
  audit: Audit,
  auditorId: string,
  { isOnTeam }: { isOnTeam: boolean },
): Promise<FoundConflict[]> {
  const found = await conflictsOnAudit(uow.sql, audit, [auditorId], uow.now());
  return (found.get(auditorId) ?? []).filter(
    ({ level, predicate }) =>
      level === 'BLOCK' && !ABOUT_TEAMS.has(predicate) && (isOnTeam || predicate !== 'DECLARATION_MISSING'),
  );
}

/**
 * Refuses whoever is about to judge what the service of an audit did, when a tie stands between them today, or his
 * assignment is frozen. Coordinators with a tie do not even see the audit; here it is about what they are as auditors.
 * @throws Refusal ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT with the reasons
 */
export async function requireUnconflicted(uow: UnitOfWork, audit: Audit, path: ErrorPath): Promise<void> {
  const { auditorId, assignedAudits } = uow.viewer;
  if (auditorId === null) return;
  await requireThawed(uow, audit.id, auditorId, path);
  const ties = await blockingTies(uow, audit, auditorId, { isOnTeam: assignedAudits.has(audit.id) });
  if (ties.length > 0) refuseConflicts(uow, ties, path, 'AUDITOR', 'VERIFIER_IN_CONFLICT');
}
