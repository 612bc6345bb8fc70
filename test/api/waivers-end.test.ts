import type { DataSource } from 'typeorm';
import { reviewWaiversDaily } from '../../server/corrective-actions';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { makeCoordinator } from '../support/factories';
import { codesOf, makeAction, makeAuditIn, rowOf, type AuditInState } from '../support/findings-factories';
import { connectAsReader, problemsOf, verifyDatabase } from '../support/trail-factories';

let api: TestApi;
let dataSource: DataSource;
let coordinator: string;
beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
  coordinator = await makeCoordinator(api);
});
afterEach(() => api.clock.set('2027-01-11T08:00:00Z'));
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});

/** A waiver until the end of June that the service asked for and the coordinator granted, through the API. */
async function makeWaived(audit: AuditInState): Promise<string> {
  const id = await makeAction(api, audit, { state: 'AGREED' });
  const asked = { correctiveActionId: id, expectedVersion: 1, reason: 'Scanner replaced.' };
  await api.as(audit.managerId).act('correctiveActionRequestWaiver', { ...asked, expiresOn: '2027-06-30' });
  const granted = { correctiveActionId: id, expectedVersion: 2, reason: 'Agreed.' };
  expect(codesOf(await api.as(coordinator).act('correctiveActionWaive', granted))).toEqual([]);
  return id;
}

const FIELDS = `state version dueOn isOverdue reopenReason waiverReason waiverExpiresOn
  waiverExtension { reason expiresOn } history(first: 10) { nodes { act } }`;
const read = async (account: string, id: string) => {
  const answer = await api.as(account).run(`query ($id: ID!) { correctiveAction(id: $id) { ${FIELDS} } }`, {
    id: globalId('CorrectiveAction', id),
  });
  return answer.data['correctiveAction'];
};

describe('a waiver whose last day has passed', () => {
  it('gives the action back to its service, by the hand of the platform and in the trail', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeWaived(audit);
    api.clock.set('2027-06-30T21:59:00Z');
    expect(await reviewWaiversDaily(dataSource, api.clock)).toBe(0);
    api.clock.set('2027-06-30T22:00:00Z');
    expect(await reviewWaiversDaily(dataSource, api.clock)).toBe(1);
    expect(await reviewWaiversDaily(dataSource, api.clock)).toBeNull();
    const action = await read(audit.managerId, id);
    // The delay of a major one, 90 days, runs anew from 1 July.
    expect(action).toMatchObject({
      state: 'REOPENED',
      version: 4,
      dueOn: '2027-09-29',
      isOverdue: false,
      waiverReason: null,
      waiverExpiresOn: null,
    });
    expect(action.reopenReason).toContain('2027-06-30');
    expect(action.history.nodes.map(({ act }: { act: string }) => act)).toContain('waiverExpire');
    const kept = await api.sql<{ before: unknown; after: unknown; account: unknown }>(
      `select p.before::jsonb ->> 'state' as before, p.after::jsonb ->> 'state' as after, e.account_id as account
       from trail_entry e join trail_payload p on p.entry_id = e.id and p.position > 0
       where e.object_id = $1 and e.act = 'waiverExpire'`,
      [id],
    );
    expect(kept).toEqual([{ before: 'WAIVED', after: 'REOPENED', account: null }]);
    const reader = await connectAsReader(api);
    try {
      expect(problemsOf(await verifyDatabase(reader))).toEqual([]);
    } finally {
      await reader.destroy();
    }
    const start = { correctiveActionId: id, expectedVersion: 4 };
    expect(codesOf(await api.as(audit.managerId).act('correctiveActionStart', start))).toEqual([]);
  });

  it('does so in a closed audit too', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeWaived(audit);
    await api.sql(`update audit set state = 'CLOSED' where id = $1`, [audit.auditId]);
    api.clock.set('2027-07-02T08:00:00Z');
    await reviewWaiversDaily(dataSource, api.clock);
    const start = { correctiveActionId: id, expectedVersion: 4 };
    expect(codesOf(await api.as(audit.managerId).act('correctiveActionStart', start))).toEqual([]);
  });

  it('is all that the platform changes of an action by itself', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeWaived(audit);
    const attempt = (change: string) =>
      dataSource.transaction(async (manager) => {
        await manager.query(`select set_config('app.platform', 'on', true)`);
        await manager.query(`update corrective_action set ${change} where id = $1`, [id]);
      });
    await expect(attempt(`title = 'Nothing'`)).rejects.toThrow(/by the act of an account alone/);
    await expect(attempt(`state = 'VERIFIED'`)).rejects.toThrow(/by the act of an account alone/);
    // Nor that without an entry that says so.
    await expect(attempt(`state = 'REOPENED'`)).rejects.toThrow(/trail_payload_has_its_entry/);
    expect(await rowOf(api, 'corrective_action', id, 'state')).toEqual({ state: 'WAIVED' });
  });
});

describe('a longer waiver', () => {
  const ask = (audit: AuditInState, id: string, expectedVersion: number, expiresOn: string) =>
    api.as(audit.managerId).act('correctiveActionRequestWaiver', {
      correctiveActionId: id,
      expectedVersion,
      reason: 'Delivery late.',
      expiresOn,
    });
  const grant = (account: string, id: string, expectedVersion: number) =>
    api
      .as(account)
      .act('correctiveActionWaive', { correctiveActionId: id, expectedVersion, reason: 'Agreed again.' });

  it('is asked for and granted by a second person again; the present one runs on until then', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeWaived(audit);
    expect(codesOf(await grant(audit.lead.accountId, id, 3))).toEqual(['WAIVER_NOT_REQUESTED']);
    expect(codesOf(await ask(audit, id, 3, '2027-06-30'))).toEqual(['WAIVER_NOT_LONGER']);
    expect(codesOf(await ask(audit, id, 3, '2027-09-30'))).toEqual([]);
    expect(await read(coordinator, id)).toMatchObject({
      state: 'WAIVED',
      waiverExpiresOn: '2027-06-30',
      waiverExtension: { reason: 'Delivery late.', expiresOn: '2027-09-30' },
    });
    expect(codesOf(await grant(audit.managerId, id, 4))).toEqual(['FORBIDDEN']);
    expect(codesOf(await grant(audit.lead.accountId, id, 4))).toEqual([]);
    expect(await read(coordinator, id)).toMatchObject({
      state: 'WAIVED',
      version: 5,
      waiverReason: 'Delivery late.',
      waiverExpiresOn: '2027-09-30',
      waiverExtension: null,
    });
    api.clock.set('2027-07-01T08:00:00Z');
    await reviewWaiversDaily(dataSource, api.clock);
    expect(await rowOf(api, 'corrective_action', id, 'state')).toEqual({ state: 'WAIVED' });
  });
});
