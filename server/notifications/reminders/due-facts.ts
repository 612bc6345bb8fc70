import type { Ask } from '../../database/read-model';
import type { CalendarDate } from '../../kernel/working-days';
import type { TopicCode } from '../topics';

/** Somebody owes something, or may still do it, until a day. */
export interface DueFact {
  topic: ReminderTopic;
  objectType: string;
  objectId: string;
  dueOn: CalendarDate;
  auditId: string | null;
  campaignId: string | null;
  auditedServiceId: string | null;
  /** Whose it is, when it is one auditor's own; null while he is frozen: others may still be told that it is late. */
  auditorId: string | null;
}

interface Source {
  objectType: string;
  /** Rows with `id`, `due_on`, and `audit_id` or `auditor_id`; what is settled is not among them. */
  rows: string;
}

const ofAudit = (dueOn: string, where: string): Source => ({
  objectType: 'Audit',
  rows: `select a.id, a.id as audit_id, null::uuid as auditor_id, ${dueOn} as due_on from audit a where ${where}`,
});

/** In an audit that is neither suspended nor given up. */
const UNDER_WAY = `a.state not in ('SUSPENDED', 'CANCELLED', 'CLOSED')`;

/** Actions outlive their audit. */
const NOT_STOPPED = `a.state not in ('SUSPENDED', 'CANCELLED')`;

/** An auditor, unless he waits in the audit for a decision on a conflict: then he is told nothing of it. */
const unfrozen = (
  auditor: string,
  audit: string,
): string => `case when not exists (select 1 from conflict_alert x
  where x.audit_id = ${audit} and x.auditor_id = ${auditor} and x.state = 'OPEN') then ${auditor} end as auditor_id`;

/**
 * Where each reminder finds who owes what. A row leaves its list the moment that it is settled, and nobody is reminded of it
 * any more.
 */
export const DUE_SOURCES = {
  ASSIGNMENT_ANSWER_DUE: {
    objectType: 'Assignment',
    rows: `select s.id, s.audit_id, ${unfrozen('s.auditor_id', 's.audit_id')}, s.respond_by as due_on from assignment s
      join audit a on a.id = s.audit_id where s.state = 'PROPOSED' and ${UNDER_WAY}`,
  },
  RECUSAL_WINDOW: ofAudit('a.recusal_until', `a.state = 'RECUSAL_WINDOW' and not a.is_team_agreed`),
  RECUSAL_DECISION_DUE: {
    objectType: 'Recusal',
    rows: `select r.id, r.audit_id, null::uuid as auditor_id, r.decide_by as due_on from recusal r
      join audit a on a.id = r.audit_id where r.state in ('FILED', 'APPEALED') and ${UNDER_WAY}`,
  },
  RECUSAL_APPEAL_WINDOW: {
    objectType: 'Recusal',
    rows: `select r.id, r.audit_id, null::uuid as auditor_id, r.appeal_until as due_on from recusal r
      join audit a on a.id = r.audit_id where r.state = 'REFUSED' and ${UNDER_WAY}`,
  },
  SELF_ASSESSMENT_DUE: ofAudit('a.self_assessment_due_on', `a.state = 'SELF_ASSESSMENT'`),
  EVIDENCE_DUE: {
    objectType: 'EvidenceRequest',
    rows: `select q.id, q.audit_id, null::uuid as auditor_id, q.due_on from evidence_request q
      join audit a on a.id = q.audit_id where q.state in ('OPEN', 'REJECTED') and ${UNDER_WAY}`,
  },
  DRAFT_REPORT_DUE: ofAudit('a.draft_due_on', `a.state = 'DRAFT_REPORT'`),
  CONTRADICTORY_UNTIL: ofAudit(
    'a.contradictory_until',
    `a.state = 'CONTRADICTORY' and not a.is_contradictory_answered`,
  ),
  REPORT_DUE: ofAudit('a.report_due_on', `a.state = 'FINALISATION'`),
  PLAN_DUE: ofAudit('a.plan_due_on', `a.state = 'PLAN_DUE' and a.plan_submitted_at is null`),
  // Whoever waits for a colleague has no day of his own: counted from the day on which he handed in.
  PLAN_REVIEW: ofAudit(
    "(a.plan_submitted_at at time zone 'Europe/Paris')::date",
    `a.state = 'PLAN_DUE' and a.plan_submitted_at is not null`,
  ),
  ACTION_DUE: {
    objectType: 'CorrectiveAction',
    rows: `select c.id, c.audit_id, null::uuid as auditor_id, c.due_on from corrective_action c
      join audit a on a.id = c.audit_id where c.state in ('AGREED', 'IN_PROGRESS', 'REOPENED') and ${NOT_STOPPED}`,
  },
  ACTION_VERIFICATION: {
    objectType: 'CorrectiveAction',
    rows: `select c.id, c.audit_id, null::uuid as auditor_id, (c.done_at at time zone 'Europe/Paris')::date as due_on
      from corrective_action c join audit a on a.id = c.audit_id where c.state = 'DONE' and ${NOT_STOPPED}`,
  },
  EFFECTIVENESS_DUE: {
    objectType: 'CorrectiveAction',
    // The last round counts; an action that was verified and never judged has the day of its plan.
    rows: `select c.id, c.audit_id, null::uuid as auditor_id, coalesce(e.due_on, c.effectiveness_due_on) as due_on
      from corrective_action c join audit a on a.id = c.audit_id
      left join lateral (select e.due_on, e.verdict from effectiveness_check e where e.corrective_action_id = c.id
        order by e.round desc limit 1) e on true
      where c.state = 'VERIFIED' and e.verdict is null and ${NOT_STOPPED}`,
  },
  WAIVER_EXPIRING: {
    objectType: 'CorrectiveAction',
    rows: `select c.id, c.audit_id, null::uuid as auditor_id, c.waiver_expires_on as due_on from corrective_action c
      join audit a on a.id = c.audit_id where c.state = 'WAIVED' and ${NOT_STOPPED}`,
  },
  FOLLOW_UP_DUE: {
    objectType: 'DocumentaryFollowUp',
    rows: `select d.id, d.audit_id, null::uuid as auditor_id, d.due_on from documentary_follow_up d where d.state = 'OPEN'`,
  },
  FOLLOW_UP_REVIEW: {
    objectType: 'DocumentaryFollowUp',
    rows: `select d.id, d.audit_id, ${unfrozen('d.reviewer_auditor_id', 'd.audit_id')},
        (d.submitted_at at time zone 'Europe/Paris')::date as due_on
      from documentary_follow_up d where d.state = 'SUBMITTED' and d.reviewer_auditor_id is not null`,
  },
  // Who has answered is nobody's business: all are told once, and nobody again.
  SURVEY_OPEN: {
    objectType: 'Audit',
    rows: `select a.id, a.id as audit_id, null::uuid as auditor_id,
        (a.report_issued_at at time zone 'Europe/Paris')::date as due_on
      from audit a join survey s on s.campaign_id = a.campaign_id and s.state = 'OPEN'
      where a.report_issued_at is not null and a.state <> 'CANCELLED'`,
  },
  // Consent is the service's own, and may be given until the synthesis is out; who has not said anything is asked once.
  PRACTICE_CONSENT: {
    objectType: 'Finding',
    rows: `select f.id, f.audit_id, null::uuid as auditor_id,
        (a.report_issued_at at time zone 'Europe/Paris')::date as due_on
      from finding f join audit a on a.id = f.audit_id join campaign k on k.id = a.campaign_id
      where f.kind = 'REMARKABLE_PRACTICE' and f.state = 'FINAL' and a.report_issued_at is not null
        and a.state <> 'CANCELLED' and k.state not in ('SYNTHESIS_PUBLISHED', 'CANCELLED')
        and not exists (select 1 from shared_practice p where p.finding_id = f.id)`,
  },
  DECLARATION_EXPIRING: {
    objectType: 'DeclarationOfInterests',
    rows: `select d.id, null::uuid as audit_id, d.auditor_id, d.expires_on as due_on from declaration_of_interests d
      join auditor u on u.id = d.auditor_id
      where d.state = 'SIGNED' and u.qualification not in ('RETIRED', 'LAPSED')
        and not exists (select 1 from declaration_of_interests n
          where n.auditor_id = d.auditor_id and n.state = 'SIGNED' and n.expires_on > d.expires_on)`,
  },
} as const satisfies { readonly [T in TopicCode]?: Source };

export type ReminderTopic = keyof typeof DUE_SOURCES;

/** All of them as one query: `topic, object_type, id, audit_id, auditor_id, due_on`. */
export const DUE_FACTS = Object.entries<Source>(DUE_SOURCES)
  .map(
    ([topic, { objectType, rows }]) =>
      `select '${topic}' as topic, '${objectType}' as object_type, f.* from (${rows}) f`,
  )
  .join('\n union all ');

/** How long after its day something is still looked at: reminders of years ago would tell nobody anything. */
const DAYS_BACK = 365;

/**
 * Everything that is due around a day, in one statement.
 * @param sql decides which audits are looked at: as the platform, all
 * @param horizon how many calendar days ahead, or null for all
 * @param campaignId one campaign alone; without it, what belongs to no campaign is found as well
 */
export function dueFacts(
  sql: Ask,
  today: CalendarDate,
  horizon: number | null,
  campaignId: string | null = null,
): Promise<DueFact[]> {
  return sql<DueFact>(
    `select f.topic, f.object_type as "objectType", f.id as "objectId", f.due_on as "dueOn", f.audit_id as "auditId",
       a.campaign_id as "campaignId", a.audited_service_id as "auditedServiceId", f.auditor_id as "auditorId"
     from (${DUE_FACTS}) f left join audit a on a.id = f.audit_id
     where f.due_on >= $1::date - ${DAYS_BACK} and ($2::int is null or f.due_on <= $1::date + $2::int)
       and ($3::uuid is null or a.campaign_id = $3)`,
    [today, horizon, campaignId],
  );
}
