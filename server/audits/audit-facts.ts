import { parisDate } from '../kernel/working-days';
import type { AuditFacts } from './audit.states';
import { isSigned, NEED } from './signed-seats';

/** The same for one audit among many. */
export interface AuditFactsRow extends AuditFacts {
  id: string;
}

/** What can be said of an audit without counting the grades of every criterion: cheap for a whole campaign. */
export type StepFacts = Omit<AuditFacts, 'selfGradesMissing' | 'consensusMissing'>;

/** Runs one statement; the unit of work and the readers have it. */
type Sql = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

/**
 * The facts of many audits in one statement.
 * @param now the instant that counts as now
 * @returns one row for each audit that exists, in no order
 */
export function auditFacts(sql: Sql, ids: readonly string[], now: Date): Promise<AuditFactsRow[]> {
  return sql<AuditFactsRow>(factsStatement(GRADED), [ids, parisDate(now)]);
}

/**
 * The same without what rests on single grades.
 * @returns one row for each audit that exists, in no order
 */
export function stepFacts(
  sql: Sql,
  ids: readonly string[],
  now: Date,
): Promise<(StepFacts & { id: string })[]> {
  return sql<StepFacts & { id: string }>(factsStatement(UNGRADED), [ids, parisDate(now)]);
}

const UNGRADED = { columns: '', from: '' };

/** Criteria that wait for a grade. */
const GRADED = {
  columns: `
    criteria.without_self as "selfGradesMissing",
    criteria.without_consensus as "consensusMissing",`,
  from: `
  cross join lateral (
    select
      count(*) filter (where not exists (
        select 1 from grade g where g.audit_id = a.id and g.criterion_id = c.id and g.stage = 'SELF'))::int as without_self,
      count(*) filter (where not exists (
        select 1 from grade g where g.audit_id = a.id and g.criterion_id = c.id and g.stage = 'CONSENSUS'
          and g.agreed_by_auditor_id is not null))::int as without_consensus
    from criterion c where c.template_version_id = a.template_version_id
  ) criteria`,
};

const factsStatement = (more: { columns: string; from: string }): string => `
  select a.id,${more.columns}
    team.is_complete as "isTeamComplete",
    team.is_accepted as "isTeamAccepted",
    (select count(*)::int from recusal r where r.audit_id = a.id and r.state in ('FILED', 'APPEALED')) as "openRecusals",
    coalesce(a.recusal_until < $2::date, false) as "isRecusalWindowElapsed",
    a.is_team_agreed as "isTeamAgreed",
    a.visit_on as "visitOn",
    coalesce(a.visit_on <= $2::date, false) as "isVisitReached",
    a.self_assessment_due_on as "selfAssessmentDueOn",
    coalesce(a.self_assessment_due_on < $2::date, false) as "isSelfAssessmentOverdue",
    found.standing as "findings",
    ${isSigned('DRAFT', '1')} as "isDraftSigned",
    ${isSigned('REPORT', '1')} as "isReportSigned",
    found.without_reply as "repliesMissing",
    a.is_contradictory_answered as "isContradictoryAnswered",
    coalesce(a.contradictory_until < $2::date, false) as "isContradictoryElapsed",
    found.without_disposition as "dispositionsPending",
    a.plan_submitted_at is not null as "isPlanSubmitted",
    found.without_action as "findingsWithoutAction",
    (select count(*)::int from corrective_action c where c.audit_id = a.id and c.state not in ('VERIFIED', 'WAIVED'))
      as "openActions",
    a.suspended_from_state as "suspendedFromState"
  from audit a
  ${NEED}
  cross join lateral (
    select
      count(*) filter (where s.seat = 'RADIOLOGIST') >= need."radiologists"
        and count(*) filter (where s.seat = 'RADIOGRAPHER') >= need."radiographers"
        and count(*) filter (where s.seat = 'MEDICAL_PHYSICIST') >= need."medicalPhysicists"
        and count(*) filter (where s.is_lead) = 1 as is_complete,
      count(*) filter (where s.state = 'PROPOSED' or s.attested_at is null) = 0 as is_accepted
    from assignment s
    where s.audit_id = a.id and s.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED')
  ) team${more.from}
  cross join lateral (
    select
      count(*)::int as standing,
      count(*) filter (where reply.id is null)::int as without_reply,
      count(*) filter (where reply.kind <> 'ACCEPTED' and reply.disposition is null)::int as without_disposition,
      count(*) filter (where f.kind = 'NON_CONFORMITY' and f.severity in ('MAJOR', 'CRITICAL') and not exists (
        select 1 from corrective_action c where c.finding_id = f.id))::int as without_action
    from finding f left join finding_reply reply on reply.finding_id = f.id
    where f.audit_id = a.id and f.state <> 'WITHDRAWN'
  ) found
  where a.id = any($1::uuid[])`;
