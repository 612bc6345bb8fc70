import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeComposition, moveRun, readRun, solved } from '../support/matching-factories';
import { tablesWith } from '../support/tables-with';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('the erasure of somebody whom a run looked at', () => {
  it('empties the snapshot and the reasons about him, and leaves hash, plan and the others’ teams', async () => {
    const { campaignId, audits, radiologists, coordinator } = await makeComposition(api, {
      audits: 2,
      radiologists: 3,
    });
    const [auditor] = radiologists;
    const reason = 'Brouillé avec le chef de Trifouillis.';
    const pair = {
      auditId: globalId('Audit', audits[0]?.auditId ?? ''),
      auditorId: globalId('Auditor', auditor?.auditorId ?? ''),
    };
    await coordinator.act('matchingForbid', { ...pair, reason });
    const run = await solved(coordinator, campaignId);
    const whyNot = `query ($run: ID!, $auditor: ID!, $audit: ID!) {
      whyNot(matchingRunId: $run, auditorId: $auditor, auditId: $audit) { verdict } }`;
    const variables = { run: run.id, auditor: pair.auditorId, audit: pair.auditId };
    expect((await coordinator.run(whyNot, variables)).data.whyNot).toEqual({ verdict: 'EXCLUDED' });

    const { userErrors } = await coordinator.act('personErase', {
      personId: globalId('Person', auditor?.personId ?? ''),
      expectedVersion: 1,
      reason: 'Demande de la personne.',
    });
    expect(userErrors).toEqual([]);
    expect(await tablesWith(api, 'Trifouillis')).toEqual([]);
    const [snapshot] = await api.sql('select content, sha256 from matching_snapshot');
    expect(snapshot).toEqual({ content: null, sha256: run.snapshotHash });
    expect((await coordinator.run(whyNot, variables)).data.whyNot).toBeNull();
    expect(
      await readRun(coordinator, run.id, 'state instance planHash teams(first: 9) { totalCount }'),
    ).toEqual({
      state: 'SOLVED',
      instance: null,
      planHash: run.planHash,
      teams: { totalCount: 2 },
    });
    expect((await moveRun(coordinator, 'matchingRunDiscard', run)).userErrors).toEqual([]);
  });
});
