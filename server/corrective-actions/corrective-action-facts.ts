import type { ComputeContext } from '../database/read-model';
import type { Viewer } from '../kernel/viewer';
import { parisDate } from '../kernel/working-days';
import { stands } from '../evidence';
import { SETTLED_STATES, type CorrectiveActionFacts } from './corrective-action.states';

/** The same for one action among many. */
export interface CorrectiveActionFactsRow extends CorrectiveActionFacts {
  id: string;
}

const SETTLED = SETTLED_STATES.map((state) => `'${state}'`).join(', ');

/** What the note `n` rests on was looked at and not refused since; a note may be a proof in its own words. */
const HOLDS = `(n.evidence_id is null or exists (
  select 1 from evidence e where e.id = n.evidence_id and e.state = 'CLEAN' and ${stands('e')}))`;

/** $1 actions, $2 the viewer's person, $3 today, $4 the viewer's services. A person may hold two accounts. */
const FACTS = `
  select c.id, a.state as "auditState",
    a.state = 'CLOSED' and (c.state = 'WAIVED' or (c.reopen_reason is not null and c.state <> 'VERIFIED')) as "isOutstanding",
    (select count(*)::int from corrective_action_note n
      where n.corrective_action_id = c.id and n.kind = 'PROOF' and ${HOLDS} and n.created_at > coalesce(
        (select max(r.created_at) from corrective_action_note r
          where r.corrective_action_id = c.id and r.kind = 'REOPENING'), '-infinity')) as "freshProofs",
    (select count(*)::int from corrective_action_dependency d join corrective_action w on w.id = d.waits_for_id
      where d.corrective_action_id = c.id and w.state not in (${SETTLED})) as "awaited",
    c.audited_service_id = any($4::uuid[]) or exists (
      select 1 from account x where x.person_id = $2::uuid and (x.id = c.proposed_by_id or x.id in (
        select o.account_id from corrective_action_owner o where o.id = c.id
        union all select n.created_by_id from corrective_action_note n
        where n.corrective_action_id = c.id and n.kind in ('PROGRESS', 'PROOF')))) as "isOwn",
    coalesce(last.due_on, c.effectiveness_due_on) as "effectDueOn",
    coalesce(last.due_on, c.effectiveness_due_on) <= $3::date as "isEffectDue",
    last.verdict is not null as "isEffectJudged",
    case c.state when 'WAIVED' then x.id is not null else c.waiver_requested_by_id is not null end as "isWaiverRequested",
    coalesce(case c.state when 'WAIVED' then x.expires_on else c.waiver_expires_on end < $3::date, false) as "isWaiverOver",
    exists (select 1 from account y where y.person_id = $2::uuid and y.id =
      case c.state when 'WAIVED' then x.requested_by_id else c.waiver_requested_by_id end) as "isWaiverOwn"
  from corrective_action c
  join audit a on a.id = c.audit_id
  left join waiver_extension x on x.id = c.id
  left join lateral (select e.due_on, e.verdict from effectiveness_check e
    where e.corrective_action_id = c.id order by e.round desc limit 1) last on true
  where c.id = any($1::uuid[])`;

/**
 * What the guards of corrective actions look at, for many actions in one statement.
 * @param sql sees every row: whose the notes are is no secret of the answer
 */
export function correctiveActionFacts(
  sql: ComputeContext['sql'],
  ids: readonly string[],
  viewer: Viewer,
  now: Date,
): Promise<CorrectiveActionFactsRow[]> {
  return sql<CorrectiveActionFactsRow>(FACTS, [
    ids,
    viewer.personId,
    parisDate(now),
    [...viewer.services.keys()],
  ]);
}
