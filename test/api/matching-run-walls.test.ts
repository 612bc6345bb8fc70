import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type TestApi } from '../support/api';
import { makeCoordinator, makeService } from '../support/factories';
import { makeComposition, moveRun, readRun, solved } from '../support/matching-factories';
import { codesOf, makeTie } from '../support/teams-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** A coordinator whom a tie keeps from all audits of an organisation. */
async function tiedTo(organisationId: string): Promise<ApiClient> {
  const accountId = await makeCoordinator(api);
  const [account] = await api.sql('select person_id from account where id = $1', [accountId]);
  await makeTie(api, { personId: String(account?.['person_id']), organisationId });
  return api.as(accountId);
}

const FIGURES = 'objective bound gap solvedSeconds instance plan';
const NOTHING = {
  objective: null,
  bound: null,
  gap: null,
  solvedSeconds: null,
  instance: null,
  plan: null,
};

describe('a coordinator with a tie to a service', () => {
  it('does not read what a run that failed was solved from, nor whom its contradiction is about', async () => {
    const { campaignId, audits, radiologists, coordinator } = await makeComposition(api, {
      audits: 2,
      radiologists: 3,
    });
    const hidden = audits[0];
    for (const { auditorId } of radiologists.slice(0, 2))
      await coordinator.act('matchingPin', {
        auditId: globalId('Audit', hidden?.auditId ?? ''),
        auditorId: globalId('Auditor', auditorId),
        reason: 'Connaît la filière.',
      });
    const run = await solved(coordinator, campaignId);
    expect(run.state).toBe('FAILED');
    expect(run.message).toContain('more people pinned than seats –');
    expect((await readRun(coordinator, run.id, 'instance')).instance).not.toBeNull();
    const tied = await tiedTo(hidden?.organisationId ?? '');
    expect(await readRun(tied, run.id, 'state instance message')).toEqual({
      state: 'FAILED',
      instance: null,
      message: null,
    });
  });

  it('cannot tell from a run whether the service takes part in it', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId, { isDryRun: true });
    const inside = await tiedTo(audits[0]?.organisationId ?? '');
    const outside = await tiedTo((await makeService(api)).organisationId);
    for (const tied of [inside, outside]) {
      expect(await readRun(tied, run.id, FIGURES)).toEqual(NOTHING);
      for (const act of ['matchingRunPublish', 'matchingRunUndo', 'matchingRunDiscard'] as const)
        expect(codesOf(await moveRun(tied, act, run))).toEqual(['FORBIDDEN']);
    }
    const figures = await readRun(coordinator, run.id, FIGURES);
    expect(Object.values(figures)).not.toContain(null);
  });

  it('cannot tell from a run that seats of the service stay empty', async () => {
    const { campaignId, audits, coordinator } = await makeComposition(api, { audits: 1, radiologists: 0 });
    const run = await solved(coordinator, campaignId);
    expect(run.state).toBe('INFEASIBLE');
    const inside = await tiedTo(audits[0]?.organisationId ?? '');
    expect(await readRun(inside, run.id, 'state availableTransitions { act }')).toEqual({
      state: 'SOLVED',
      availableTransitions: [],
    });
  });

  it('composes without it, and reads and publishes what he composed', async () => {
    const { campaignId, audits } = await makeComposition(api, { audits: 2 });
    const tied = await tiedTo(audits[0]?.organisationId ?? '');
    const own = await solved(tied, campaignId);
    expect(own.teams.totalCount).toBe(1);
    const figures = await readRun(tied, own.id, FIGURES);
    expect(Object.values(figures)).not.toContain(null);
    expect(figures.instance.services).toHaveLength(1);
    expect(codesOf(await moveRun(tied, 'matchingRunPublish', own))).toEqual([]);
  });
});
