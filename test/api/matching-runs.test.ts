import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeComposition, readRun, RUN, solved } from '../support/matching-factories';
import { codesOf } from '../support/teams-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const stored = (campaignId: string) =>
  api.sql(
    `select s.state, s.seat, s.is_lead, s.audit_id, s.auditor_id from assignment s join audit a on a.id = s.audit_id
     where a.campaign_id = $1 order by s.audit_id, s.seat desc`,
    [campaignId],
  );

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
    });
    expect(await stored(campaignId)).toEqual([]);
    const payload = await coordinator.act(
      'matchingRunPublish',
      { matchingRunId: run.id, expectedVersion: run.version },
      `matchingRun { ${RUN} }`,
    );
    expect(payload.userErrors).toEqual([]);
    expect(payload.matchingRun.state).toBe('PUBLISHED');
    expect(await stored(campaignId)).toMatchObject(
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

  it('is started once for one key', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 1 });
    const input = {
      idempotencyKey: randomUUID(),
      campaignId: globalId('Campaign', campaignId),
      isDryRun: true,
      seconds: 5,
    };
    const first = await coordinator.act('matchingRunStart', input, 'matchingRun { id }');
    const again = await coordinator.act('matchingRunStart', input, 'matchingRun { id }');
    expect(again).toMatchObject({ replayed: true, matchingRun: first.matchingRun });
    const [count] = await api.sql('select count(*)::int as count from matching_run where campaign_id = $1', [
      campaignId,
    ]);
    expect(count).toEqual({ count: 1 });
  });
});

export type { Json };
void codesOf;
void readRun;
