import type { DataSource } from 'typeorm';
import { globalId } from '../../server/kernel/ids';
import {
  newTrailKeyPem,
  publishTrailKey,
  signDailyCheckpoints,
  trailSignerFromPem,
} from '../../server/trail';
import { parseCheckpoint } from '../../server/trail/checkpoint-note';
import { openNote, parseVerifierKey } from '../../server/trail/signed-note';
import { verifyConsistency, verifyInclusion } from '../../server/trail/verify-proof';
import { openApi, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { makeAccount, makeAuditor, makeTeamedAudit } from '../support/factories';
import { makeTrailStage, suspendAndResume, type TrailStage } from '../support/trail-factories';
import { signAll } from '../support/signing';

let api: TestApi;
let first: DataSource;
let second: DataSource;
let stage: TrailStage;
let observer: string;

beforeAll(async () => {
  api = await openApi();
  [first, second] = await Promise.all([connectTo(api), connectTo(api)]);
  stage = await makeTrailStage(api);
  observer = (await makeAccount(api, { roles: ['OBSERVER'] })).accountId;
});
afterAll(async () => {
  await Promise.all([first.destroy(), second.destroy()]);
  await api.close();
});

async function checkpoints(filter = ''): Promise<Json[]> {
  const { data, errors } = await api
    .as(observer)
    .run(`{ checkpoints(first: 50${filter}) { nodes { id origin size root keyId note } } }`);
  expect(errors).toBeUndefined();
  return data.checkpoints.nodes;
}

/** The keys as anybody reads them, without signing in. */
async function listedKeys(): Promise<{ id: string; verifierKey: string }[]> {
  const response = await fetch(new URL('/.well-known/trail-keys.json', api.url));
  return ((await response.json()) as { keys: { id: string; verifierKey: string }[] }).keys;
}

describe('a signature', () => {
  it('comes with a checkpoint of its chain, under which its entry is, for everybody to hold', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'DRAFT_REPORT',
      columns: { visit_on: '2027-01-04' },
    });
    await signAll(api, audit, 'DRAFT');
    const held = await checkpoints(
      `, filter: { campaignIds: ["${globalId('Campaign', audit.campaignId)}"] }`,
    );
    expect(held.map(({ origin, size }: Json) => [origin, size])).toEqual([
      [`vis-a-vis/trail/${audit.campaignId}`, 1],
      [`vis-a-vis/trail/${audit.campaignId}`, 2],
    ]);
    const verifiers = (await listedKeys()).map(({ verifierKey }) => parseVerifierKey(verifierKey));
    for (const { note, size, root, keyId } of held) {
      const opened = openNote(note, verifiers);
      expect(opened?.signedBy.map((verifier) => verifier.keyId)).toEqual([keyId]);
      expect(parseCheckpoint(opened?.text ?? '')).toEqual({ chain: audit.campaignId, size, root });
    }
  });

  it('of a declaration comes with one of the platform’s chain', async () => {
    const { accountId } = await makeAuditor(api, { isDeclared: false });
    const client = api.as(accountId);
    const { declaration } = await client.act(
      'declarationCreate',
      { interests: [] },
      'declaration { id version }',
    );
    const before = (await checkpoints(', filter: { isPlatform: true }')).length;
    const input = { declarationId: declaration.id, expectedVersion: declaration.version };
    expect((await client.act('declarationSign', input)).userErrors).toEqual([]);
    expect(await checkpoints(', filter: { isPlatform: true }')).toHaveLength(before + 1);
  });
});

describe('the daily round', () => {
  it('signs each chain that has grown once, whichever instances do it at once', async () => {
    await suspendAndResume(api, stage, 0, 2);
    const chain = stage.audits[0]?.campaignId;
    const rounds = [first, second, first, second].map((each) => signDailyCheckpoints(each, api.trailSigner));
    await Promise.all(rounds);
    const taken = await api.sql('select size from checkpoint where chain_id = $1', [chain]);
    expect(taken).toEqual([{ size: 4 }]);
    expect(await signDailyCheckpoints(first, api.trailSigner)).toBe(0);
  });

  it('leaves a chain alone until a day has passed, and then while it has not grown', async () => {
    const chain = stage.audits[0]?.campaignId;
    const sizes = async () =>
      (
        await api.sql<{ size: number }>('select size from checkpoint where chain_id = $1 order by size', [
          chain,
        ])
      ).map(({ size }) => size);
    await suspendAndResume(api, stage, 0, 1);
    await signDailyCheckpoints(first, api.trailSigner);
    expect(await sizes()).toEqual([4]);
    await signDailyCheckpoints(first, api.trailSigner, '0 seconds');
    expect(await sizes()).toEqual([4, 6]);
    await signDailyCheckpoints(first, api.trailSigner, '0 seconds');
    expect(await sizes()).toEqual([4, 6]);
  });
});

describe('proofs', () => {
  it('show an entry under the latest checkpoint to whom may read it, and nothing to others', async () => {
    const [audit] = stage.audits;
    const { data } = await api
      .as(stage.coordinatorId)
      .run('query ($id: ID!) { audit(id: $id) { history(first: 10) { nodes { id } } } }', {
        id: globalId('Audit', audit?.auditId ?? ''),
      });
    const query = `query ($id: ID!) { trailInclusionProof(entryId: $id) { origin index size leafHash root hashes } }`;
    const ids: string[] = data.audit.history.nodes.map(({ id }: Json) => id);
    expect(ids).toHaveLength(6);
    for (const [index, id] of ids.entries()) {
      const proof = (await api.as(stage.coordinatorId).run(query, { id })).data.trailInclusionProof;
      expect(proof).toMatchObject({ index, size: 6 });
      expect(verifyInclusion(proof)).toBe(true);
      expect((await api.as(observer).run(query, { id })).data.trailInclusionProof).toBeNull();
    }
  });

  it('are not there for an entry that no checkpoint covers', async () => {
    await suspendAndResume(api, stage, 1, 1);
    const [entry] = await api.sql<{ id: string }>(
      'select id from trail_entry where campaign_id = $1 limit 1',
      [stage.audits[1]?.campaignId],
    );
    const query = 'query ($id: ID!) { trailInclusionProof(entryId: $id) { size } }';
    const id = globalId('TrailEntry', entry?.id ?? '');
    expect((await api.as(stage.coordinatorId).run(query, { id })).data).toEqual({
      trailInclusionProof: null,
    });
  });

  it('show that one checkpoint goes on from another, of the same chain and in this order', async () => {
    const campaign = globalId('Campaign', stage.audits[0]?.campaignId ?? '');
    const [from, to] = await checkpoints(`, filter: { campaignIds: ["${campaign}"] }`);
    const [platform] = await checkpoints(', filter: { isPlatform: true }');
    const query = `query ($from: ID!, $to: ID!) { trailConsistencyProof(fromCheckpointId: $from, toCheckpointId: $to) {
      origin fromSize fromRoot toSize toRoot hashes } }`;
    const ask = async (a: string, b: string) =>
      (await api.as(observer).run(query, { from: a, to: b })).data.trailConsistencyProof;
    const proof = await ask(from.id, to.id);
    expect(proof).toMatchObject({ fromSize: 4, fromRoot: from.root, toSize: 6, toRoot: to.root });
    expect(verifyConsistency(proof)).toBe(true);
    expect(await ask(to.id, from.id)).toBeNull();
    expect(await ask(from.id, platform.id)).toBeNull();
    expect(await ask(from.id, globalId('Checkpoint', 'a7f3c7a0-0000-4000-8000-0000000000aa'))).toBeNull();
  });
});

describe('what a proof costs', () => {
  it('is what a whole chain costs: two in a request, and no third', async () => {
    const proof = (name: string) => `${name}: trailInclusionProof(entryId: "x") { size }`;
    const two = await api.as(observer).run(`{ ${proof('a')} ${proof('b')} }`);
    expect(two.data).toEqual({ a: null, b: null });
    const three = await api.as(observer).run(`{ ${proof('a')} ${proof('b')} ${proof('c')} }`);
    expect(three.errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
  });
});

describe('the keys', () => {
  it('stay listed when another one takes over', async () => {
    const before = await listedKeys();
    await publishTrailKey(first, trailSignerFromPem(newTrailKeyPem()));
    const after = await listedKeys();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
  });
});

describe('an issued report', () => {
  it('carries the checkpoint that was signed with it', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'FINALISATION',
      columns: {
        visit_on: '2027-01-04',
        draft_shared_at: '2027-01-01T08:00:00Z',
        visit_closed_at: '2027-01-01T08:00:00Z',
      },
    });
    await signAll(api, audit, 'REPORT');
    const issued = await api
      .as(audit.lead.accountId)
      .act(
        'reportIssue',
        { auditId: globalId('Audit', audit.auditId), expectedVersion: 1 },
        'report { checkpoint { origin size } }',
      );
    expect(issued).toMatchObject({
      userErrors: [],
      report: { checkpoint: { origin: `vis-a-vis/trail/${audit.campaignId}`, size: 3 } },
    });
  });
});
