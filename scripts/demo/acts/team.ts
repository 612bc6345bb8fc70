import { RequestFailed, sentence } from '../client';
import {
  AcceptAssignmentDocument,
  AgreeTeamDocument,
  CandidatesDocument,
  ConfirmTeamDocument,
  DeclineAssignmentDocument,
  PlanAuditDocument,
  PlanVisitDocument,
  ProposeAssignmentDocument,
  ShowTeamDocument,
  SubstitutesDocument,
  TeamDocument,
  type Seat,
} from '../generated/operations';
import {
  mateOf,
  moved,
  moveOf,
  noteAssignment,
  type Auditor,
  type Case,
  type Member,
  type Stage,
} from '../stage';

/** At so many audits one looks whether the service sees what it must and no more. */
const WATCHED = 3;

/** Why the coordination calls on the next auditor instead. */
const TAKE_THE_NEXT = new Set(['AUDITOR_UNAVAILABLE', 'AUDITOR_AT_MAXIMUM', 'ALREADY_ON_TEAM']);

const OVERRIDE = 'Lien ancien et sans rapport avec la scanographie, examiné avec le comité de pilotage.';

/** Plans the audit and the day of its visit. */
export async function plan(stage: Stage, audit: Case): Promise<void> {
  const { coordinator, days, ledger } = stage;
  const { applicationId } = audit;
  const planned = await coordinator.act(PlanAuditDocument, { applicationId });
  audit.id = planned.audit.id;
  audit.version = planned.audit.version;
  ledger.note('audits', audit.id, 'PLANNED');
  const visitOn = days.dateOf(audit.visitDay);
  await moved(stage, audit, coordinator.act(PlanVisitDocument, { ...moveOf(audit), visitOn }));
  if (audit.index < WATCHED) await checkCandidates(stage, audit, 'RADIOLOGIST');
}

/** Whoever works at the service must stand as blocked among the candidates. */
async function checkCandidates(stage: Stage, audit: Case, seat: Seat): Promise<void> {
  const near = stage.auditors.filter((auditor) => auditor.seat === seat && isNear(auditor, audit));
  const { candidatesFor } = await stage.coordinator.query(CandidatesDocument, { auditId: audit.id, seat });
  const isBlocked = (id: string): boolean =>
    candidatesFor.some(
      ({ auditor, conflicts }) => auditor.id === id && conflicts.some(({ level }) => level === 'BLOCK'),
    );
  if (near.length === 0) return;
  stage.checks.hold(
    'auditors who work at the service are blocked among the candidates',
    near.every(({ id }) => isBlocked(id)),
  );
}

/**
 * Calls on one auditor after the other until one can take the seat: first whom the plan names as substitutes, in its
 * order, since the life of the campaign has gone on from there.
 */
export async function fillSeat(stage: Stage, audit: Case, seat: Seat, isLead: boolean): Promise<Member> {
  for (const auditor of byPreference(stage.auditors, audit, seat, await substitutesFor(stage, audit, seat))) {
    const assignment = await propose(stage, audit, auditor, seat, isLead);
    if (!assignment) continue;
    const member: Member = {
      auditor,
      seat,
      isLead,
      assignmentId: assignment.id,
      version: assignment.version,
    };
    auditor.load += 1;
    audit.team = [...audit.team.filter((other) => other.seat !== seat), member];
    noteAssignment(stage, member, 'PROPOSED');
    return member;
  }
  throw new RequestFailed(`nobody of the pool can take the seat ${seat} at ${audit.service.name}`);
}

async function substitutesFor({ coordinator }: Stage, audit: Case, seat: Seat): Promise<string[]> {
  const asked = { matchingRunId: audit.runId, auditId: audit.id, seat };
  const { planSubstitutes } = await coordinator.query(SubstitutesDocument, asked);
  return planSubstitutes.flatMap(({ auditor }) => (auditor ? [auditor.id] : []));
}

function byPreference(
  auditors: readonly Auditor[],
  audit: Case,
  seat: Seat,
  substitutes: readonly string[],
): Auditor[] {
  const rank = ({ id }: Auditor): number => substitutes.indexOf(id) + 1 || substitutes.length + 1;
  return auditors
    .filter((auditor) => auditor.seat === seat && audit.team.every((member) => member.auditor !== auditor))
    .sort((a, b) => rank(a) - rank(b) || a.load - b.load || a.number - b.number);
}

function isNear({ ownServices }: Auditor, { service }: Case): boolean {
  return ownServices.has(service.id);
}

async function propose(stage: Stage, audit: Case, auditor: Auditor, seat: Seat, isLead: boolean) {
  const input = { auditId: audit.id, auditorId: auditor.id, seat, isLead };
  const first = await stage.coordinator.attempt(ProposeAssignmentDocument, input);
  if (first.assignment) return first.assignment;
  const [refusal] = first.userErrors;
  if (refusal?.__typename === 'ConflictOfInterestError') {
    const rules = [...new Set(refusal.conflicts.map(({ ruleCode }) => ruleCode))];
    const isOverridden = refusal.code === 'CONFLICT_REVIEW_NEEDED';
    stage.encounters.push({ rules, isOverridden });
    if (!isOverridden) return null;
    const again = { ...input, overrideReason: OVERRIDE };
    return (await stage.coordinator.act(ProposeAssignmentDocument, again)).assignment;
  }
  if (refusal && TAKE_THE_NEXT.has(refusal.code)) return null;
  throw new RequestFailed(`ProposeAssignment: ${refusal ? sentence(refusal) : 'no answer'}`);
}

/** Whoever is called on accepts and attests to have no conflict; with the trait DECLINED, one says no. */
export async function respond(stage: Stage, audit: Case): Promise<void> {
  for (const member of [...audit.team]) {
    if (audit.traits.has('DECLINED') && member === mateOf(audit)) await decline(stage, member);
    else await accept(stage, member);
  }
}

/** A member accepts. */
export async function accept(stage: Stage, member: Member): Promise<void> {
  const { auditor, assignmentId, version } = member;
  const input = { assignmentId, expectedVersion: version, attestsNoConflict: true };
  const { assignment } = await auditor.client.act(AcceptAssignmentDocument, input);
  member.version = assignment.version;
  noteAssignment(stage, member, 'ACCEPTED');
}

async function decline(stage: Stage, member: Member): Promise<void> {
  const { auditor, assignmentId, version } = member;
  const reason = 'Indisponible : absence prévue dans mon service à cette période.';
  await auditor.client.act(DeclineAssignmentDocument, { assignmentId, expectedVersion: version, reason });
  auditor.load -= 1;
  noteAssignment(stage, member, 'DECLINED');
}

/** The coordination finds someone for the seat of a radiographer that has come free. */
export async function replaceMate(stage: Stage, audit: Case): Promise<void> {
  await fillSeat(stage, audit, mateOf(audit).seat, false);
}

/** The replacement accepts. */
export async function acceptReplacement(stage: Stage, audit: Case): Promise<void> {
  await accept(stage, mateOf(audit));
}

/** Shows the team to the service, once more when somebody has been replaced. */
export async function showTeam(stage: Stage, audit: Case): Promise<void> {
  const { checks } = stage;
  if (audit.index < WATCHED) {
    checks.hold('a service does not see an auditor before it is shown the team', !(await seesMate(audit)));
  }
  await moved(stage, audit, stage.coordinator.act(ShowTeamDocument, moveOf(audit)), 'RECUSAL_WINDOW');
  if (audit.index < WATCHED) {
    checks.hold('a service sees its team once it is shown', await seesMate(audit));
  }
}

async function seesMate(audit: Case): Promise<boolean> {
  const { assignmentId } = mateOf(audit);
  const seen = await audit.service.manager.query(TeamDocument, { auditId: audit.id });
  return seen.audit?.assignments.nodes.some(({ id }) => id === assignmentId) ?? false;
}

/** The service agrees to the team, which spares everyone the wait. */
export async function agreeTeam(stage: Stage, audit: Case): Promise<void> {
  await moved(stage, audit, audit.service.manager.act(AgreeTeamDocument, moveOf(audit)));
}

/** Confirms the team: the window is over, or the service has agreed. */
export async function confirmTeam(stage: Stage, audit: Case): Promise<void> {
  await moved(stage, audit, stage.coordinator.act(ConfirmTeamDocument, moveOf(audit)), 'TEAM_CONFIRMED');
  for (const member of audit.team) {
    member.version += 1;
    noteAssignment(stage, member, 'CONFIRMED');
  }
}
