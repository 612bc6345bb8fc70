import { randomUUID } from 'node:crypto';
import type { ReviewFacts, UnitOfWork } from '../database/unit-of-work';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { conflictsBetween, conflictsOfCampaign, type Ask, type PairConflict } from '../matching';
import type { FrozenConflictRule } from '../templates';
import type { Seat } from './assignment.entity';
import { substitutesFor } from './substitutes';

/** An assignment that its auditor may still act on. */
export interface OpenAssignment {
  id: string;
  auditId: string;
  auditorId: string;
  campaignId: string;
  auditedServiceId: string;
  seat: Seat;
  isLead: boolean;
}

/** A conflict that forbids an assignment which was free of it, or in spite of which nobody decided to go on. */
interface Standing {
  assignment: OpenAssignment;
  conflict: PairConflict;
}

const OPEN = `g.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED')`;

const OPEN_ASSIGNMENT = `
  select g.id, g.audit_id as "auditId", g.auditor_id as "auditorId", a.campaign_id as "campaignId",
    a.audited_service_id as "auditedServiceId", g.seat, g.is_lead as "isLead"
  from assignment g
  join audit a on a.id = g.audit_id and a.state not in ('CLOSED', 'CANCELLED')
  where ${OPEN}`;

/**
 * Whoever calls on an auditor locks him first: a proposal that is under way is waited for, and then looked at; one that comes
 * later waits until the facts are there. Of two at once, one sees the other.
 */
const SETTLE = `
  select 1 from auditor where person_id = any($1::uuid[]) or id = any($2::uuid[]) order by id for no key update`;

/**
 * Open assignments that facts about people can touch ($1 people, or null for everybody; $2 auditors): their own, those
 * of their team mates, and those on audits of services that they belong or belonged to or answer for, for whose sake
 * others are in a conflict (reciprocity, personal ties).
 */
const TOUCHED = `
  with changed as (
    select unnest($1::uuid[]) as person_id
    union select person_id from auditor where id = any($2::uuid[])
  ),
  host_service as (
    select f.audited_service_id as id from affiliation f join changed c on c.person_id = f.person_id
    union select s.id from affiliation f join changed c on c.person_id = f.person_id
      join audited_service s on s.organisation_id = f.organisation_id
    union select m.audited_service_id from affiliation f join changed c on c.person_id = f.person_id
      join service_organisation m on m.organisation_id = f.organisation_id
    union select r.audited_service_id from role_grant r join account o on o.id = r.account_id
      join changed c on c.person_id = o.person_id
  )
  ${OPEN_ASSIGNMENT} and ($1::uuid[] is null
    or a.audited_service_id in (select id from host_service)
    or exists (select 1 from assignment m join auditor u on u.id = m.auditor_id join changed c on c.person_id = u.person_id
      where m.audit_id = g.audit_id))
  order by g.id`;

/**
 * Evaluates the conflict rules again for every open assignment that changed facts can touch: what is now in conflict is
 * frozen by an alert that proposes a substitute, what no longer is goes free, and alerts of those who left are closed.
 * Three statements for each campaign concerned, whatever the number of assignments, and some for each new alert.
 */
export const reviewFacts: ReviewFacts = async (sql, { cause, personIds = [], auditorIds = [] }, now) => {
  const people = personIds === 'EVERYBODY' ? null : [...personIds];
  const isSomebody = people === null || people.length + auditorIds.length > 0;
  if (people !== null && isSomebody) await sql(SETTLE, [people, [...auditorIds]]);
  const touched = isSomebody ? await sql<OpenAssignment>(TOUCHED, [people, [...auditorIds]]) : [];
  await reviewAssignments(sql, touched, cause, now);
  await sql(LEAVE, [now.toISOString()]);
};

/** Alerts of assignments that have ended otherwise; the partial index makes them few to look at. */
const LEAVE = `
  update conflict_alert x set state = 'LEFT', resolved_at = $1::timestamptz, version = version + 1, updated_at = now()
  where x.state = 'OPEN' and not exists (select 1 from assignment g
    join audit a on a.id = g.audit_id and a.state not in ('CLOSED', 'CANCELLED')
    where g.id = x.assignment_id and ${OPEN})`;

/** The open assignments of an audit, or of one auditor on it. */
export function openAssignmentsOf(
  sql: Ask,
  auditId: string,
  auditorId: string | null,
): Promise<OpenAssignment[]> {
  return sql(
    `${OPEN_ASSIGNMENT} and g.audit_id = $1 and ($2::uuid is null or g.auditor_id = $2) order by g.id`,
    [auditId, auditorId],
  );
}

/** Once an audit is over: its alerts are closed, and nobody is kept from another one for its sake. */
export async function reviewFormerTeam(uow: UnitOfWork, audit: { id: string }, cause: string): Promise<void> {
  const members = await uow.sql<{ auditorId: string }>(
    `select auditor_id as "auditorId" from assignment g where audit_id = $1 and ${OPEN}`,
    [audit.id],
  );
  await uow.reviewFacts({ cause, auditorIds: members.map(({ auditorId }) => auditorId) });
}

/** The same for assignments that are known, whatever the campaign. @param cause the act for whose sake it is done */
export async function reviewAssignments(
  sql: Ask,
  assignments: readonly OpenAssignment[],
  cause: string,
  now: Date,
): Promise<void> {
  const today = parisDate(now);
  for (const campaignId of new Set(assignments.map((one) => one.campaignId))) {
    const ofCampaign = assignments.filter((one) => one.campaignId === campaignId);
    const standing = await standingOn(sql, campaignId, ofCampaign, today);
    await vanish(sql, ofCampaign, standing, now);
    await freeze(sql, standing, cause, now);
  }
}

async function standingOn(
  sql: Ask,
  campaignId: string,
  assignments: readonly OpenAssignment[],
  today: CalendarDate,
): Promise<Standing[]> {
  const [campaign] = await sql<{ rules: FrozenConflictRule[] }>(
    'select conflict_rules as "rules" from campaign where id = $1',
    [campaignId],
  );
  const found = await conflictsOfCampaign(sql, campaign?.rules ?? [], campaignId, today, {
    auditorIds: [...new Set(assignments.map(({ auditorId }) => auditorId))],
    serviceIds: [...new Set(assignments.map(({ auditedServiceId }) => auditedServiceId))],
  });
  const reviewed = await sql<{ assignmentId: string; ruleCode: string }>(
    `select assignment_id as "assignmentId", rule_code as "ruleCode" from conflict
     where override_reason is not null and assignment_id = any($1::uuid[])`,
    [assignments.map(({ id }) => id)],
  );
  const overridden = new Set(reviewed.map(({ assignmentId, ruleCode }) => `${assignmentId} ${ruleCode}`));
  const between = conflictsBetween(found);
  return assignments.flatMap((assignment) =>
    between(assignment.auditorId, assignment.auditedServiceId)
      .filter(
        ({ level, ruleCode }) =>
          level === 'BLOCK' || (level === 'REVIEW' && !overridden.has(`${assignment.id} ${ruleCode}`)),
      )
      .map((conflict) => ({ assignment, conflict })),
  );
}

/** Opens the way again where the conflict of an open alert is gone. */
async function vanish(
  sql: Ask,
  assignments: readonly OpenAssignment[],
  standing: readonly Standing[],
  now: Date,
): Promise<void> {
  await sql(
    `update conflict_alert x set state = 'VANISHED', resolved_at = $1::timestamptz, version = version + 1, updated_at = now()
     where x.state = 'OPEN' and x.assignment_id = any($2::uuid[]) and x.assignment_id || ' ' || x.rule_code <> all($3::text[])`,
    [
      now.toISOString(),
      assignments.map(({ id }) => id),
      standing.map(({ assignment, conflict }) => `${assignment.id} ${conflict.ruleCode}`),
    ],
  );
}

/** One alert for each rule that newly stands against an assignment; one that is open already takes the new facts. */
async function freeze(sql: Ask, standing: readonly Standing[], cause: string, now: Date): Promise<void> {
  if (standing.length === 0) return;
  const open = await sql<{ assignmentId: string }>(
    `select distinct assignment_id as "assignmentId" from conflict_alert
     where state = 'OPEN' and assignment_id = any($1::uuid[])`,
    [standing.map(({ assignment }) => assignment.id)],
  );
  const frozen = new Set(open.map(({ assignmentId }) => assignmentId));
  const fresh = [...new Set(standing.map(({ assignment }) => assignment))].filter(
    ({ id }) => !frozen.has(id),
  );
  const substitutes = await substitutesFor(sql, fresh, now);
  const rows = standing.map(({ assignment, conflict }) => ({
    id: randomUUID(),
    audit_id: assignment.auditId,
    assignment_id: assignment.id,
    auditor_id: assignment.auditorId,
    rule_code: conflict.ruleCode,
    rule_number: conflict.ruleNumber,
    predicate: conflict.predicate,
    level: conflict.level,
    facts: conflict.facts,
    cause,
    found_at: now.toISOString(),
    substitute_auditor_id: substitutes.get(assignment.id)?.[0]?.auditorId ?? null,
  }));
  await sql(
    `insert into conflict_alert as x (id, audit_id, assignment_id, auditor_id, rule_code, rule_number, predicate, level, facts,
       cause, found_at, substitute_auditor_id)
     select id, audit_id, assignment_id, auditor_id, rule_code, rule_number, predicate, level, facts, cause, found_at,
       substitute_auditor_id
     from jsonb_to_recordset($1::jsonb) as r (id uuid, audit_id uuid, assignment_id uuid, auditor_id uuid, rule_code text,
       rule_number integer, predicate text, level text, facts jsonb, cause text, found_at timestamptz,
       substitute_auditor_id uuid)
     order by assignment_id, rule_code
     on conflict (assignment_id, rule_code) where state = 'OPEN' do update
     set level = excluded.level, facts = excluded.facts, version = x.version + 1, updated_at = now()
     where (x.level, x.facts) is distinct from (excluded.level, excluded.facts)`,
    [JSON.stringify(rows)],
  );
}
