import { DEFAULT_SETTINGS } from '../../../server/matching/needs/frozen-settings';
import type { Plan } from '../../../server/matching/matcher/plan';
import { auditor, instanceOf, service } from '../matching/small-instances';
import { worldId, type WorldRows } from './world-rows';

const CAMPAIGN = 'PLANNED';
const SHA = '0'.repeat(64);

/** What services need, what the coordination has settled, and runs of every state on the audits that await their team. */
export function addMatching(rows: WorldRows): void {
  const campaign_id = worldId('campaign', CAMPAIGN);
  const { weights } = DEFAULT_SETTINGS;
  rows.add('campaign_contradictory_rule', CAMPAIGN, { campaign_id, silence: 'SILENCE_IS_ACCEPTANCE' });
  rows.add('matching_settings', CAMPAIGN, { campaign_id, weights, recency_years: 5 });
  for (const letter of ['A', 'B']) {
    const name = `${letter}.PLANNED`;
    rows.add('staffing_need', name, {
      campaign_id,
      audited_service_id: worldId('audited_service', letter),
      weeks: ['2027-W10'],
    });
    for (const [kind, whom] of [
      ['PIN', `lead ${letter}`],
      ['FORBID', 'elsewhere'],
    ] as const) {
      rows.add('matching_decision', `${name}/${kind}`, {
        audit_id: worldId('audit', name),
        auditor_id: worldId('auditor', whom),
        kind,
        reason: `Décision secrète sur ${letter}`,
        decided_by_id: worldId('account', 'coordinator'),
      });
    }
  }
  for (const state of ['QUEUED', 'RUNNING', 'TIMED_OUT', 'FAILED', 'DISCARDED'])
    addRun(rows, campaign_id, state, {});
  for (const state of ['SOLVED', 'INFEASIBLE', 'PUBLISHED']) {
    const isPublished = state === 'PUBLISHED';
    addRun(rows, campaign_id, state, {
      base_run_id: isPublished ? worldId('matching_run', 'SOLVED') : null,
      status: 'FEASIBLE',
      objective: 100,
      bound: 110,
      gap: 0.1,
      bound_covers: 'ALL_PAIRS',
      stopped_by: 'WORK',
      solved_seconds: 1.5,
      finished_at: '2027-01-10T08:00:00Z',
      published_at: isPublished ? '2027-01-10T09:00:00Z' : null,
      published_by_id: isPublished ? worldId('account', 'coordinator') : null,
    });
    rows.add('matching_snapshot', state, {
      id: worldId('matching_run', state),
      sha256: SHA,
      content: INSTANCE,
    });
    rows.add('matching_result', state, {
      id: worldId('matching_run', state),
      sha256: SHA,
      plan: PLAN,
    });
  }
  for (const letter of ['A', 'B']) addTeam(rows, letter);
}

const PLANNED = ['A', 'B'].map((service) => `${service}.PLANNED`);

/** What the solved runs were solved from: two services, and two auditors for each of them. */
const INSTANCE = instanceOf(
  PLANNED.map((name) =>
    service(worldId('audit', name), {
      needs: ['CT'],
      seats: { RADIOLOGIST: 1, RADIOGRAPHER: 1, MEDICAL_PHYSICIST: 1 },
    }),
  ),
  ['lead A', 'member A', 'lead B', 'member B'].map((name) =>
    auditor(worldId('auditor', name), {
      profession: name.startsWith('lead') ? 'RADIOLOGIST' : 'RADIOGRAPHER',
      skills: ['CT'],
    }),
  ),
  { weights: DEFAULT_SETTINGS.weights },
);

const PLAN: Plan = {
  status: 'FEASIBLE',
  objective: 100,
  bound: 110,
  gap: 0.1,
  boundCovers: 'ALL_PAIRS',
  seconds: 1.5,
  stoppedBy: 'WORK',
  teams: ['A', 'B'].map((service) => ({
    service: worldId('audit', `${service}.PLANNED`),
    week: null,
    members: [
      { auditor: worldId('auditor', `lead ${service}`), seat: 'RADIOLOGIST' },
      { auditor: worldId('auditor', `member ${service}`), seat: 'RADIOGRAPHER' },
    ],
    lead: worldId('auditor', `lead ${service}`),
    value: 50,
  })),
  shortfalls: PLANNED.map((name) => ({
    service: worldId('audit', name),
    seat: 'MEDICAL_PHYSICIST',
    missing: 1,
    blocking: [],
    relaxations: [],
  })),
  load: {},
};

function addRun(rows: WorldRows, campaign_id: string, state: string, outcome: Record<string, unknown>): void {
  const account_id = worldId('account', 'coordinator');
  const ended: Record<string, string> = {
    QUEUED: 'QUEUED',
    RUNNING: 'RUNNING',
    TIMED_OUT: 'TIMED_OUT',
    FAILED: 'FAILED',
    DISCARDED: 'CANCELLED',
  };
  const operation_id = rows.add('operation', `coordinator run ${state}`, {
    kind: 'MATCHING_RUN',
    state: ended[state] ?? 'DONE',
    account_id,
    deadline_at: '2100-01-01T00:00:00Z',
    result: ended[state] ? null : { created: 2, changed: 0, refused: 0 },
  });
  rows.add('matching_run', state, {
    campaign_id,
    operation_id,
    state,
    seed: 1,
    seconds: 60,
    memory_megabytes: 1024,
    rules_hash: SHA,
    solver_version: 'matcher of the world',
    settings: DEFAULT_SETTINGS,
    started_by_id: account_id,
    ...outcome,
  });
}

/** The team of a service as the solved run proposes it; and as a published one did, whose auditors were called on. */
function addTeam(rows: WorldRows, service: string): void {
  for (const [run, audit] of [
    ['SOLVED', `${service}.PLANNED`],
    ['PUBLISHED', `${service}.RECUSAL_WINDOW`],
  ] as const) {
    const matching_run_id = worldId('matching_run', run);
    const audit_id = worldId('audit', audit);
    const proposed_team_id = rows.add('proposed_team', audit, {
      matching_run_id,
      audit_id,
      week: '2027-W10',
      value: 50,
    });
    for (const [who, seat] of [
      ['lead', 'RADIOLOGIST'],
      ['member', 'RADIOGRAPHER'],
    ] as const) {
      rows.add('proposed_member', `${audit}/${who}`, {
        matching_run_id,
        proposed_team_id,
        audit_id,
        auditor_id: worldId('auditor', `${who} ${service}`),
        seat,
        is_lead: who === 'lead',
        assignment_id: run === 'PUBLISHED' ? worldId('assignment', `${audit}/${who}`) : null,
      });
    }
  }
}
