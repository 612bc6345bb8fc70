import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { globalId } from '../../server/kernel/ids';
import { newTrailKeyPem, signDailyCheckpoints, trailSignerFromPem } from '../../server/trail';
import { signCheckpoint } from '../../server/trail/checkpoint-note';
import { noteKeyId, verifierKeyText } from '../../server/trail/signed-note';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { makeAccount } from '../support/factories';
import { asOwnerWithoutTriggers, flippingOf, flipsOf, rebuildChain } from '../support/trail-attacks';
import {
  connectAsReader,
  makeTrailStage,
  problemsOf,
  suspendAndResume,
  verifyDatabase,
  type TrailStage,
} from '../support/trail-factories';

// What somebody can do who owns the database and puts its triggers out of action. Each attack is undone after it, so that
// the next one starts from a sound trail. The draw of rows is repeated with TRAIL_SEED.
const SEED = process.env['TRAIL_SEED'] ?? randomUUID();

let api: TestApi;
let runtime: DataSource;
let reader: DataSource;
let stage: TrailStage;
let chain: string;
let held: { name: string; note: string }[];
let keys: string[];

beforeAll(async () => {
  console.log(`TRAIL_SEED=${SEED}`);
  api = await openApi();
  runtime = await connectTo(api);
  reader = await connectAsReader(api);
  stage = await makeTrailStage(api);
  await suspendAndResume(api, stage, 0, 12);
  await suspendAndResume(api, stage, 1, 8);
  const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN'] });
  for (let number = 0; number < 12; number += 1) {
    const { accountId } = await makeAccount(api);
    await api.as(admin).act('roleGrant', { accountId: globalId('Account', accountId), role: 'OBSERVER' });
  }
  await signDailyCheckpoints(runtime, api.trailSigner);
  const kept = await api.sql<{ chain_id: string; note: string }>('select chain_id, note from checkpoint');
  held = kept.map(({ chain_id, note }) => ({ name: `${chain_id}.txt`, note }));
  keys = [verifierKeyText(api.trailSigner.name, api.trailSigner.publicKey)];
  chain = stage.audits[0]?.campaignId ?? '';
  // Beyond the checkpoints as well: what came after them is guarded by the head of the chain.
  await suspendAndResume(api, stage, 0, 4);
});
afterAll(async () => {
  await Promise.all([runtime.destroy(), reader.destroy()]);
  await api.close();
});

const verify = () => verifyDatabase(reader, { checkpoints: held, keys });
const found = async (): Promise<string[]> => problemsOf(await verify());

/** Does it as the owner, looks, and undoes it. */
async function tamper(statements: string, undo: string): Promise<string[]> {
  await asOwnerWithoutTriggers(api, statements);
  const problems = await found();
  await asOwnerWithoutTriggers(api, undo);
  return problems;
}

afterEach(async () => {
  expect(await found()).toEqual([]);
});

/** A copy of a table's rows of one chain, to be put back. */
const keep = (table: string): Promise<unknown> => api.sql(`create table kept_${table} as table ${table}`);
const putBack = (table: string): Promise<void> =>
  asOwnerWithoutTriggers(
    api,
    `delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
  );

describe('a column of a row that was changed', () => {
  it('is found, whichever it is, in each of 200 rows', async () => {
    const flips = [
      ...(await flipsOf(api, 'trail_entry', 50, SEED)),
      ...(await flipsOf(api, 'trail_leaf', 50, SEED)),
      ...(await flipsOf(api, 'trail_payload', 90, SEED)),
      // When a head or a checkpoint was written is nowhere claimed: the checkpoint's text is what counts.
      ...(await flipsOf(api, 'trail_chain', 5, SEED, ['created_at'])),
      ...(await flipsOf(api, 'checkpoint', 5, SEED, ['created_at', 'id'])),
    ];
    const unseen: string[] = [];
    for (const flip of flips) {
      const { doing, undoing } = flippingOf(flip);
      const problems = await tamper(doing, undoing);
      if (problems.length === 0) unseen.push(`${flip.table}.${flip.column} where ${flip.where}`);
    }
    expect(flips.length).toBeGreaterThan(1_500);
    expect(unseen).toEqual([]);
  }, 600_000);

  it('is named with its entry', async () => {
    const problems = await tamper(
      `update trail_entry set created_at = created_at + interval '1 millisecond' where id = (
         select id from trail_leaf where chain_id = '${chain}' and index = 5)`,
      `update trail_entry set created_at = created_at - interval '1 millisecond' where id = (
         select id from trail_leaf where chain_id = '${chain}' and index = 5)`,
    );
    expect(problems).toEqual([`${chain} entry 5: its createdAt is not what was hashed`]);
  });
});

describe('rows that come, go or change places', () => {
  it.each([
    ['of the middle', 'index = 7', 'entry 7: 1 entries are missing here'],
    ['of the beginning', 'index = 0', 'entry 0: 1 entries are missing here'],
  ])('an entry %s that was deleted is missed where it was', async (_which, where, problem) => {
    for (const table of ['trail_leaf', 'trail_entry', 'trail_payload']) await keep(table);
    await asOwnerWithoutTriggers(
      api,
      `delete from trail_payload where entry_id in (select id from trail_leaf where chain_id = '${chain}' and ${where});
       delete from trail_entry where id in (select id from trail_leaf where chain_id = '${chain}' and ${where});
       delete from trail_leaf where chain_id = '${chain}' and ${where}`,
    );
    const problems = await found();
    for (const table of ['trail_leaf', 'trail_entry', 'trail_payload']) await putBack(table);
    expect(problems[0]).toBe(`${chain} ${problem}`);
  });

  it('a tail that was cut off is missed, be the head made to fit', async () => {
    for (const table of ['trail_leaf', 'trail_entry', 'trail_payload', 'trail_chain']) await keep(table);
    await asOwnerWithoutTriggers(
      api,
      `delete from trail_payload where entry_id in (select id from trail_leaf where chain_id = '${chain}' and index >= 20);
       delete from trail_entry where id in (select id from trail_leaf where chain_id = '${chain}' and index >= 20);
       delete from trail_leaf where chain_id = '${chain}' and index >= 20;
       update trail_chain set size = 20 where id = '${chain}'`,
    );
    await rebuildChain(api, chain, -1, '');
    const problems = await found();
    for (const table of ['trail_leaf', 'trail_entry', 'trail_payload', 'trail_chain']) await putBack(table);
    expect(problems).toContain(
      `${chain} entry 20: from here on entries are missing: the held checkpoint ${chain}.txt (size 24) has 24`,
    );
  });

  it('an entry that was inserted belongs to nothing', async () => {
    const id = randomUUID();
    const problems = await tamper(
      `insert into trail_entry (id, act, object_type, object_id, request_id)
         values ('${id}', 'auditClose', 'Audit', '${stage.audits[0]?.auditId}', 'r')`,
      `delete from trail_entry where id = '${id}'`,
    );
    expect(problems).toEqual([`the entry ${id} belongs to no chain`]);
  });

  it('two entries that changed places are found', async () => {
    const swap = (a: number, b: number): string =>
      `update trail_leaf set index = -1 - index where chain_id = '${chain}' and index in (${a}, ${b});
       update trail_leaf set index = ${a + b} - (-1 - index) where chain_id = '${chain}' and index < 0`;
    const drop = 'alter table trail_leaf drop constraint trail_leaf_index_check';
    const add = 'alter table trail_leaf add constraint trail_leaf_index_check check (index >= 0)';
    await api.sql(drop);
    const problems = await tamper(swap(3, 9), swap(3, 9));
    await api.sql(add);
    expect(problems.slice(0, 2)).toEqual([
      `${chain} entry 3: its index is not what was hashed`,
      `${chain} entry 9: its index is not what was hashed`,
    ]);
  });

  it('a whole chain that is gone is missed by who holds its checkpoint', async () => {
    const tables = ['trail_leaf', 'trail_entry', 'trail_payload', 'trail_chain', 'checkpoint'];
    for (const table of tables) await keep(table);
    await asOwnerWithoutTriggers(
      api,
      `delete from trail_payload where entry_id in (select id from trail_leaf where chain_id = '${chain}');
       delete from trail_entry where campaign_id = '${chain}'; delete from trail_leaf where chain_id = '${chain}';
       delete from checkpoint where chain_id = '${chain}'; delete from trail_chain where id = '${chain}'`,
    );
    const problems = await found();
    const alone = await verifyDatabase(reader);
    for (const table of tables) await putBack(table);
    expect(problems).toEqual([
      `${chain} entry 0: from here on entries are missing: the held checkpoint ${chain}.txt (size 24) has 24`,
    ]);
    expect(alone.isSound).toBe(true);
  });
});

describe('a chain that was rebuilt as a whole around a lie', () => {
  const tables = ['trail_leaf', 'trail_entry', 'trail_chain', 'checkpoint', 'trail_key'];

  it('is found by a held checkpoint, though the platform’s own key and everything else was made to fit', async () => {
    for (const table of tables) await keep(table);
    await rebuildChain(api, chain, 4, 'auditClose');
    await asOwnerWithoutTriggers(api, `delete from checkpoint where chain_id = '${chain}'`);
    await signDailyCheckpoints(runtime, api.trailSigner);
    const problems = await found();
    const alone = await verifyDatabase(reader);
    for (const table of tables) await putBack(table);
    expect(problems).toEqual([
      `${chain} entry 0: from here on to 24 the entries are not those of the held checkpoint ${chain}.txt (size 24)`,
    ]);
    // Nobody who holds nothing can know: that is what checkpoints are held for.
    expect(alone.isSound).toBe(true);
  });

  it('is found as well when keys and checkpoints were replaced', async () => {
    for (const table of tables) await keep(table);
    const forger = trailSignerFromPem(newTrailKeyPem());
    const { name, publicKey } = forger;
    await rebuildChain(api, chain, 4, 'auditClose');
    await asOwnerWithoutTriggers(
      api,
      `delete from checkpoint; delete from trail_key;
       insert into trail_key (id, verifier_key) values ('${noteKeyId(name, publicKey)}', '${verifierKeyText(name, publicKey)}')`,
    );
    await signDailyCheckpoints(runtime, forger);
    const withKeys = await found();
    const withoutKeys = problemsOf(await verifyDatabase(reader, { checkpoints: held }));
    for (const table of tables) await putBack(table);
    expect(withKeys).toHaveLength(1);
    expect(withoutKeys).toHaveLength(held.length);
    expect(withoutKeys[0]).toContain('is signed by a key that is not listed');
  });
});

describe('a checkpoint', () => {
  it('that was forged is no checkpoint', async () => {
    const root = 'ab'.repeat(32);
    const genuine = signCheckpoint({ chain, size: 24, root }, api.trailSigner);
    for (const note of [
      genuine.replace('\n24\n', '\n25\n'),
      genuine.replace('vis-a-vis/trail/', 'vis-a-vis/trail/x'),
      genuine.split('\n\n')[0] ?? '',
      '',
      'nonsense\n',
    ]) {
      const verdict = await verifyDatabase(reader, { checkpoints: [{ name: 'forged', note }], keys });
      expect(problemsOf(verdict)).toEqual(['forged is no checkpoint, or its signature is wrong']);
    }
  });

  it('of another root, signed by the platform itself, shows two histories', async () => {
    const note = signCheckpoint({ chain, size: 24, root: 'ab'.repeat(32) }, api.trailSigner);
    const verdict = await verifyDatabase(reader, { checkpoints: [{ name: 'other', note }], keys });
    expect(problemsOf(verdict)).toEqual([
      `${chain} entry 0: from here on to 24 the entries are not those of the held checkpoint other (size 24)`,
    ]);
  });
});
