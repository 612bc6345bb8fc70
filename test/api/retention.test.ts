import type { DataSource } from 'typeorm';
import { applyDailyRetention, applyRetention, RETENTION_RULES } from '../../server/personal-data';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow, makeAccount, makeAuditor } from '../support/factories';
import {
  connectAsReader,
  makeTrailStage,
  problemsOf,
  suspendAndResume,
  verifyDatabase,
} from '../support/trail-factories';

let api: TestApi;
let first: DataSource;
let second: DataSource;
let reader: DataSource;

const ALL = RETENTION_RULES.map(({ means }) => means);

beforeEach(async () => {
  api = await openApi();
  [first, second, reader] = await Promise.all([connectTo(api), connectTo(api), connectAsReader(api)]);
});
afterEach(async () => {
  await Promise.all([first.destroy(), second.destroy(), reader.destroy()]);
  await api.close();
});

async function countOf(table: string): Promise<number> {
  const [row] = await api.sql<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

/** One row that is due and one that is not, for each rule that takes rows away. */
async function fill(): Promise<void> {
  const { accountId } = await makeAccount(api);
  for (const age of ['91 days', '89 days'])
    await api.sql(
      `insert into idempotency_key (account_id, mutation, key, content_hash, created_at)
       values ($1, 'm', gen_random_uuid(), 'h', now() - $2::interval)`,
      [accountId, age],
    );
  for (const age of ['13 months', '11 months']) {
    const [row] = await api.sql<{ id: string }>(
      `insert into operation (id, kind, state, account_id, deadline_at, finished_at)
       values (gen_random_uuid(), 'AUDITORS_IMPORT', 'DONE', $1, now(), now() - $2::interval) returning id`,
      [accountId, age],
    );
    await insertRow(api, 'operation_problem', {
      operation_id: row?.id,
      position: 1,
      line: 2,
      severity: 'ERROR',
      code: 'MALFORMED',
      value: 'Durand',
    });
  }
  const { auditorId } = await makeAuditor(api, { isDeclared: false });
  for (const expired of ['2019-01-01', '2030-01-01']) {
    const declaration_id = await insertRow(api, 'declaration_of_interests', {
      auditor_id: auditorId,
      state: 'SUPERSEDED',
      expires_on: expired,
    });
    await insertRow(api, 'interest', { declaration_id, position: 1, kind: 'OTHER', description: 'Ancien' });
  }
}

const dueOf = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await applyRetention(first, [], ALL)).map(({ rule, due }) => [rule.code, due]));

describe('retention', () => {
  it('says what is due and changes nothing unless asked to', async () => {
    await fill();
    expect(await dueOf()).toMatchObject({ IDEMPOTENCY_KEYS: 1, OPERATION_PROBLEMS: 1, FORMER_INTERESTS: 1 });
    expect(await dueOf()).toMatchObject({ IDEMPOTENCY_KEYS: 1, OPERATION_PROBLEMS: 1, FORMER_INTERESTS: 1 });
    expect(await countOf('trail_entry')).toBe(0);
  });

  it('takes what is due and nothing else, with one entry that counts it', async () => {
    await fill();
    const outcomes = await applyRetention(first, ['UPKEEP', 'COMMAND'], ALL);
    expect(outcomes.filter(({ taken }) => taken > 0).map(({ rule, taken }) => [rule.code, taken])).toEqual([
      ['IDEMPOTENCY_KEYS', 1],
      ['OPERATION_PROBLEMS', 1],
      ['FORMER_INTERESTS', 1],
    ]);
    expect(await Promise.all(['idempotency_key', 'operation_problem', 'interest'].map(countOf))).toEqual([
      1, 1, 1,
    ]);
    const entries = await api.sql('select act, account_id, object_type from trail_entry');
    expect(entries).toEqual([{ act: 'retentionApply', account_id: null, object_type: 'Platform' }]);
    expect(Object.values(await dueOf()).every((due) => due === 0)).toBe(true);
    expect(problemsOf(await verifyDatabase(reader))).toEqual([]);
  });

  it('empties old payloads of the trail, which still verifies', async () => {
    const stage = await makeTrailStage(api);
    await suspendAndResume(api, stage, 0, 3);
    const early = first.transaction(async (manager) => {
      await manager.query(`select set_config('app.platform', 'on', true)`);
      await manager.query(`select app.retention_take('TRAIL_PAYLOADS', interval '9 years')`);
    });
    await expect(early).rejects.toThrow('this is kept longer');
    // Ten years cannot be waited for, and no date in the trail can be moved: the owner lets the rule be asked with no time.
    const [found] = await api.sql<{ source: string }>(
      `select pg_get_functiondef('app.retention_take'::regproc) as source`,
    );
    await api.sql(String(found?.source).replace(`interval '10 years'`, `interval '0'`));
    await first.transaction(async (manager) => {
      await manager.query(`select set_config('app.platform', 'on', true)`);
      await manager.query(`select app.retention_take('TRAIL_PAYLOADS', interval '0')`);
      const note = {
        act: 'retentionApply',
        objectType: 'Platform',
        objectId: '00000000-0000-4000-8000-000000000000',
        detail: { TRAIL_PAYLOADS: 12 },
      };
      await manager.query(`select app.trail_append($1::jsonb, 'r', 'PLATFORM', null)`, [
        JSON.stringify([note]),
      ]);
    });
    const verdict = await verifyDatabase(reader);
    expect(problemsOf(verdict)).toEqual([]);
    expect(verdict.chains.reduce((sum, { erased }) => sum + erased, 0)).toBe(12);
    expect(await api.sql(`select 1 from trail_payload where erased_by_id is null and position > 0`)).toEqual(
      [],
    );
  });

  it('goes by itself once a day, by one of the instances, and only where nobody has to decide', async () => {
    await fill();
    const rounds = await Promise.all([first, second, first, second].map((each) => applyDailyRetention(each)));
    expect(rounds.filter((outcomes) => outcomes.length > 0)).toHaveLength(1);
    expect(await Promise.all(['idempotency_key', 'operation_problem', 'interest'].map(countOf))).toEqual([
      1, 1, 2,
    ]);
    await fill();
    expect(await applyDailyRetention(first)).toEqual([]);
    expect(await countOf('idempotency_key')).toBe(3);
  });

  it('is no request’s business', async () => {
    const { accountId } = await makeAccount(api, { roles: ['ADMIN', 'COORDINATOR'] });
    const take = first.transaction(async (manager) => {
      await manager.query('select app.enter($1, 1, current_date, $1, false)', [accountId]);
      await manager.query(`select app.retention_take('IDEMPOTENCY_KEYS', interval '0')`);
    });
    await expect(take).rejects.toThrow('the platform alone');
  });

  it('says of each kind of data how long, why and who says so', () => {
    for (const { code, keptFor, what, why, source } of RETENTION_RULES) {
      expect([code, keptFor]).toEqual([
        expect.stringMatching(/^[A-Z_]+$/),
        expect.stringMatching(/^\d+ \w+$/),
      ]);
      for (const text of [what.fr, what.en, why.fr, why.en, source]) expect(text).not.toBe('');
    }
  });
});
