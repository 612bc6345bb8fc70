import type { DataSource } from 'typeorm';
import { applyDailyRetention, applyRetention, RETENTION_RULES } from '../../server/personal-data';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow, makeAccount, makeAudit, makeAuditor, makeService } from '../support/factories';
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

  describe('of messages', () => {
    const ago = (age: string): Promise<string> =>
      api
        .sql<{ at: Date | string }>(
          `select to_char(now() - $1::interval, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
          [age],
        )
        .then(([row]) => String(row?.at));

    /** A delivery of a message to an account, about an audit or none, at an age; gives the ids of both. */
    async function tell(accountId: string, age: string, auditId: string | null): Promise<void> {
      const at = await ago(age);
      const mail = {
        account_id: accountId,
        kind: 'AT_ONCE',
        day: at.slice(0, 10),
        language: 'fr',
        composed_at: at,
      };
      const mail_id = await insertRow(api, 'mail', { ...mail, accepted_at: at, created_at: at });
      const attempt = { number: 1, outcome: 'ACCEPTED', smtp_code: 250, began_at: at, ended_at: at };
      await insertRow(api, 'mail_attempt', { mail_id, ...attempt });
      await insertRow(api, 'delivery', {
        ...{ account_id: accountId, topic: 'REPORT_ISSUED', audience: 'AUDITOR', subject_id: accountId },
        ...{
          fact: `${age} ${String(auditId)}`,
          object_type: 'Audit',
          object_id: accountId,
          audit_id: auditId,
        },
        ...{ found_at: at, created_at: at, mail_id },
      });
    }

    it('keeps the proof as long as the file of its audit, and then takes it with its messages', async () => {
      const { accountId } = await makeAccount(api);
      const { serviceId } = await makeService(api);
      const closed = async (state: string, age: string | null) =>
        (await makeAudit(api, { serviceId, state, columns: age ? { closed_at: await ago(age) } : {} }))
          .auditId;
      await tell(accountId, '7 years', await closed('CLOSED', '61 months'));
      await tell(accountId, '7 years', await closed('CLOSED', '59 months'));
      // Still open, however old.
      await tell(accountId, '8 years', await closed('FOLLOW_UP', null));
      await tell(accountId, '61 months', null);
      await tell(accountId, '59 months', null);
      expect((await dueOf())['TOLD_PEOPLE']).toBe(2);
      expect(await applyDailyRetention(first)).not.toContainEqual(
        expect.objectContaining({ rule: expect.objectContaining({ code: 'TOLD_PEOPLE' }) }),
      );
      expect(await countOf('delivery')).toBe(5);
      await applyRetention(first, ['COMMAND'], ALL);
      expect(await Promise.all(['delivery', 'mail', 'mail_attempt'].map(countOf))).toEqual([3, 3, 3]);
      expect((await dueOf())['TOLD_PEOPLE']).toBe(0);
      const entries = await api.sql(`select act from trail_entry where object_type = 'Platform'`);
      expect(entries).toEqual([{ act: 'retentionApply' }]);
    });

    it('empties what programs were sent and answered first, then forgets that they were', async () => {
      const { accountId } = await makeAccount(api, { roles: ['COORDINATOR'] });
      const endpoint = { account_id: accountId, url: 'https://example.org/', last_sequence: 4 };
      const webhook_endpoint_id = await insertRow(api, 'webhook_endpoint', endpoint);
      const send = async (sequence: number, age: string, state: string): Promise<void> => {
        const at = await ago(age);
        const message = {
          topic: 'REPORT_ISSUED',
          act: 'reportIssue',
          object_type: 'Audit',
          object_id: accountId,
        };
        const outbox_message_id = await insertRow(api, 'outbox_message', {
          ...message,
          occurred_at: at,
          created_at: at,
        });
        const delivery = {
          webhook_endpoint_id,
          outbox_message_id,
          sequence,
          topic: 'REPORT_ISSUED',
          body: '{"a":1}',
        };
        const ended_at = state === 'PENDING' ? null : at;
        const times = { ended_at, created_at: at, updated_at: at };
        const webhook_delivery_id = await insertRow(api, 'webhook_delivery', {
          ...delivery,
          state,
          ...times,
        });
        const attempt = {
          number: 1,
          outcome: 'REFUSED',
          status_code: 500,
          answer: 'Mme Durand',
          duration_ms: 3,
        };
        await insertRow(api, 'webhook_attempt', {
          webhook_delivery_id,
          ...attempt,
          began_at: at,
          created_at: at,
        });
        await insertRow(api, 'job', { task: 'tell', payload: { outbox_message_id }, created_at: at });
      };
      await send(1, '89 days', 'FAILED');
      await send(2, '91 days', 'FAILED');
      await send(3, '13 months', 'DELIVERED');
      // Whatever waits is not emptied under the hands of whoever sends it.
      await send(4, '91 days', 'PENDING');
      expect(await dueOf()).toMatchObject({ WEBHOOK_CONTENTS: 5, WEBHOOK_DELIVERIES: 1 });
      await applyDailyRetention(first);
      expect(
        await api.sql(
          `select d.sequence, d.body, a.answer from webhook_delivery d join webhook_attempt a on a.webhook_delivery_id = d.id
           order by d.sequence`,
        ),
      ).toEqual([
        { sequence: 1, body: '{"a":1}', answer: 'Mme Durand' },
        { sequence: 2, body: '', answer: null },
        { sequence: 4, body: '{"a":1}', answer: null },
      ]);
      expect(await Promise.all(['outbox_message', 'job'].map(countOf))).toEqual([3, 3]);
      expect(Object.values(await dueOf()).every((due) => due === 0)).toBe(true);

      const [emptied] = await api.sql<{ id: string; version: number }>(
        'select id, version from webhook_delivery where sequence = 2',
      );
      const input = {
        webhookDeliveryId: globalId('WebhookDelivery', emptied?.id ?? ''),
        expectedVersion: emptied?.version,
      };
      const replay = await api.as(accountId).act('webhookDeliveryReplay', input);
      expect(replay.userErrors).toMatchObject([{ code: 'WEBHOOK_DELIVERY_EMPTIED' }]);
    });

    it('takes nothing before its time, whatever asks', async () => {
      for (const [code, kept] of [
        ['TOLD_PEOPLE', '4 years'],
        ['WEBHOOK_CONTENTS', '29 days'],
        ['WEBHOOK_DELIVERIES', '5 months'],
        ['OUTBOX', '5 months'],
      ])
        await expect(
          first.transaction(async (manager) => {
            await manager.query(`select set_config('app.platform', 'on', true)`);
            await manager.query('select app.retain_messages($1, $2::interval)', [code, kept]);
          }),
        ).rejects.toThrow('this is kept longer');
      const { accountId } = await makeAccount(api, { roles: ['ADMIN', 'COORDINATOR'] });
      await expect(
        first.transaction(async (manager) => {
          await manager.query('select app.enter($1, 1, current_date, $1, false)', [accountId]);
          await manager.query(`select app.retain_messages('TOLD_PEOPLE', interval '6 years')`);
        }),
      ).rejects.toThrow('the platform alone');
    });
  });
});
