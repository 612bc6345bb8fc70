import {
  columns,
  readModel,
  type ComputeContext,
  type ComputedEdge,
  type ReadModel,
  type Row,
} from '../../database/read-model';
import { transitionsEdge } from '../../identity';
import type { FrozenSettings } from '../needs/frozen-settings';
import { settingsView } from '../needs/set-matching-settings';
import { failureMessages, type RunFailure } from './failure-message';
import { matchingRunStates } from './matching-run.states';
import { runFacts, runsHiding } from './run-facts';

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);

/** None of runs that hide something: their acts are refused, and their guards look at the whole plan. */
const runTransitions: ComputedEdge = transitionsEdge(matchingRunStates, {
  needs: ['state'],
  async facts(rows, context) {
    const walled = await walledAmong(rows, context);
    const whole = idsOf(rows).filter((id) => !walled.has(id));
    return runFacts(context.sql, whole);
  },
});

/** Why there is no plan, in the viewer's language; not where the reason could be a hidden team. */
const message: ComputedEdge = {
  kind: 'computed',
  needs: ['storedFailure'],
  async compute(rows, context) {
    const walled = await walledAmong(rows, context);
    return failureMessages(
      rows.map((row) => (walled.has(row.id) ? null : (row['storedFailure'] as RunFailure | null))),
      context,
    );
  },
};

/**
 * The state of a run as a viewer may know it. To whom a tie may hide a service, the run of somebody else that leaves
 * seats empty reads like one that fills them: were all seats filled that he sees, he would know of another service.
 */
const STATE_IN_SIGHT = `
  case when t.state = 'INFEASIBLE' and t.started_by_id <> app.account_id() and app.walled_services() <> '{}'
    then 'SOLVED' else t.state end`;

/** The settings of the campaign as the run kept them. */
const settings: ComputedEdge = {
  kind: 'computed',
  needs: ['storedSettings'],
  compute: (rows) =>
    Promise.resolve(rows.map((row) => settingsView(row['storedSettings'] as FrozenSettings, null))),
};

/** Which of these runs hide something from the viewer. */
const walledAmong = (rows: readonly Row[], { viewer, sqlOfActs }: ComputeContext): Promise<Set<string>> =>
  runsHiding(sqlOfActs, idsOf(rows), viewer);

/** A figure of the whole plan, from which a hidden team could be told: for those from whom none is hidden. */
function ofWholePlan(field: string): ComputedEdge {
  return {
    kind: 'computed',
    needs: [field],
    async compute(rows, context) {
      const walled = await walledAmong(rows, context);
      return rows.map((row) => (walled.has(row.id) ? null : row[field]));
    },
  };
}

/** A value that the acts' tables hold about the run itself, and no row that the viewer could see. */
function ofTable(expression: string, table: string, isWholePlan: boolean): ComputedEdge {
  return {
    kind: 'computed',
    needs: [],
    async compute(rows, context) {
      const walled = isWholePlan ? await walledAmong(rows, context) : new Set<string>();
      const found = await context.sqlOfActs<{ id: string; value: unknown }>(
        `select t.id, ${expression} as value from ${table} t where t.id = any($1::uuid[])`,
        [idsOf(rows).filter((id) => !walled.has(id))],
      );
      const byRun = new Map(found.map(({ id, value }) => [id, value]));
      return rows.map(({ id }) => byRun.get(id) ?? null);
    },
  };
}

/** How runs and what they propose are read. */
export const runReads: readonly ReadModel[] = [
  readModel({
    type: 'MatchingRun',
    table: 'matching_run',
    columns: columns(
      `campaignId operationId baseRunId isDryRun seed seconds memoryMegabytes rulesHash solverVersion
       status boundCovers stoppedBy finishedAt publishedAt version createdAt updatedAt`,
      {
        state: STATE_IN_SIGHT,
        storedFailure: 't.failure',
        storedSettings: 't.settings',
        storedObjective: 't.objective',
        storedBound: 't.bound',
        storedGap: 't.gap',
        storedSolvedSeconds: 't.solved_seconds',
        startedByPersonId: 'app.person_of_account(t.started_by_id)',
        publishedByPersonId: 'app.person_of_account(t.published_by_id)',
      },
    ),
    always: ['state'],
    edges: {
      campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
      operation: { kind: 'one', to: 'Operation', key: 'operationId' },
      baseRun: { kind: 'one', to: 'MatchingRun', key: 'baseRunId' },
      startedBy: { kind: 'one', to: 'Person', key: 'startedByPersonId' },
      publishedBy: { kind: 'one', to: 'Person', key: 'publishedByPersonId' },
      teams: { kind: 'many', to: 'ProposedTeam', column: 'matching_run_id' },
      settings,
      objective: ofWholePlan('storedObjective'),
      bound: ofWholePlan('storedBound'),
      gap: ofWholePlan('storedGap'),
      solvedSeconds: ofWholePlan('storedSolvedSeconds'),
      message,
      snapshotHash: ofTable('t.sha256', 'matching_snapshot', false),
      planHash: ofTable('t.sha256', 'matching_result', false),
      instance: ofTable('t.content', 'matching_snapshot', true),
      plan: ofTable('t.plan', 'matching_result', true),
      availableTransitions: runTransitions,
    },
  }),
  readModel({
    type: 'ProposedTeam',
    table: 'proposed_team',
    columns: columns('matchingRunId auditId week value createdAt', {
      auditedServiceId: 'app.service_of_audit(t.audit_id)',
    }),
    always: ['auditId', 'auditedServiceId'],
    edges: {
      matchingRun: { kind: 'one', to: 'MatchingRun', key: 'matchingRunId' },
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      members: { kind: 'list', to: 'ProposedMember', column: 'proposed_team_id', sort: 'seat' },
    },
  }),
  readModel({
    type: 'ProposedMember',
    table: 'proposed_member',
    columns: columns('matchingRunId proposedTeamId auditId auditorId seat isLead assignmentId createdAt'),
    always: ['auditId'],
    edges: {
      proposedTeam: { kind: 'one', to: 'ProposedTeam', key: 'proposedTeamId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
      assignment: { kind: 'one', to: 'Assignment', key: 'assignmentId' },
    },
  }),
];
