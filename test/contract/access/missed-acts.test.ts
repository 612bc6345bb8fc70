import { globalId } from '../../../server/kernel/ids';
import type { Relation } from '../../../server/identity/access';
import { policy } from '../../../server/identity/policy';
import { VIEWERS, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { nameIn } from '../../support/world/world-facts';
import { schema } from './ask';
import { readGolden } from './golden-file';
import { mutations, subjectField, targetOf, type Mutation } from './mutation-inputs';
import { inFull } from './people';
import { readSightGolden } from './sight-golden';
import { lineOf, outcomeOf, post } from './try-acts';
import { undoCommits } from './undo-commits';

let open: OpenWorld;
let killed = 0;

beforeAll(async () => {
  // The first wall alone: an act that it lets through is not stopped by the second.
  open = await openWorld({ login: 'owner' });
  undoCommits();
});
afterAll(async () => {
  jest.restoreAllMocks();
  process.stdout.write(`policy rows: ${killed} mutants of acts, queries and arguments killed\n`);
  await open.api.close();
});

const golden = readGolden('mutations');

/** Rows of the table that can be replaced for a while. */
type Table = Record<string, readonly Relation[]>;

async function isMissedWith(
  table: Table,
  name: string,
  to: readonly Relation[],
  missed: () => Promise<boolean>,
) {
  const kept = table[name] ?? [];
  table[name] = to;
  try {
    return await missed();
  } finally {
    table[name] = kept;
  }
}

/** Acts that everybody does to himself: opened to all, they are what they were. */
const ONLY_ONESELF = new Set([
  'passwordChange',
  'identityLink',
  'secondFactorEnrol',
  'secondFactorConfirm',
  'secondFactorDisable',
  'signOut',
  'notificationPreferencesSet',
]);
/** Acts on what nobody else sees: opened to all, nobody else comes near. */
const SEEN_BY_ITS_OWN_ONLY = new Set([
  'operationCancel',
  'identityUnlink',
  'sessionRevoke',
  'evidenceDownload',
  'webhookEndpointUpdate',
  'webhookEndpointEnable',
  'webhookEndpointDisable',
  'webhookSecretRotate',
  'webhookDeliveryReplay',
  'webhookTrigger',
  'reportDownload',
  'outsideRecommendationUpdate',
  'outsideRecommendationSend',
  'panelTrialRecord',
  'synthesisPublish',
]);

/** Whether somebody gets another answer to an act than the golden file says; those first whom the change is about. */
async function isActMissed(mutation: Mutation, isWidened: boolean): Promise<boolean> {
  const lines = golden[mutation.name] ?? {};
  for (const service of ['A', 'B'] as const) {
    const target = targetOf(open.world, open.facts, mutation, service);
    if (!target && (subjectField(mutation) || service === 'B')) continue;
    for (const [line, words] of Object.entries(lines)) {
      const isOfTarget =
        line.startsWith(target ? `may on ${target}` : 'may') ||
        line.startsWith(target ? `refused on ${target},` : 'refused,');
      if (!isOfTarget || line.startsWith('may') === isWidened) continue;
      for (const viewer of inFull(words))
        if (lineOf(await outcomeOf(open, viewer, mutation, target, service), target) !== line) return true;
    }
  }
  return false;
}

describe('who may do an act', () => {
  const table = policy.mutations as Table;

  it.each(
    mutations
      .filter(({ name }) => !policy.mutations[name]?.includes('ANYONE'))
      .map((mutation) => [mutation.name, mutation] as const),
  )(
    '%s: each relation is missed when it goes, and everybody is noticed when he comes',
    async (name, mutation) => {
      const relations = policy.mutations[name] ?? [];
      const survivors: string[] = [];
      for (const gone of relations) {
        const rest = relations.filter((each) => each !== gone);
        const isMissed = await isMissedWith(table, name, rest, () => isActMissed(mutation, false));
        if (isMissed) killed += 1;
        else survivors.push(`without ${gone}`);
      }
      if (!ONLY_ONESELF.has(name) && !SEEN_BY_ITS_OWN_ONLY.has(name)) {
        const isNoticed = await isMissedWith(table, name, ['SIGNED_IN'], () => isActMissed(mutation, true));
        if (isNoticed) killed += 1;
        else survivors.push('open to all');
      }
      expect(survivors).toEqual([]);
    },
  );

  it('signIn: is missed by those who have not signed in', async () => {
    const [mutation] = mutations.filter(({ name }) => name === 'signIn');
    if (!mutation) throw new Error('there is no way in');
    const answer = () => outcomeOf(open, 'nobody', mutation, null, 'A');
    expect(await answer()).toBe('may');
    expect(
      await isMissedWith(table, 'signIn', ['SIGNED_IN'], async () => (await answer()) === 'hidden'),
    ).toBe(true);
    killed += 1;
  });
});

const queries = Object.values(schema.getQueryType()?.getFields() ?? {});

type Question = [document: string, variables: Record<string, unknown>];

/** A question to a root query that somebody in charge gets an answer to. */
function questionTo(name: string): Question {
  const auditId = globalId('Audit', worldId('audit', 'A.ON_SITE'));
  const auditorId = globalId('Auditor', worldId('auditor', 'late mate'));
  const run = globalId('MatchingRun', worldId('matching_run', 'SOLVED'));
  const planned = globalId('Audit', worldId('audit', 'A.PLANNED'));
  const pair = 'matchingRunId: $run, auditId: $id, auditorId: $auditorId';
  const askedOfRun = (name: string, args: string, fields: string, auditor: string): Question => [
    `query ($run: ID!, $id: ID!, $auditorId: ID!) {
      ${name}(${args}) { ${fields} } audit: node(id: $id) { id } auditor: node(id: $auditorId) { id } }`,
    { run, id: planned, auditorId: globalId('Auditor', worldId('auditor', auditor)) },
  ];
  const ofRun: Record<string, Question> = {
    why: askedOfRun('why', pair, 'value', 'lead A'),
    whyNot: askedOfRun('whyNot', pair, 'verdict', 'lead B'),
    planSubstitutes: askedOfRun(
      'planSubstitutes',
      'matchingRunId: $run, auditId: $id, seat: RADIOLOGIST',
      'change',
      'lead A',
    ),
    matchingShortfalls: askedOfRun('matchingShortfalls', 'matchingRunId: $run', 'missing', 'lead A'),
    matchingComparison: askedOfRun(
      'matchingComparison',
      'fromRunId: $run, toRunId: $run',
      'objectiveAfter',
      'lead A',
    ),
  };
  const byName: Record<string, Question> = {
    apiVersion: ['{ apiVersion }', {}],
    viewer: ['{ viewer { roles } }', {}],
    rateLimit: ['{ rateLimit { limit } }', {}],
    auditAsOf: [
      'query ($id: ID!) { auditAsOf(auditId: $id, at: "2027-01-11T00:00:00Z") { state } }',
      { id: auditId },
    ],
    trailInclusionProof: ['query ($id: ID!) { trailInclusionProof(entryId: $id) { root } }', { id: auditId }],
    trailConsistencyProof: [
      'query ($id: ID!) { trailConsistencyProof(fromCheckpointId: $id, toCheckpointId: $id) { toRoot } }',
      { id: auditId },
    ],
    nodes: ['query ($id: ID!) { nodes(ids: [$id]) { id } }', { id: auditId }],
    node: ['query ($id: ID!) { node(id: $id) { id } }', { id: auditId }],
    candidatesFor: [
      'query ($id: ID!) { candidatesFor(auditId: $id, seat: RADIOGRAPHER) { load } }',
      { id: auditId },
    ],
    campaignConflicts: [
      'query ($id: ID!) { campaignConflicts(campaignId: $id, first: 1) { totalCount } }',
      { id: globalId('Campaign', worldId('campaign', 'ON_SITE')) },
    ],
    notificationPreferences: ['{ notificationPreferences { version } }', {}],
    remindersPreview: [
      'query ($id: ID!) { remindersPreview(campaignId: $id) { topic } }',
      { id: globalId('Campaign', worldId('campaign', 'SELF_ASSESSMENT')) },
    ],
    matchingSettings: [
      'query ($id: ID!) { matchingSettings(campaignId: $id) { version } }',
      { id: globalId('Campaign', worldId('campaign', 'PLANNED')) },
    ],
    staffingNeed: [
      'query ($id: ID!, $service: ID!) { staffingNeed(campaignId: $id, auditedServiceId: $service) { version } }',
      {
        id: globalId('Campaign', worldId('campaign', 'PLANNED')),
        service: globalId('AuditedService', worldId('audited_service', 'A')),
      },
    ],
    caseSampleSize: ['{ caseSampleSize(expectedRate: 0.75, halfWidth: 0.1) { size } }', {}],
    casePooling: [
      'query ($id: ID!) { casePooling(campaignId: $id) { isShown } }',
      { id: globalId('Campaign', worldId('campaign', 'ON_SITE')) },
    ],
    campaignAgreement: [
      'query ($id: ID!) { campaignAgreement(campaignId: $id) { figures { __typename } } }',
      { id: globalId('Campaign', worldId('campaign', 'ON_SITE')) },
    ],
    campaignBurden: [
      'query ($id: ID!) { campaignBurden(campaignId: $id) { totalMinutes } }',
      { id: globalId('Campaign', worldId('campaign', 'ON_SITE')) },
    ],
    webhookDryRun: [
      'query ($id: ID!) { webhookDryRun(webhookEndpointId: $id, topic: TEST) { url } }',
      { id: globalId('WebhookEndpoint', worldId('webhook_endpoint', 'coordinator')) },
    ],
    campaignProgress: [
      'query ($id: ID!) { campaignProgress(campaignId: $id) { auditCount } }',
      { id: globalId('Campaign', worldId('campaign', 'ON_SITE')) },
    ],
    scaleComparison: [
      'query ($id: ID!) { scaleComparison(fromScaleId: $id, toScaleId: $id) { cells { count } fromScale { id } } }',
      { id: globalId('ScaleDefinition', worldId('scale_definition', 'TRIAL')) },
    ],
    ownAgreement: ['{ ownAgreement { __typename } }', {}],
    ...ofRun,
    substitutesFor: [
      'query ($id: ID!) { substitutesFor(conflictAlertId: $id) { load } }',
      { id: globalId('ConflictAlert', worldId('conflict_alert', 'B.RECUSAL_WINDOW/lead')) },
    ],
    conflictsOf: [
      'query ($id: ID!, $auditorId: ID!) { conflictsOf(auditId: $id, auditorId: $auditorId) { ruleCode } }',
      { id: auditId, auditorId },
    ],
  };
  const known = byName[name];
  if (known) return known;
  const field = queries.find((query) => query.name === name);
  if (field?.args.some(({ name: arg }) => arg === 'first'))
    return [`{ ${name}(first: 1) { totalCount } }`, {}];
  const type = String(field?.type);
  const seen = readSightGolden(open.world, open.facts)('coordinator').rows(type);
  const id = [...(open.facts.rows.get(type)?.keys() ?? [])].find((each) =>
    seen.has(nameIn(open.world, type, each)),
  );
  return [`query ($id: ID!) { ${name}(id: $id) { id } }`, { id: globalId(type, id ?? '') }];
}

/**
 * What these answer from is no part of the world (a chain with its proofs, reports of five services) or none of the
 * coordination's (doses, events, cases of the committee). Nobody misses them here; each has its own tests.
 */
const NOT_IN_THE_WORLD = new Set([
  'auditAsOf',
  'trailInclusionProof',
  'trailConsistencyProof',
  'campaignAgreement',
  'campaignBurden',
  'ownAgreement',
  'casePooling',
  'doseImport',
  'radiationEvent',
  'panelCases',
  'scaleComparison',
]);

describe('who may ask a root query', () => {
  const table = policy.queries as Table;

  it.each(queries.map(({ name }) => [name]))(
    '%s: is missed by those who lose it, and noticed by those who gain it',
    async (name) => {
      const ask = async (viewer: string) => (await post(open, viewer, ...questionTo(name))).text;
      const relations = policy.queries[name] ?? [];
      const before = {
        coordinator: await ask('coordinator'),
        steering: await ask('steering member'),
        manager: await ask('manager A'),
        nobody: await ask('nobody'),
      };
      if (!NOT_IN_THE_WORLD.has(name)) {
        expect(before.coordinator).not.toMatch(/:(null|\[\])/);
        expect(
          await isMissedWith(table, name, [], async () => (await ask('coordinator')) !== before.coordinator),
        ).toBe(true);
        killed += 1;
      }
      if (relations.includes('ANYONE')) return;
      expect(before.nobody).toContain('UNAUTHENTICATED');
      expect(
        await isMissedWith(table, name, ['ANYONE'], async () => (await ask('nobody')) !== before.nobody),
      ).toBe(true);
      killed += 1;
      if (relations.includes('SIGNED_IN') || NOT_IN_THE_WORLD.has(name)) return;
      expect(
        await isMissedWith(
          table,
          name,
          ['SIGNED_IN'],
          async () =>
            (await ask('steering member')) !== before.steering || (await ask('manager A')) !== before.manager,
        ),
      ).toBe(true);
      killed += 1;
    },
  );
});

describe('who may give an argument that tells what is for some only', () => {
  const guarded = Object.entries(policy.arguments).filter(([, rule]) => rule.to);
  const FILTERS: Readonly<Record<string, string>> = {
    'Auditor.filter.qualifications': 'auditors(first: 1, filter: { qualifications: [QUALIFIED] })',
    'Auditor.filter.departmentCodes': 'auditors(first: 1, filter: { departmentCodes: ["75"] })',
  };
  const HOLDERS: readonly (readonly [Relation, string])[] = [
    ['COORDINATOR', 'coordinator'],
    ['STEERING_MEMBER', 'steering member'],
    ['SELF', 'lead A'],
  ];

  it.each(guarded)('%s: each of them is missed when he goes', async (key, rule) => {
    const row = rule as { to: readonly Relation[] };
    const kept = row.to;
    const ask = async (viewer: string) =>
      (await post(open, viewer, `{ ${FILTERS[key]} { totalCount } }`, {})).text;
    for (const [relation, viewer] of HOLDERS) {
      expect(kept).toContain(relation);
      expect(await ask(viewer)).toContain('totalCount');
      row.to = kept.filter((each) => each !== relation);
      expect(await ask(viewer)).not.toContain('totalCount');
      row.to = kept;
      killed += 1;
    }
    for (const viewer of VIEWERS.filter((name) => /manager|editor|admin|observer/.test(name)))
      expect(await ask(viewer)).not.toContain('totalCount');
  });
});
