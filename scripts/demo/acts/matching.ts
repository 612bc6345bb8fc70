import { setTimeout as pause } from 'node:timers/promises';
import { PLACED_AUDITOR } from '../accounts';
import { RequestFailed } from '../client';
import {
  MatchingRunDocument,
  PinAuditorDocument,
  MatchingShortfallsDocument,
  ProposeTeamDocument,
  PublishMatchingRunDocument,
  SetStaffingNeedDocument,
  StartMatchingRunDocument,
  type MatchingRunQuery,
} from '../generated/operations';
import {
  moved,
  moveOf,
  noteAssignment,
  type Case,
  type Member,
  type ProposedTeam,
  type Round,
  type Stage,
} from '../stage';

type Run = NonNullable<MatchingRunQuery['matchingRun']>;

const OVERRIDE = 'Lien ancien et sans rapport avec la scanographie, examiné avec le comité de pilotage.';

/** A few dozen services are proved in much less. */
const SECONDS = 20;
const POLL_MS = 50;

/** The service works in German alone, which nobody of the pool speaks; the coordination reads it in the reasons. */
const SPOKEN = ['de'];
const SPOKEN_AFTER_ALL = ['de', 'fr'];

/**
 * Gives an audit the team that the matcher has found for it; one run for all audits of a round, published as a whole.
 * A service that cannot be served is made possible first, by what the reasons of a dry run suggest.
 */
export async function match(stage: Stage, audit: Case): Promise<void> {
  const round = stage.rounds.get(audit.anchor) ?? composeRound(stage, audit.anchor);
  stage.rounds.set(audit.anchor, round);
  const { runId, teams } = await round;
  const proposed = teams.get(audit.id);
  if (!proposed) throw new RequestFailed(`the run proposes no team for ${audit.service.name}`);
  audit.runId = runId;
  audit.team = proposed.members.map((member) => memberOf(stage, member));
  for (const member of audit.team) {
    member.auditor.load += 1;
    noteAssignment(stage, member, 'PROPOSED');
  }
  await moved(stage, audit, stage.coordinator.act(ProposeTeamDocument, moveOf(audit)), 'TEAM_PROPOSED');
}

async function composeRound(stage: Stage, anchor: number): Promise<Round> {
  const audits = stage.cases.filter((each) => each.anchor === anchor && each.id !== '');
  for (const audit of audits) {
    if (audit.traits.has('PLACED')) await place(stage, audit);
    if (audit.traits.has('UNSERVED')) await serveAfterAll(stage, audit);
  }
  const run = await solve(stage, { isDryRun: false });
  stage.checks.hold('every service of the round is served', run.state === 'SOLVED');
  stage.checks.hold('the plan is proved best', run.status === 'OPTIMAL' && run.objective === run.bound);
  const { matchingRun } = await stage.coordinator.act(PublishMatchingRunDocument, {
    matchingRunId: run.id,
    expectedVersion: run.version,
    overrideReason: OVERRIDE,
  });
  const published = await readRun(stage, matchingRun.id);
  noteKeptApart(stage, published);
  noteOverridden(stage, published);
  const teams = new Map(published.teams.nodes.flatMap((team) => (team.audit ? [[team.audit.id, team]] : [])));
  return { runId: published.id, teams };
}

/** The coordination wants one auditor on this team, whatever the matcher does with the others. */
async function place({ coordinator, auditors }: Stage, audit: Case): Promise<void> {
  const auditor = auditors.find(({ number }) => number === PLACED_AUDITOR);
  if (!auditor) throw new RequestFailed(`auditor ${PLACED_AUDITOR} is not in the pool`);
  const reason = 'Connaît le logiciel de suivi dosimétrique que le service vient d’installer.';
  await coordinator.act(PinAuditorDocument, { auditId: audit.id, auditorId: auditor.id, reason });
}

/** The manager asks for what nobody can give; a dry run says so, why, and what would help; the service gives way. */
async function serveAfterAll(stage: Stage, audit: Case): Promise<void> {
  const of = { campaignId: stage.campaign.id, auditedServiceId: audit.service.id };
  const { manager } = audit.service;
  const asked = await manager.act(SetStaffingNeedDocument, { ...of, expectedVersion: 0, languages: SPOKEN });
  const run = await solve(stage, { isDryRun: true });
  const { matchingShortfalls } = await stage.coordinator.query(MatchingShortfallsDocument, {
    matchingRunId: run.id,
  });
  const missing = matchingShortfalls.filter((each) => each.audit?.id === audit.id);
  stage.checks.hold('a service that nobody can audit is named', missing.length > 0);
  const suggestions = missing.flatMap(({ relaxations }) => relaxations);
  const chosen = suggestions.find(({ kind }) => kind === 'ALLOW_RULE');
  stage.checks.hold('the reasons suggest what would serve it', chosen !== undefined);
  const said = (sentence: string): string => sentence.replaceAll(audit.service.name, 'the service');
  stage.unserved.push({
    blocking: [...new Set(missing.flatMap(({ blocking }) => blocking.map(({ sentence }) => said(sentence))))],
    suggestions: [...new Set(suggestions.map(({ sentence }) => said(sentence)))],
    chosen: chosen ? said(chosen.sentence) : null,
  });
  await manager.act(SetStaffingNeedDocument, {
    ...of,
    expectedVersion: asked.staffingNeed.version,
    languages: SPOKEN_AFTER_ALL,
  });
}

async function solve({ coordinator, campaign }: Stage, { isDryRun }: { isDryRun: boolean }): Promise<Run> {
  const { matchingRun } = await coordinator.act(StartMatchingRunDocument, {
    campaignId: campaign.id,
    seconds: SECONDS,
    isDryRun,
  });
  for (;;) {
    const run = await readRun({ coordinator }, matchingRun.id);
    if (run.state === 'SOLVED' || run.state === 'INFEASIBLE') return run;
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING')
      throw new RequestFailed(`the matching run is ${run.state}: ${run.message ?? 'no reason given'}`);
    await pause(POLL_MS);
  }
}

async function readRun({ coordinator }: Pick<Stage, 'coordinator'>, id: string): Promise<Run> {
  const { matchingRun } = await coordinator.query(MatchingRunDocument, { id });
  if (!matchingRun) throw new RequestFailed('the coordination does not see its matching run');
  return matchingRun;
}

function memberOf({ auditors }: Stage, member: ProposedTeam['members'][number]): Member {
  const auditor = auditors.find(({ id }) => id === member.auditor?.id);
  if (!auditor || !member.assignment) throw new RequestFailed('a proposed member was not called on');
  const { id, version } = member.assignment;
  return { auditor, seat: auditor.seat, isLead: member.isLead, assignmentId: id, version };
}

/** Which rules kept how many pairs apart, as the snapshot of the run has it. */
function noteKeptApart({ keptApart }: Stage, { instance }: Run): void {
  const { conflicts } = instance as { conflicts: readonly [string, string, string][] };
  for (const [, , rule] of conflicts) keptApart[rule] = (keptApart[rule] ?? 0) + 1;
}

/** Ties to review that the coordination went past when it published. */
function noteOverridden(stage: Stage, { teams }: Run): void {
  const ties = teams.nodes.flatMap(({ audit }) => audit?.conflicts.nodes ?? []);
  for (const { ruleCode, overrideReason } of ties)
    if (overrideReason !== null) stage.encounters.push({ rules: [ruleCode], isOverridden: true });
}
