import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { called, makeComposition, moveRun, solved } from '../support/matching-factories';
import { codesOf } from '../support/teams-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** The UUID in a global id. */
const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

const membersOf = (run: Json, auditId: string): Json[] =>
  run.teams.nodes.find(({ audit }: Json) => audit.id === globalId('Audit', auditId)).members;

const openAlerts = (campaignId: string): Promise<Json[]> =>
  api.sql(
    `select x.rule_code, x.state from conflict_alert x join audit a on a.id = x.audit_id
     where a.campaign_id = $1 order by 1, 2`,
    [campaignId],
  );

describe('a plan that is published later', () => {
  it('does not call on a pair that was forbidden since, nor on who has declined since', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api, {
      audits: 2,
      radiologists: 3,
      radiographers: 3,
    });
    const [one, two] = audits as [(typeof audits)[number], (typeof audits)[number]];
    const plan = await solved(coordinator, campaignId);
    const published = (await moveRun(coordinator, 'matchingRunPublish', plan)).matchingRun;
    const [first] = await called(api, campaignId, 'PROPOSED');
    const account = (
      await api.sql(
        `select o.id from auditor u join account o on o.person_id = u.person_id where u.id = $1`,
        [first?.['auditor_id']],
      )
    )[0]?.['id'];
    const declined = await api.as(String(account)).act('assignmentDecline', {
      assignmentId: globalId('Assignment', first?.['id']),
      expectedVersion: 1,
      reason: 'Je ne suis pas libre cette année.',
    });
    expect(codesOf(declined)).toEqual([]);
    const undone = await moveRun(coordinator, 'matchingRunUndo', published);
    expect(codesOf(undone)).toEqual([]);
    const other = [one, two].find(({ auditId }) => auditId !== first?.['audit_id']);
    const forbidden = membersOf(plan, other?.auditId ?? '')[0];
    const forbid = await coordinator.act('matchingForbid', {
      auditId: globalId('Audit', other?.auditId ?? ''),
      auditorId: forbidden.auditor.id,
      reason: 'A quitté la région.',
    });
    expect(codesOf(forbid)).toEqual([]);
    const again = await moveRun(coordinator, 'matchingRunPublish', undone.matchingRun);
    expect(codesOf(again).sort()).toEqual([
      'MATCHING_PAIR_CHANGED',
      'MATCHING_PAIR_CHANGED',
      'MATCHING_PAIR_REFUSED',
      'MATCHING_PAIR_REFUSED',
    ]);
    expect(await called(api, campaignId, 'PROPOSED')).toEqual([]);
  });
});

describe('a publication that is undone', () => {
  it('closes the alerts of those who are no longer called on', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api, { audits: 1 });
    const plan = await solved(coordinator, campaignId);
    const published = (await moveRun(coordinator, 'matchingRunPublish', plan)).matchingRun;
    const [one] = membersOf(plan, audits[0]?.auditId ?? '').map(({ auditor }: Json) => uuidOf(auditor.id));
    const [person] = await api.sql(
      'select o.id from account o join auditor u on u.person_id = o.person_id where u.id = $1',
      [one],
    );
    const job = await api.as(String(person?.['id'])).act('affiliationDeclare', {
      organisationId: globalId('Organisation', audits[0]?.organisationId ?? ''),
      kind: 'EMPLOYMENT',
      fromDate: '2020-01-01',
    });
    expect(codesOf(job)).toEqual([]);
    expect(await openAlerts(campaignId)).toEqual([
      { rule_code: 'C01', state: 'OPEN' },
      { rule_code: 'C03', state: 'OPEN' },
    ]);
    expect(codesOf(await moveRun(coordinator, 'matchingRunUndo', published))).toEqual([]);
    expect(await openAlerts(campaignId)).toEqual([
      { rule_code: 'C01', state: 'LEFT' },
      { rule_code: 'C03', state: 'LEFT' },
    ]);
  });
});

describe('at once', () => {
  it('two publications of one run: one holds', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 3 });
    const run = await solved(coordinator, campaignId);
    const answers = await Promise.all([
      moveRun(coordinator, 'matchingRunPublish', run),
      moveRun(coordinator, 'matchingRunPublish', run),
    ]);
    expect(answers.map(codesOf).sort()).toEqual([[], ['STALE_VERSION']]);
    expect(await called(api, campaignId)).toHaveLength(6);
  });

  it('two publications with one key: one is a replay', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 3 });
    const run = await solved(coordinator, campaignId);
    const idempotencyKey = randomUUID();
    const answers = await Promise.all([
      moveRun(coordinator, 'matchingRunPublish', run, { idempotencyKey }),
      moveRun(coordinator, 'matchingRunPublish', run, { idempotencyKey }),
    ]);
    expect(answers.map(codesOf)).toEqual([[], []]);
    expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(await called(api, campaignId)).toHaveLength(6);
  });

  it('undo and acceptance: never both', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { campaignId, coordinator } = await makeComposition(api, { audits: 1 });
      const run = await solved(coordinator, campaignId);
      const published = (await moveRun(coordinator, 'matchingRunPublish', run)).matchingRun;
      const [first] = await called(api, campaignId, 'PROPOSED');
      const account = (
        await api.sql(
          `select o.id from auditor u join account o on o.person_id = u.person_id where u.id = $1`,
          [first?.['auditor_id']],
        )
      )[0]?.['id'];
      const [undone, accepted] = await Promise.all([
        moveRun(coordinator, 'matchingRunUndo', published),
        api.as(String(account)).act('assignmentAccept', {
          assignmentId: globalId('Assignment', first?.['id']),
          expectedVersion: 1,
          attestsNoConflict: true,
        }),
      ]);
      expect([codesOf(undone).length, codesOf(accepted).length].sort()).toEqual([0, 1]);
    }
  });
});
