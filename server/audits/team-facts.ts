import type { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../kernel/viewer';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { isDeclarationMissing, type Ask } from '../matching';
import type { FrozenConflictRule } from '../templates';
import type { AssignmentFacts } from './assignment.states';
import type { AuditState } from './audit.states';
import type { RecusalFacts } from './recusal.states';

interface AssignmentRow {
  id: string;
  auditState: AuditState;
  isFrozen: boolean;
  rules: FrozenConflictRule[];
  declarations: { signedOn: CalendarDate }[] | null;
}

/** What the guards of many assignments look at, in one statement. */
export async function assignmentFacts(
  sql: Ask,
  ids: readonly string[],
  now: Date,
): Promise<(AssignmentFacts & { id: string })[]> {
  const rows = await sql<AssignmentRow>(
    `select s.id, case a.state when 'SUSPENDED' then coalesce(a.suspended_from_state, a.state) else a.state end as "auditState",
       c.conflict_rules as "rules",
       exists (select 1 from conflict_alert x where x.assignment_id = s.id and x.state = 'OPEN') as "isFrozen",
       (select json_agg(json_build_object('signedOn', (d.signed_at at time zone 'Europe/Paris')::date))
          from declaration_of_interests d
         where d.auditor_id = s.auditor_id and d.state = 'SIGNED' and d.signed_at is not null) as "declarations"
     from assignment s join audit a on a.id = s.audit_id join campaign c on c.id = a.campaign_id
     where s.id = any($1::uuid[])`,
    [[...ids]],
  );
  const today = parisDate(now);
  return rows.map(({ id, auditState, isFrozen, rules, declarations }) => ({
    id,
    auditState,
    isFrozen,
    isDeclarationSigned: !isDeclarationMissing(rules, declarations ?? [], today),
  }));
}

/** What the guards of many recusals look at, in one statement. */
export function recusalFacts(
  sql: Ask,
  ids: readonly string[],
  viewer: Viewer,
  now: Date,
): Promise<(RecusalFacts & { id: string })[]> {
  return sql(
    `select r.id, coalesce(r.appeal_until < $2::date, false) as "isAppealOver",
       coalesce(o.person_id = $3::uuid, false) as "isDecidedByViewer"
     from recusal r left join account o on o.id = r.decided_by_id where r.id = any($1::uuid[])`,
    [[...ids], parisDate(now), viewer.personId],
  );
}

/** The same for one assignment, inside an act. */
export async function assignmentFactsOf(uow: UnitOfWork, id: string): Promise<AssignmentFacts> {
  const [facts] = await assignmentFacts(uow.sql, [id], uow.now());
  if (!facts) throw new Error('an assignment without facts');
  return facts;
}

/** The same for one recusal, inside an act. */
export async function recusalFactsOf(uow: UnitOfWork, id: string): Promise<RecusalFacts> {
  const [facts] = await recusalFacts(uow.sql, [id], uow.viewer, uow.now());
  if (!facts) throw new Error('a recusal without facts');
  return facts;
}
