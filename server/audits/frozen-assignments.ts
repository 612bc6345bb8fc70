import type { UnitOfWork } from '../database/unit-of-work';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { conflictReasons, type FactSentence } from '../matching';
import type { ConflictPredicate } from '../templates';
import type { AlertLevel } from './conflict-alert.entity';
import { openAssignmentsOf, reviewAssignments } from './review-facts';
import { OWN_FACTS } from './team-conflicts';

interface OpenAlert {
  ruleCode: string;
  ruleNumber: number;
  predicate: ConflictPredicate;
  level: AlertLevel;
  facts: FactSentence[];
}

/**
 * Refuses an act by or about members of an audit whose assignment is frozen. What froze it is looked at once more: days
 * pass, and a conflict may have gone by itself.
 * @param auditorId one member, or null for all
 * @throws Refusal ASSIGNMENT_FROZEN with the reasons, as far as the reader may know them
 */
export async function requireThawed(
  uow: UnitOfWork,
  auditId: string,
  auditorId: string | null,
  path: ErrorPath | null = null,
): Promise<void> {
  if ((await openAlerts(uow, auditId, auditorId)).length === 0) return;
  const members = await openAssignmentsOf(uow.sql, auditId, auditorId);
  await reviewAssignments(uow.sql, members, 'conflictReview', uow.now());
  const open = await openAlerts(uow, auditId, auditorId);
  if (open.length === 0) return;
  const isProgramme = uow.viewer.roles.has('COORDINATOR') || uow.viewer.roles.has('STEERING_MEMBER');
  const readable = open.map((alert) =>
    isProgramme || OWN_FACTS.has(alert.predicate) ? alert : { ...alert, facts: [] },
  );
  refuse(
    'ASSIGNMENT_FROZEN',
    path,
    { rules: open.map(({ ruleCode }) => ruleCode).join(', ') },
    { kind: 'CONFLICT_OF_INTEREST', conflicts: conflictReasons(readable, uow.viewer) },
  );
}

function openAlerts(uow: UnitOfWork, auditId: string, auditorId: string | null): Promise<OpenAlert[]> {
  return uow.sql(
    `select rule_code as "ruleCode", rule_number as "ruleNumber", predicate, level, facts from conflict_alert
     where state = 'OPEN' and audit_id = $1 and ($2::uuid is null or auditor_id = $2) order by rule_code, id`,
    [auditId, auditorId],
  );
}
