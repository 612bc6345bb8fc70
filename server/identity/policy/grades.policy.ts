import type { Bind, Row, RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, both, either, NOTHING, ofOwnTeam, ofVisibleAudit, programme } from '../row-rules';

/** States in which the team works with the self-assessment. */
const AFTER_SELF_ASSESSMENT = `('DOCUMENT_REVIEW', 'ON_SITE', 'DRAFT_REPORT', 'CONTRADICTORY', 'FINALISATION',
  'REPORT_ISSUED', 'PLAN_DUE', 'FOLLOW_UP', 'CLOSED')`;

/** The row's audit has left the self-assessment behind, be it suspended since. */
const selfAssessed = (t: string): string => `exists (
  select 1 from audit a where a.id = ${t}.audit_id
    and (case a.state when 'SUSPENDED' then a.suspended_from_state else a.state end) in ${AFTER_SELF_ASSESSMENT})`;

/**
 * Every present grader of the row's audit, and there are two at least, has submitted the section of the row's
 * criterion. While a seat is empty nobody compares: whoever takes it must judge blind as well.
 */
const submittedByAll = (t: string): string => `(
  select count(*) > 1 and count(*) = count(u.id)
  from criterion c
  join assignment s on s.audit_id = ${t}.audit_id and s.seat <> 'OBSERVER'
    and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
  left join section_submission u
    on u.audit_id = s.audit_id and u.section_id = c.section_id and u.auditor_id = s.auditor_id
  where c.id = ${t}.criterion_id)`;

/**
 * The viewer has judged for himself: he has submitted the section of the row's criterion, or the visit is over, or he
 * only observes. Whoever takes another's seat after a consensus was found must not read it first.
 */
const judged = (t: string, auditorId: string | null, bind: Bind): string => {
  const viewer = `${bind(auditorId)}::uuid`;
  return `(exists (select 1 from audit a where a.id = ${t}.audit_id and a.visit_closed_at is not null)
    or exists (
      select 1 from assignment s
      where s.audit_id = ${t}.audit_id and s.auditor_id = ${viewer} and s.seat = 'OBSERVER'
        and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED'))
    or exists (
      select 1 from criterion c join section_submission u on u.section_id = c.section_id
      where c.id = ${t}.criterion_id and u.audit_id = ${t}.audit_id and u.auditor_id = ${viewer}))`;
};

const teamGrades: RowRule = (viewer, t, bind) => {
  const team = ofOwnTeam(viewer, t, bind);
  if (team === NOTHING) return NOTHING;
  const own = viewer.auditorId ? `${t}.auditor_id = ${bind(viewer.auditorId)}` : NOTHING;
  const raw = either(own, submittedByAll(t));
  return both(
    team,
    `case ${t}.stage when 'CONSENSUS' then ${judged(t, viewer.auditorId, bind)} when 'AUDITOR' then ${raw} else ${selfAssessed(t)} end`,
  );
};

const serviceGrades: RowRule = (viewer, t, bind) => {
  const own = amongIds('a.audited_service_id', viewer.services.keys(), bind);
  if (own === NOTHING) return NOTHING;
  return `(${t}.stage <> 'AUDITOR' and exists (
    select 1 from audit a where a.id = ${t}.audit_id and ${own}
      and (${t}.stage = 'SELF' or a.draft_shared_at is not null)))`;
};

/** Once the report is out, the coordination reads what it rests on, raw grades included, to measure agreement. */
const programmeGrades: RowRule = (viewer, t, bind, within, parents) => {
  const free = programme(viewer, 'a.audited_service_id', bind);
  if (free === NOTHING) return NOTHING;
  const isOpen = (audit: Row): boolean =>
    !!audit['reportIssuedAt'] && !viewer.walledServices.has(String(audit['auditedServiceId']));
  if (within === 'Audit' && parents?.every(isOpen)) return `${t}.stage <> 'SELF'`;
  return `(${t}.stage <> 'SELF' and exists (
    select 1 from audit a where a.id = ${t}.audit_id and a.report_issued_at is not null${free ? ` and ${free}` : ''}))`;
};

/** Grades of whatever stage, and what is as blind as they are. */
export const gradeRows: RowRule = (viewer, t, bind, within, parents) =>
  either(
    teamGrades(viewer, t, bind, within),
    serviceGrades(viewer, t, bind, within),
    programmeGrades(viewer, t, bind, within, parents),
  );

const submissionRows: RowRule = (viewer, t, bind) => {
  const free = programme(viewer, 'a.audited_service_id', bind);
  if (free === null) return null;
  const staff =
    free === NOTHING ? NOTHING : `exists (select 1 from audit a where a.id = ${t}.audit_id and ${free})`;
  return either(ofOwnTeam(viewer, t, bind), staff);
};

/**
 * Grades: the service's own for the service, and for the team once it is handed in; an auditor's for himself, for the
 * team when all have submitted the section; the consensus for the team, for the service with the draft report, for the
 * coordination with the report.
 */
export const gradesPolicy: RoomPolicy = {
  types: {
    Grade: {
      seenBy:
        'Auto-évaluation : le service, et l’équipe une fois remise. Cotation d’un auditeur : lui-même, puis l’équipe quand tous ont rendu la section. Consensus : l’équipe après avoir jugé, le service avec le pré-rapport. Coordination et comité de pilotage sans lien : cotations et consensus une fois le rapport émis.',
      rows: ofVisibleAudit(gradeRows),
      withRow:
        'id audit criterion stage value reason comment minutes capturedAt isAgreed proposedValue differenceReason version createdAt updatedAt',
      restricted: {
        auditor: { to: ['TEAM', 'COORDINATOR'] },
        agreedBy: { to: ['TEAM', 'COORDINATOR'] },
      },
    },
    GradeRowResult: {
      seenBy: 'Celui qui a envoyé les cotations.',
      rows: () => NOTHING,
      withRow: 'index clientReference gradeId userErrors',
    },
    SectionSubmission: {
      seenBy: 'L’équipe ; la coordination et le comité de pilotage sans lien avec le service.',
      rows: ofVisibleAudit(submissionRows),
      withRow: 'id audit section createdAt',
      restricted: { auditor: { to: ['TEAM', 'COORDINATOR'] } },
    },
    SectionScore: {
      seenBy: 'Ceux qui voient les cotations dont le score est fait.',
      rows: () => NOTHING,
      withRow: 'section stage score gradedCount applicableCount',
    },
  },
  mutations: {
    gradeSelf: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    gradesSelf: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    selfAssessmentSubmit: ['SERVICE_MANAGER'],
    gradeRecord: ['TEAM'],
    gradesRecord: ['TEAM'],
    sectionSubmit: ['TEAM'],
    consensusPropose: ['TEAM'],
    consensusAgree: ['TEAM'],
    consensusAgreeAll: ['TEAM'],
  },
  queries: {},
  arguments: {
    'Grade.filter.sectionIds': { reveals: 'criterion' },
    'Audit.scores.stage': { reveals: 'scores' },
  },
};
