import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeAssignment, makeCoordinator } from '../support/factories';
import {
  called,
  makeComposition,
  moveRun,
  RUN,
  solved,
  type Composition,
} from '../support/matching-factories';
import { codesOf, makeTie } from '../support/teams-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** Auditors and seats of a team of a run, the leader first. */
const membersOf = (run: Json, auditId: string): Json[] =>
  run.teams.nodes.find(({ audit }: Json) => audit.id === globalId('Audit', auditId)).members;

const accept = (assignmentId: string, accountId: string) =>
  api.as(accountId).act('assignmentAccept', {
    assignmentId: globalId('Assignment', assignmentId),
    expectedVersion: 1,
    attestsNoConflict: true,
  });

/** Everybody who was called on accepts. */
async function acceptAll({ campaignId, radiologists, radiographers }: Composition): Promise<void> {
  const accounts = new Map(
    [...radiologists, ...radiographers].map(({ auditorId, accountId }) => [auditorId, accountId]),
  );
  for (const { id, auditor_id } of await called(api, campaignId)) {
    const payload = await accept(id, accounts.get(auditor_id) ?? '');
    expect(codesOf(payload)).toEqual([]);
  }
}

describe('a run', () => {
  it('is solved, published, and has everybody called on', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api);
    const run = await solved(coordinator, campaignId, { seed: 7 });
    expect(run).toMatchObject({
      state: 'SOLVED',
      isDryRun: false,
      seed: 7,
      message: null,
      snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      teams: { totalCount: audits.length },
      operation: { state: 'DONE', kind: 'MATCHING_RUN', doneCount: 100, totalCount: 100, createdCount: 2 },
    });
    expect(run.bound).toBeGreaterThanOrEqual(run.objective);
    expect(await called(api, campaignId)).toEqual([]);

    const payload = await moveRun(coordinator, 'matchingRunPublish', run);
    expect(payload.userErrors).toEqual([]);
    expect(payload.matchingRun.state).toBe('PUBLISHED');
    expect(await called(api, campaignId)).toMatchObject(
      audits
        .map(({ auditId }) => auditId)
        .sort()
        .flatMap((audit_id) => [
          { state: 'PROPOSED', seat: 'RADIOLOGIST', is_lead: true, audit_id },
          { state: 'PROPOSED', seat: 'RADIOGRAPHER', is_lead: false, audit_id },
        ]),
    );
    for (const { members } of payload.matchingRun.teams.nodes)
      for (const { assignment } of members) expect(assignment.state).toBe('PROPOSED');
  });

  it('is started once for one key, and published once', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 1 });
    const input = { idempotencyKey: randomUUID(), campaignId: globalId('Campaign', campaignId), seconds: 1 };
    const first = await coordinator.act('matchingRunStart', input, 'matchingRun { id }');
    const again = await coordinator.act('matchingRunStart', input, 'matchingRun { id }');
    expect(again).toMatchObject({ replayed: true, matchingRun: first.matchingRun });
    const other = await coordinator.act('matchingRunStart', { ...input, seconds: 2 }, 'matchingRun { id }');
    expect(codesOf(other)).toEqual(['IDEMPOTENCY_KEY_REUSED']);

    const run = await solved(coordinator, campaignId);
    const publish = {
      idempotencyKey: randomUUID(),
      matchingRunId: run.id,
      expectedVersion: run.version,
    };
    await coordinator.act('matchingRunPublish', publish, 'matchingRun { state }');
    expect(await coordinator.act('matchingRunPublish', publish, 'matchingRun { state }')).toMatchObject({
      replayed: true,
      matchingRun: { state: 'PUBLISHED' },
      userErrors: [],
    });
    expect(await called(api, campaignId)).toHaveLength(2);
    const [count] = await api.sql('select count(*)::int as count from matching_run where campaign_id = $1', [
      campaignId,
    ]);
    expect(count).toEqual({ count: 2 });
  });

  it('gives the same teams for the same data and seed', async () => {
    const { campaignId, coordinator } = await makeComposition(api, {
      audits: 4,
      radiologists: 6,
      radiographers: 6,
    });
    const [one, other] = [
      await solved(coordinator, campaignId, { seed: 3 }),
      await solved(coordinator, campaignId, { seed: 3 }),
    ];
    expect(other.snapshotHash).toBe(one.snapshotHash);
    const teams = (run: Json): Json =>
      run.teams.nodes
        .map(({ audit, members }: Json) => [audit.id, members.map(({ auditor }: Json) => auditor.id)])
        .sort();
    expect(teams(other)).toEqual(teams(one));
  });

  it('on trial is looked at and never published', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId, { isDryRun: true });
    expect(run).toMatchObject({
      state: 'SOLVED',
      isDryRun: true,
      availableTransitions: [
        { act: 'matchingRunPublish', isAvailable: false, reason: 'MATCHING_DRY_RUN' },
        { act: 'matchingRunDiscard', isAvailable: true },
      ],
    });
    expect(codesOf(await moveRun(coordinator, 'matchingRunPublish', run))).toEqual(['MATCHING_DRY_RUN']);
    expect(await called(api, campaignId)).toEqual([]);
    const discarded = await moveRun(coordinator, 'matchingRunDiscard', run);
    expect(discarded.matchingRun.state).toBe('DISCARDED');
  });

  it('that cannot fill every seat gives the best part, which can be published', async () => {
    const composition = await makeComposition(api, { audits: 2, radiographers: 1 });
    const { campaignId, coordinator, radiographers } = composition;
    await api.sql('update auditor set yearly_maximum = 1 where id = $1', [radiographers[0]?.auditorId]);
    const run = await solved(coordinator, campaignId);
    expect(run.state).toBe('INFEASIBLE');
    expect(codesOf(await moveRun(coordinator, 'matchingRunPublish', run))).toEqual([]);
    const seats = (await called(api, campaignId)).map(({ seat }) => seat).sort();
    expect(seats).toEqual(['RADIOGRAPHER', 'RADIOLOGIST', 'RADIOLOGIST']);
  });

  it('needs audits whose team is composed, in a campaign that composes', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 0 });
    const start = () => coordinator.act('matchingRunStart', { campaignId: globalId('Campaign', campaignId) });
    expect(codesOf(await start())).toEqual(['MATCHING_NOTHING_TO_COMPOSE']);
    await api.sql(`update campaign set state = 'CALL_OPEN' where id = $1`, [campaignId]);
    expect(codesOf(await start())).toEqual(['CAMPAIGN_NOT_RUNNING']);
  });
});

describe('what changes between the plan and its publication', () => {
  it('stops all of it, and names the pair and the tie', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api);
    const run = await solved(coordinator, campaignId);
    const audit = audits[0];
    if (!audit) throw new Error('no audit');
    const lead = membersOf(run, audit.auditId).find(({ isLead }: Json) => isLead);
    const [person] = await api.sql(
      `select p.id, p.given_name || ' ' || p.family_name as name from auditor u join person p on p.id = u.person_id
       where u.id = $1`,
      [uuidOf(lead.auditor.id)],
    );
    await makeTie(api, { personId: person?.['id'], organisationId: audit.organisationId });
    const payload = await moveRun(coordinator, 'matchingRunPublish', run);
    expect(codesOf(payload)).toEqual(['MATCHING_PAIR_CHANGED', 'CONFLICT_OF_INTEREST']);
    const [changed, conflict] = payload.userErrors;
    expect(changed.message).toContain(person?.['name']);
    expect(changed.message).toMatch(/AUD-2027-\d{5}/);
    expect(conflict.conflicts).toMatchObject([{ ruleCode: 'C01', level: 'BLOCK' }, { ruleCode: 'C03' }]);
    expect(await called(api, campaignId)).toEqual([]);
    expect((await solved(coordinator, campaignId)).state).toBe('SOLVED');
  });

  it('may be that somebody is away, has reached his maximum or is not qualified any more', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId);
    const [one, other] = membersOf(run, audits[0]?.auditId ?? '').map(({ auditor }: Json) =>
      uuidOf(auditor.id),
    );
    await api.sql('update auditor set yearly_maximum = 0 where id = $1', [one]);
    await api.sql(`update auditor set qualification = 'SUSPENDED' where id = $1`, [other]);
    const codes = codesOf(await moveRun(coordinator, 'matchingRunPublish', run));
    expect([...codes].sort()).toEqual([
      'AUDITOR_AT_MAXIMUM',
      'AUDITOR_NOT_QUALIFIED',
      'MATCHING_PAIR_CHANGED',
      'MATCHING_PAIR_CHANGED',
    ]);
  });
});

describe('a publication', () => {
  it('is undone while nobody has accepted, and may be made again', async () => {
    const { campaignId, coordinator } = await makeComposition(api);
    const run = await solved(coordinator, campaignId);
    const published = (await moveRun(coordinator, 'matchingRunPublish', run)).matchingRun;
    const undone = await moveRun(coordinator, 'matchingRunUndo', published);
    expect(undone.userErrors).toEqual([]);
    expect(undone.matchingRun).toMatchObject({ state: 'SOLVED', publishedAt: null });
    expect((await called(api, campaignId)).map(({ state }) => state)).toEqual(Array(4).fill('REPLACED'));
    const again = await moveRun(coordinator, 'matchingRunPublish', undone.matchingRun);
    expect(again.userErrors).toEqual([]);
    expect((await called(api, campaignId, 'PROPOSED')).length).toBe(4);
  });

  it('is not undone once somebody has accepted', async () => {
    const composition = await makeComposition(api, { audits: 1 });
    const { campaignId, coordinator } = composition;
    const run = await solved(coordinator, campaignId);
    const published = (await moveRun(coordinator, 'matchingRunPublish', run)).matchingRun;
    await acceptAll(composition);
    const refused = await moveRun(coordinator, 'matchingRunUndo', published);
    expect(refused.userErrors).toMatchObject([
      { code: 'MATCHING_RUN_ACCEPTED', message: expect.stringContaining('(2)') },
    ]);
    expect((await called(api, campaignId)).map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  it('makes the one before it history', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 1 });
    const first = (await moveRun(coordinator, 'matchingRunPublish', await solved(coordinator, campaignId)))
      .matchingRun;
    const later = await moveRun(coordinator, 'matchingRunPublish', await solved(coordinator, campaignId));
    expect(later.userErrors).toEqual([]);
    expect(codesOf(await moveRun(coordinator, 'matchingRunUndo', first))).toEqual([
      'MATCHING_RUN_SUPERSEDED',
    ]);
    expect((await called(api, campaignId)).map(({ state }) => state)).toEqual(['PROPOSED', 'PROPOSED']);
  });

  it('withdraws who was proposed and is not in the plan', async () => {
    const { campaignId, audits, radiologists, coordinator } = await makeComposition(api, {
      audits: 1,
      radiologists: 2,
    });
    const run = await solved(coordinator, campaignId);
    const auditId = audits[0]?.auditId ?? '';
    const planned = membersOf(run, auditId).map(({ auditor }: Json) => uuidOf(auditor.id));
    const other = radiologists.find(({ auditorId }) => !planned.includes(auditorId));
    await makeAssignment(api, {
      auditId,
      auditorId: other?.auditorId ?? '',
      state: 'PROPOSED',
      isLead: true,
    });
    expect(codesOf(await moveRun(coordinator, 'matchingRunPublish', run))).toEqual([]);
    expect(await called(api, campaignId, 'REPLACED')).toMatchObject([{ auditor_id: other?.auditorId }]);
    expect((await called(api, campaignId, 'PROPOSED')).map(({ auditor_id }) => auditor_id).sort()).toEqual(
      planned.sort(),
    );
  });
});

describe('after a recusal of somebody who had accepted', () => {
  it('a new run calls on one substitute and moves nobody else', async () => {
    const composition = await makeComposition(api, { audits: 3, radiologists: 5, radiographers: 4 });
    const { campaignId, coordinator } = composition;
    await moveRun(coordinator, 'matchingRunPublish', await solved(coordinator, campaignId));
    await acceptAll(composition);
    const before = await called(api, campaignId);
    const recused = before.find(({ seat }) => seat === 'RADIOLOGIST');
    await api.sql(`update assignment set state = 'RECUSED' where id = $1`, [recused?.['id']]);
    await api.sql(
      `insert into recusal (id, audit_id, assignment_id, state, reason, decide_by, decided_at)
       values ($1, $2, $3, 'GRANTED', 'Ancien associé', '2027-02-01', now())`,
      [randomUUID(), recused?.['audit_id'], recused?.['id']],
    );
    const run = await solved(coordinator, campaignId);
    expect(run.state).toBe('SOLVED');
    expect(codesOf(await moveRun(coordinator, 'matchingRunPublish', run))).toEqual([]);
    const accepted = before.filter(({ id }) => id !== recused?.['id']);
    expect(await called(api, campaignId, 'ACCEPTED')).toEqual(
      accepted.map((each) => ({ ...each, state: 'ACCEPTED' })),
    );
    const substitutes = await called(api, campaignId, 'PROPOSED');
    expect(substitutes).toMatchObject([
      { audit_id: recused?.['audit_id'], seat: 'RADIOLOGIST', is_lead: true },
    ]);
    expect(substitutes[0]?.['auditor_id']).not.toBe(recused?.['auditor_id']);
  });
});

describe('a run from another one', () => {
  it('changes as little of its plan as it must', async () => {
    const composition = await makeComposition(api, { audits: 4, radiologists: 6, radiographers: 5 });
    const { campaignId, audits, coordinator } = composition;
    const base = await solved(coordinator, campaignId);
    const lost = membersOf(base, audits[0]?.auditId ?? '').find(({ seat }: Json) => seat === 'RADIOGRAPHER');
    await coordinator.act('matchingForbid', {
      auditId: globalId('Audit', audits[0]?.auditId ?? ''),
      auditorId: lost.auditor.id,
      reason: 'A quitté la région.',
    });
    const run = await solved(coordinator, campaignId, { baseRunId: base.id });
    expect(run).toMatchObject({ state: 'SOLVED', message: null });
    const pairsOf = ({ teams }: Json): string[] =>
      teams.nodes.flatMap(({ audit, members }: Json) =>
        members.map(({ auditor }: Json) => `${audit.id} ${auditor.id}`),
      );
    const kept = pairsOf(run).filter((pair) => pairsOf(base).includes(pair));
    expect(pairsOf(run)).toHaveLength(8);
    expect(kept).toHaveLength(7);
    const elsewhere = await makeComposition(api, { audits: 1 });
    const foreign = await elsewhere.coordinator.act('matchingRunStart', {
      campaignId: globalId('Campaign', elsewhere.campaignId),
      baseRunId: base.id,
    });
    expect(codesOf(foreign)).toEqual(['MATCHING_BASE_ELSEWHERE']);
  });
});

describe('pins and forbidden pairs', () => {
  it('hold in the plan until they are ended, each with its reason', async () => {
    const { campaignId, audits, radiologists, coordinator } = await makeComposition(api, {
      audits: 2,
      radiologists: 3,
    });
    const [audit, second] = audits;
    const [pinned, forbidden] = radiologists;
    const decide = (act: string, auditId = '', auditorId = '') =>
      coordinator.act(
        act,
        {
          auditId: globalId('Audit', auditId),
          auditorId: globalId('Auditor', auditorId),
          reason: 'Connaît la filière.',
        },
        'matchingDecision { id kind reason version decidedBy { familyName } }',
      );
    const pin = await decide('matchingPin', audit?.auditId, pinned?.auditorId);
    expect(pin).toMatchObject({
      userErrors: [],
      matchingDecision: { kind: 'PIN', reason: 'Connaît la filière.' },
    });
    await decide('matchingForbid', second?.auditId, forbidden?.auditorId);
    const twice = await decide('matchingForbid', audit?.auditId, pinned?.auditorId);
    expect(codesOf(twice)).toEqual(['ALREADY_EXISTS']);
    const run = await solved(coordinator, campaignId);
    const auditors = (auditId = ''): string[] =>
      membersOf(run, auditId).map(({ auditor }: Json) => uuidOf(auditor.id));
    expect(auditors(audit?.auditId)).toContain(pinned?.auditorId);
    expect(auditors(second?.auditId)).not.toContain(forbidden?.auditorId);

    const { id, version } = pin.matchingDecision;
    const end = () =>
      coordinator.act(
        'matchingDecisionEnd',
        { matchingDecisionId: id, expectedVersion: version },
        'matchingDecision { endedAt }',
      );
    expect((await end()).matchingDecision.endedAt).not.toBeNull();
    expect(codesOf(await end())).toEqual(['STALE_VERSION']);
    expect(codesOf(await decide('matchingForbid', audit?.auditId, pinned?.auditorId))).toEqual([]);
  });

  it('refuse a pin that a tie blocks, and a run whose pins contradict each other', async () => {
    const { campaignId, audits, radiologists, coordinator } = await makeComposition(api, {
      audits: 1,
      radiologists: 3,
    });
    const [audit] = audits;
    const pin = ({ auditorId } = { auditorId: '' }) =>
      coordinator.act('matchingPin', {
        auditId: globalId('Audit', audit?.auditId ?? ''),
        auditorId: globalId('Auditor', auditorId),
        reason: 'Connaît la filière.',
      });
    const [first, second, tied] = radiologists;
    await makeTie(api, { personId: tied?.personId ?? '', organisationId: audit?.organisationId ?? '' });
    expect(codesOf(await pin(tied))).toEqual(['CONFLICT_OF_INTEREST']);
    expect(codesOf(await pin(first))).toEqual([]);
    expect(codesOf(await pin(second))).toEqual([]);
    const run = await solved(coordinator, campaignId);
    expect(run).toMatchObject({ state: 'FAILED', status: null, operation: { state: 'FAILED' } });
    expect(run.message).toMatch(
      /^What is settled contradicts itself: more people pinned than seats – .*AUD-2027-\d{5}/,
    );
    expect(codesOf(await moveRun(coordinator, 'matchingRunPublish', run))).toEqual(['ILLEGAL_TRANSITION']);
  });
});

describe('who sees runs', () => {
  it('is the programme alone, and no service or auditor', async () => {
    const { campaignId, audits, radiologists, coordinator } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId);
    const query = `query ($id: ID!) { matchingRun(id: $id) { id } node(id: $id) { id } }`;
    for (const account of [audits[0]?.managerId, radiologists[0]?.accountId]) {
      const { data } = await api.as(account ?? '').run(query, { id: run.id });
      expect(data).toEqual({ matchingRun: null, node: null });
      const refused = await moveRun(api.as(account ?? ''), 'matchingRunPublish', run);
      expect(codesOf(refused)).toEqual(['NOT_FOUND']);
    }
    const other = api.as(await makeCoordinator(api));
    const { data } = await other.run(`query ($id: ID!) { matchingRun(id: $id) { ${RUN} } }`, { id: run.id });
    expect(data.matchingRun).toMatchObject({ id: run.id, state: 'SOLVED', operation: null });
  });
});

/** The UUID in a global id. */
function uuidOf(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
}
