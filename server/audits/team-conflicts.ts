import type { UnitOfWork } from '../database/unit-of-work';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { Conflict, conflictReasons, conflictsFor, type Ask, type FoundConflict } from '../matching';
import type { ConflictPredicate, FrozenConflictRule } from '../templates';
import type { Audit } from './audit.entity';

type StaffedAudit = Pick<Audit, 'id' | 'auditedServiceId' | 'campaignId'>;

/** Rules whose facts are about the auditor alone: he may read them; those of the others speak of other people. */
export const OWN_FACTS: ReadonlySet<ConflictPredicate> = new Set([
  'SAME_LEGAL_ENTITY',
  'LINKED_ORGANISATION',
  'PAST_PRACTICE',
  'CONSULTING',
  'TELERADIOLOGY_CONTRACT',
  'PERSONAL_TIE',
  'FINANCIAL_INTEREST',
  'COMPETITOR',
  'EXTERNAL_INSPECTION',
  'PREVIOUS_AUDIT',
  'SELF_RECUSAL',
  'DECLARATION_MISSING',
]);

/** What stands against each of these auditors on the audit, under the rules that its campaign froze. */
export async function conflictsOnAudit(
  sql: Ask,
  audit: StaffedAudit,
  auditorIds: readonly string[],
  now: Date,
): Promise<Map<string, FoundConflict[]>> {
  const [campaign] = await sql<{ rules: FrozenConflictRule[] }>(
    'select conflict_rules as "rules" from campaign where id = $1',
    [audit.campaignId],
  );
  if (!campaign) throw new Error('an audit without campaign');
  return conflictsFor(sql, campaign.rules, audit, auditorIds, parisDate(now));
}

/**
 * Refuses an assignment that rules stand against.
 * @param found every conflict that is refused here
 * @throws Refusal with the reasons, as far as the reader may know them
 */
export function refuseConflicts(
  uow: UnitOfWork,
  found: readonly FoundConflict[],
  path: ErrorPath,
  reader: 'PROGRAMME' | 'AUDITOR',
  code: 'CONFLICT_OF_INTEREST' | 'CONFLICT_REVIEW_NEEDED' | 'VERIFIER_IN_CONFLICT' = 'CONFLICT_OF_INTEREST',
): never {
  const readable = found.map((conflict) =>
    reader === 'PROGRAMME' || OWN_FACTS.has(conflict.predicate) ? conflict : { ...conflict, facts: [] },
  );
  refuse(
    code,
    path,
    { rules: codesOf(found) },
    { kind: 'CONFLICT_OF_INTEREST', conflicts: conflictReasons(readable, uow.viewer) },
  );
}

/**
 * A blocking tie forbids a pair; ties to review must be passed over with a reason.
 * @throws Refusal CONFLICT_OF_INTEREST, CONFLICT_REVIEW_NEEDED
 */
export function requireReviewed(
  uow: UnitOfWork,
  found: readonly FoundConflict[],
  overrideReason: string | null,
): void {
  if (found.some(({ level }) => level === 'BLOCK'))
    refuseConflicts(uow, found, ['input', 'auditorId'], 'PROGRAMME');
  const toReview = found.filter(({ level }) => level === 'REVIEW');
  if (toReview.length > 0 && overrideReason === null) {
    refuseConflicts(uow, toReview, ['input', 'overrideReason'], 'PROGRAMME', 'CONFLICT_REVIEW_NEEDED');
  }
}

/** Keeps what was found beside an assignment; what was to be reviewed, with the reason and the name of who passed it over. */
export async function keepConflicts(
  uow: UnitOfWork,
  on: { audit: Pick<Audit, 'id'>; auditorId: string; assignment: string; overrideReason: string | null },
  found: readonly FoundConflict[],
): Promise<void> {
  for (const conflict of found) {
    const isOverridden = conflict.level === 'REVIEW';
    await uow.insert(Conflict, {
      auditId: on.audit.id,
      assignmentId: on.assignment,
      auditorId: on.auditorId,
      ruleCode: conflict.ruleCode,
      ruleNumber: conflict.ruleNumber,
      level: conflict.level,
      facts: conflict.facts,
      overriddenById: isOverridden ? uow.viewer.accountId : null,
      overrideReason: isOverridden ? on.overrideReason : null,
    });
  }
}

/** The codes of rules as a message names them. */
export function codesOf(found: readonly FoundConflict[]): string {
  return found.map(({ ruleCode }) => ruleCode).join(', ');
}

/** What of the conflicts found now forbids an assignment: blocking ties, and ties to review that nobody reviewed. */
export async function standingConflicts(
  uow: UnitOfWork,
  assignmentId: string,
  found: readonly FoundConflict[],
): Promise<FoundConflict[]> {
  const overridden = await uow.sql<{ ruleCode: string }>(
    `select rule_code as "ruleCode" from conflict where assignment_id = $1 and override_reason is not null`,
    [assignmentId],
  );
  const reviewed = new Set(overridden.map(({ ruleCode }) => ruleCode));
  return found.filter(
    ({ level, ruleCode }) => level === 'BLOCK' || (level === 'REVIEW' && !reviewed.has(ruleCode)),
  );
}

/**
 * Evaluates the rules again for everyone on the team: before it is confirmed, in case a tie appeared since.
 * @throws Refusal CONFLICT_OF_INTEREST with the reasons
 */
export async function requireTeamFreeOfConflicts(uow: UnitOfWork, audit: StaffedAudit): Promise<void> {
  const members = await uow.sql<{ id: string; auditorId: string }>(
    `select id, auditor_id as "auditorId" from assignment
     where audit_id = $1 and state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED') order by created_at, id`,
    [audit.id],
  );
  const ids = members.map(({ auditorId }) => auditorId);
  const found = await conflictsOnAudit(uow.sql, audit, ids, uow.now());
  for (const { id, auditorId } of members) {
    const standing = await standingConflicts(uow, id, found.get(auditorId) ?? []);
    if (standing.length > 0) refuseConflicts(uow, standing, ['input', 'auditId'], 'PROGRAMME');
  }
}
