import { DEFAULT_SETTINGS } from '../../server/matching/needs/frozen-settings';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAuditor } from '../support/factories';
import {
  called,
  makeComposition,
  moveRun,
  readRun,
  solved,
  type Composition,
} from '../support/matching-factories';
import { codesOf, errorsOf } from '../support/teams-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const NEED =
  'radiologists radiographers medicalPhysicists hasTraineeSeat weeks criticalModalities languages version';

/** Says what the first service of a campaign needs. */
function setNeed(client: ApiClient, { campaignId, audits }: Composition, need: object): Promise<Json> {
  return client.act(
    'staffingNeedSet',
    {
      campaignId: globalId('Campaign', campaignId),
      auditedServiceId: globalId('AuditedService', audits[0]?.serviceId ?? ''),
      expectedVersion: 0,
      ...need,
    },
    `staffingNeed { ${NEED} }`,
  );
}

const setSettings = (client: ApiClient, campaignId: string, settings: object): Promise<Json> =>
  client.act(
    'matchingSettingsSet',
    { campaignId: globalId('Campaign', campaignId), expectedVersion: 0, ...settings },
    'matchingSettings { version recencyYears weights { fit load } }',
  );

/** Professions and leads of the only team of a run. */
const seatsOf = (run: Json): string[] =>
  run.teams.nodes[0].members.map(({ seat, isLead }: Json) => `${seat}${isLead ? ' leads' : ''}`).sort();

describe('what a service needs', () => {
  it('is the default until it says otherwise, and its weeks and languages are its own to say', async () => {
    const composition = await makeComposition(api, { audits: 2 });
    const { campaignId, audits, coordinator } = composition;
    const manager = api.as(audits[0]?.managerId ?? '');
    const query = `query ($campaign: ID!, $service: ID!) {
      staffingNeed(campaignId: $campaign, auditedServiceId: $service) { ${NEED} } }`;
    const variables = {
      campaign: globalId('Campaign', campaignId),
      service: globalId('AuditedService', audits[0]?.serviceId ?? ''),
    };
    const untold = {
      radiologists: 1,
      radiographers: 1,
      medicalPhysicists: 0,
      hasTraineeSeat: false,
      weeks: [],
      criticalModalities: [],
      languages: ['fr'],
      version: 0,
    };
    expect((await manager.run(query, variables)).data.staffingNeed).toEqual(untold);

    const told = await setNeed(manager, composition, {
      weeks: ['2027-W12', '2027-W10', '2027-W12'],
      hasTraineeSeat: true,
      languages: ['fr', 'de'],
    });
    expect(told).toMatchObject({
      userErrors: [],
      staffingNeed: {
        weeks: ['2027-W10', '2027-W12'],
        hasTraineeSeat: true,
        languages: ['de', 'fr'],
        version: 1,
      },
    });
    expect((await coordinator.run(query, variables)).data.staffingNeed).toEqual(told.staffingNeed);
    expect((await api.as(audits[1]?.managerId ?? '').run(query, variables)).data.staffingNeed).toBeNull();
    const { data } = await manager.run(
      `query ($id: ID!) { audit(id: $id) { staffingNeed { weeks version } } }`,
      { id: globalId('Audit', audits[0]?.auditId ?? '') },
    );
    expect(data.audit.staffingNeed).toEqual({ weeks: ['2027-W10', '2027-W12'], version: 1 });

    expect(codesOf(await setNeed(manager, composition, { weeks: [] }))).toEqual(['STALE_VERSION']);
    const seats = await setNeed(manager, composition, { expectedVersion: 1, radiologists: 2 });
    expect(errorsOf(seats)).toEqual([{ code: 'FORBIDDEN', path: 'input.radiologists' }]);
    for (const week of ['2027-W53', '2026-W40', '2027-10'])
      expect(codesOf(await setNeed(manager, composition, { expectedVersion: 1, weeks: [week] }))).toContain(
        'VALIDATION',
      );
  });

  it('is settled once the team is shown', async () => {
    const composition = await makeComposition(api, { audits: 1 });
    await api.sql(`update audit set state = 'RECUSAL_WINDOW' where id = $1`, [
      composition.audits[0]?.auditId,
    ]);
    const late = await setNeed(composition.coordinator, composition, { radiologists: 2 });
    expect(codesOf(late)).toEqual(['AUDIT_STATE_FORBIDS']);
  });

  it('gives two radiologists, one of whom leads, a physicist and a place in training', async () => {
    const composition = await makeComposition(api, { audits: 1, radiologists: 3 });
    const { campaignId, audits, coordinator } = composition;
    const physicist = await makeAuditor(api, { profession: 'MEDICAL_PHYSICIST' });
    await makeAuditor(api, { profession: 'RADIOGRAPHER', qualification: 'IN_TRAINING' });
    await setNeed(coordinator, composition, {
      radiologists: 2,
      medicalPhysicists: 1,
      hasTraineeSeat: true,
      weeks: ['2027-W10'],
    });
    const run = await solved(coordinator, campaignId);
    expect(run.state).toBe('SOLVED');
    expect(run.teams.nodes[0].week).toBe('2027-W10');
    expect(seatsOf(run)).toEqual([
      'MEDICAL_PHYSICIST',
      'OBSERVER',
      'RADIOGRAPHER',
      'RADIOLOGIST',
      'RADIOLOGIST leads',
    ]);
    expect(codesOf(await moveRun(coordinator, 'matchingRunPublish', run))).toEqual([]);
    const members = await called(api, campaignId);
    expect(members).toHaveLength(5);
    expect(members.filter(({ is_lead }) => is_lead)).toHaveLength(1);

    // A third radiologist has no seat; the team without its physicist is not complete.
    const third = composition.radiologists.find(
      ({ auditorId }) => !members.some(({ auditor_id }) => auditor_id === auditorId),
    );
    const taken = await coordinator.act('assignmentPropose', {
      auditId: globalId('Audit', audits[0]?.auditId ?? ''),
      auditorId: globalId('Auditor', third?.auditorId ?? ''),
      seat: 'RADIOLOGIST',
    });
    expect(codesOf(taken)).toEqual(['SEAT_TAKEN']);
    const propose = () =>
      coordinator.act(
        'auditProposeTeam',
        { auditId: globalId('Audit', audits[0]?.auditId ?? ''), expectedVersion: 1 },
        'audit { state }',
      );
    await api.sql(`update assignment set state = 'DECLINED' where auditor_id = $1`, [physicist.auditorId]);
    expect(codesOf(await propose())).toEqual(['TEAM_INCOMPLETE']);
    await api.sql(`update assignment set state = 'PROPOSED' where auditor_id = $1`, [physicist.auditorId]);
    expect((await propose()).audit.state).toBe('TEAM_PROPOSED');
  });
});

describe('the settings of a campaign', () => {
  it('are the defaults until they are set, and frozen into each run', async () => {
    const { campaignId, coordinator } = await makeComposition(api, { audits: 1 });
    const query = `query ($id: ID!) { matchingSettings(campaignId: $id) {
      version recencyYears fairness weights { fit load shortfall traineeShare } } }`;
    const before = await coordinator.run(query, { id: globalId('Campaign', campaignId) });
    const { fit, load, shortfall, traineeShare } = DEFAULT_SETTINGS.weights;
    expect(before.data.matchingSettings).toEqual({
      version: 0,
      recencyYears: 5,
      fairness: 'SUM',
      weights: { fit, load, shortfall, traineeShare },
    });
    const run = await solved(coordinator, campaignId, { isDryRun: true });
    const set = await setSettings(coordinator, campaignId, { recencyYears: 0, weights: { fit: 7 } });
    expect(set.matchingSettings).toEqual({ version: 1, recencyYears: null, weights: { fit: 7, load } });
    const falling = { expectedVersion: 1, weights: { load: [0, 20, 10] } };
    expect(errorsOf(await setSettings(coordinator, campaignId, falling))).toEqual([
      { code: 'VALIDATION', path: 'input.weights.load' },
    ]);
    const FIELDS = 'settings { version recencyYears weights { fit } } rulesHash';
    expect((await readRun(coordinator, run.id, FIELDS)).settings).toEqual({
      version: null,
      recencyYears: 5,
      weights: { fit },
    });
    const later = await solved(coordinator, campaignId, { isDryRun: true });
    expect((await readRun(coordinator, later.id, FIELDS)).settings.weights).toEqual({ fit: 7 });
    expect(later.snapshotHash).not.toBe(run.snapshotHash);
  });

  it('let ties to review through only if they say so, and then with a reason', async () => {
    const composition = await makeComposition(api, { audits: 1, radiologists: 1 });
    const { campaignId, audits, radiologists, coordinator } = composition;
    // Practises in the same department: to review (C09).
    const neighbour = await api.sql(
      `insert into audited_service (id, organisation_id, finess_et, name, department_code, department_name, region_code,
         region_name) select gen_random_uuid(), $1, '750099999', 'Voisin', s.department_code, s.department_name,
         s.region_code, s.region_name from audited_service s where s.id = $2 returning id`,
      [radiologists[0]?.organisationId, audits[0]?.serviceId],
    );
    await api.sql('update affiliation set audited_service_id = $1 where person_id = $2', [
      neighbour[0]?.['id'],
      radiologists[0]?.personId,
    ]);
    expect((await solved(coordinator, campaignId, { isDryRun: true })).state).toBe('INFEASIBLE');
    await setSettings(coordinator, campaignId, { isReviewAllowed: true });
    const run = await solved(coordinator, campaignId);
    expect(run.state).toBe('SOLVED');
    const refused = await moveRun(coordinator, 'matchingRunPublish', run);
    expect(codesOf(refused)).toEqual(['MATCHING_PAIR_CHANGED', 'CONFLICT_REVIEW_NEEDED']);
    const overrideReason = 'Aucun autre radiologue disponible.';
    const published = await moveRun(coordinator, 'matchingRunPublish', run, { overrideReason });
    expect(published.userErrors).toEqual([]);
    const [conflict] = await api.sql(
      `select rule_code, override_reason from conflict where auditor_id = $1 and level = 'REVIEW'`,
      [radiologists[0]?.auditorId],
    );
    expect(conflict).toEqual({ rule_code: 'C09', override_reason: overrideReason });
  });

  it('are for the programme to read, and for the coordination to set', async () => {
    const { campaignId, audits } = await makeComposition(api, { audits: 1 });
    const manager = api.as(audits[0]?.managerId ?? '');
    const { data } = await manager.run('query ($id: ID!) { matchingSettings(campaignId: $id) { version } }', {
      id: globalId('Campaign', campaignId),
    });
    expect(data.matchingSettings).toBeNull();
    expect(codesOf(await setSettings(manager, campaignId, { minimumAudits: 1 }))).toEqual(['FORBIDDEN']);
  });
});
