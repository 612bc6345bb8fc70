import type { DataSource } from 'typeorm';
import { DEFAULT_SETTINGS } from '../../server/matching/needs/frozen-settings';
import { hashOf, readSnapshot, type SnapshotOf } from '../../server/matching/runs/build-snapshot';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow, makeAssignment, makeAudit, makeAuditor, makeCampaign } from '../support/factories';
import { makeComposition, type Composition } from '../support/matching-factories';
import { makeLink, makeTie } from '../support/teams-factories';

let api: TestApi;
let dataSource: DataSource;
let composition: Composition;

beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
});
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});
beforeEach(async () => {
  composition = await makeComposition(api, { audits: 2, radiologists: 2, radiographers: 1 });
});

const snapshot = (of: Partial<SnapshotOf> = {}) =>
  readSnapshot(dataSource, {
    campaignId: composition.campaignId,
    settings: DEFAULT_SETTINGS,
    baseRunId: null,
    walled: [],
    today: '2027-01-11',
    ...of,
  });

const audit = (n: number) => composition.audits[n] ?? { auditId: '', serviceId: '', organisationId: '' };
const radiologist = (n: number) =>
  composition.radiologists[n] ?? { auditorId: '', personId: '', organisationId: '' };
const serviceIn = (instance: Awaited<ReturnType<typeof snapshot>>, n: number) =>
  instance.services.find(({ id }) => id === audit(n).auditId);
const auditorIn = (instance: Awaited<ReturnType<typeof snapshot>>, id: string) =>
  instance.auditors.find((each) => each.id === id);
/** Codes between an auditor and an audit. */
const codes = (instance: Awaited<ReturnType<typeof snapshot>>, auditorId: string, auditId: string) =>
  instance.conflicts.flatMap(([one, other, code]) => (one === auditorId && other === auditId ? [code] : []));

describe('a snapshot', () => {
  it('holds audits that are composed, whoever may be called on, and no name of anybody', async () => {
    await makeAuditor(api, { qualification: 'CANDIDATE' });
    const trainee = await makeAuditor(api, { qualification: 'IN_TRAINING' });
    await makeAudit(api, { campaignId: composition.campaignId, state: 'ON_SITE' });
    const instance = await snapshot();
    expect(instance.services.map(({ id }) => id)).toEqual(
      composition.audits.map(({ auditId }) => auditId).sort(),
    );
    expect(instance.auditors.map(({ id }) => id)).toEqual(
      [...composition.radiologists, ...composition.radiographers, trainee]
        .map(({ auditorId }) => auditorId)
        .sort(),
    );
    expect(auditorIn(instance, trainee.auditorId)).toMatchObject({ trainee: true, lead: false });
    expect(serviceIn(instance, 0)).toMatchObject({
      group: audit(0).organisationId,
      region: '11',
      needs: ['CT'],
      seats: { RADIOLOGIST: 1, RADIOGRAPHER: 1, MEDICAL_PHYSICIST: 0 },
      weeks: [],
    });
    const text = JSON.stringify(instance);
    const people = await api.sql<{ name: string }>('select family_name as name from person');
    expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
  });

  it('is the same, byte for byte, as long as nothing changes', async () => {
    const before = await snapshot();
    expect(hashOf(await snapshot())).toBe(hashOf(before));
    await makeTie(api, { personId: radiologist(0).personId, organisationId: audit(0).organisationId });
    expect(hashOf(await snapshot())).not.toBe(hashOf(before));
  });

  it('leaves out services that whoever starts it has a tie with', async () => {
    const instance = await snapshot({ walled: [audit(0).serviceId] });
    expect(instance.services.map(({ id }) => id)).toEqual([audit(1).auditId]);
    expect(JSON.stringify(instance)).not.toContain(audit(0).auditId);
  });

  it('puts those of one grouping into one group, and follows links no further', async () => {
    const grouping = await insertRow(api, 'organisation', {
      kind: 'GROUPING',
      code: `GHT ${audit(0).auditId}`,
      name: 'GHT',
    });
    const other = await insertRow(api, 'organisation', {
      kind: 'GROUPING',
      code: `GIE ${audit(0).auditId}`,
      name: 'GIE',
    });
    await makeLink(api, audit(0).organisationId, grouping, { kind: 'GHT' });
    await makeLink(api, radiologist(0).organisationId, grouping, { kind: 'GHT' });
    // Beyond: a second grouping of the auditor's organisation, and somebody in it.
    await makeLink(api, radiologist(0).organisationId, other, { kind: 'GIE' });
    await makeLink(api, radiologist(1).organisationId, other, { kind: 'GIE' });
    const instance = await snapshot();
    const groups = (n: number) => {
      const { group, groups: more = [] } = serviceIn(instance, n) ?? { group: null };
      return [group, ...more];
    };
    const shared = (auditorId: string, n: number) =>
      auditorIn(instance, auditorId)?.groups.filter((group) => groups(n).includes(group));
    expect(shared(radiologist(0).auditorId, 0)).toEqual([`GHT:${grouping}`]);
    expect(shared(radiologist(1).auditorId, 0)).toEqual([]);
    expect(auditorIn(instance, radiologist(1).auditorId)?.groups).toContain(`GIE:${other}`);
    expect(codes(instance, radiologist(0).auditorId, audit(0).auditId)).toContain('C02');
    // A link that has ended groups nobody.
    await api.sql(`update organisation_link set to_date = '2026-12-31' where linked_organisation_id = $1`, [
      grouping,
    ]);
    expect(auditorIn(await snapshot(), radiologist(0).auditorId)?.groups).not.toContain(`GHT:${grouping}`);
  });

  it('counts the audits of the year elsewhere off the maximum, and their weeks as taken', async () => {
    const { auditorId } = radiologist(0);
    await api.sql('update auditor set yearly_maximum = 3 where id = $1', [auditorId]);
    const past = await makeCampaign(api, { visitsFrom: '2026-01-01', visitsTo: '2026-12-31' });
    for (const [campaignId, visit_on, closed] of [
      [past, '2026-05-05', '2026-05-05T18:00:00Z'],
      [await makeCampaign(api), '2027-03-03', null],
      // On a clock that was set back, a visit to come may be over: its day is taken all the same.
      [await makeCampaign(api), '2027-04-14', '2027-04-14T16:00:00Z'],
    ] as const) {
      const elsewhere = await makeAudit(api, {
        campaignId,
        state: closed ? 'CLOSED' : 'TEAM_CONFIRMED',
        columns: { visit_on, visit_closed_at: closed },
      });
      await makeAssignment(api, {
        auditId: elsewhere.auditId,
        auditorId,
        state: closed ? 'COMPLETED' : 'CONFIRMED',
      });
    }
    await insertRow(api, 'auditor_unavailability', {
      auditor_id: auditorId,
      from_date: '2027-06-11',
      to_date: '2027-06-14',
    });
    expect(auditorIn(await snapshot(), auditorId)).toMatchObject({
      capacity: 1,
      auditsDone: 2,
      unavailableWeeks: ['2027-W09', '2027-W15', '2027-W23', '2027-W24'],
    });
  });

  it('keeps apart who does not speak the language, has not practised for years, or works there', async () => {
    const { auditorId, personId } = radiologist(0);
    await api.sql(`update auditor set languages = '{de}' where id = $1`, [auditorId]);
    expect(codes(await snapshot(), auditorId, audit(0).auditId)).toEqual(['LANGUAGE']);
    await insertRow(api, 'staffing_need', {
      campaign_id: composition.campaignId,
      audited_service_id: audit(0).serviceId,
      languages: ['de', 'fr'],
      weeks: ['2027-W10', '2026-W50'],
    });
    const told = await snapshot();
    expect(codes(told, auditorId, audit(0).auditId)).toEqual([]);
    expect(codes(told, auditorId, audit(1).auditId)).toEqual(['LANGUAGE']);
    // A week that is over is no choice any more.
    expect(serviceIn(told, 0)?.weeks).toEqual(['2027-W10']);
    await api.sql(`update affiliation set to_date = '2022-01-10' where person_id = $1`, [personId]);
    expect(codes(await snapshot(), auditorId, audit(0).auditId)).toEqual(['RECENCY']);
    const lenient = { ...DEFAULT_SETTINGS, recencyYears: null };
    expect(codes(await snapshot({ settings: lenient }), auditorId, audit(0).auditId)).toEqual([]);
    await makeTie(api, { personId, organisationId: audit(0).organisationId });
    expect(codes(await snapshot(), auditorId, audit(0).auditId)).toEqual(['C01', 'C03']);
  });

  it('holds who has accepted on his seat, and nobody whom a tie has come to block', async () => {
    const [first, second] = [radiologist(0), radiologist(1)];
    await makeAssignment(api, {
      auditId: audit(0).auditId,
      auditorId: first.auditorId,
      state: 'ACCEPTED',
      isLead: true,
    });
    await makeAssignment(api, { auditId: audit(1).auditId, auditorId: second.auditorId, state: 'PROPOSED' });
    await api.sql('update auditor set yearly_maximum = 0, is_lead_eligible = false where id = $1', [
      first.auditorId,
    ]);
    const held = await snapshot();
    expect(held.pinned).toEqual([[first.auditorId, audit(0).auditId]]);
    expect(held.previous).toEqual([[second.auditorId, audit(1).auditId]]);
    expect(auditorIn(held, first.auditorId)?.capacity).toBe(1);
    await makeTie(api, { personId: first.personId, organisationId: audit(0).organisationId });
    const freed = await snapshot();
    expect(freed.pinned).toEqual([]);
    expect(codes(freed, first.auditorId, audit(0).auditId)).toContain('C01');
  });

  it('forbids whoever has refused or was recused, and what the coordination forbids', async () => {
    const [first, second] = [radiologist(0), radiologist(1)];
    for (const [auditorId, state] of [
      [first.auditorId, 'DECLINED'],
      [second.auditorId, 'REPLACED'],
    ] as const)
      await makeAssignment(api, { auditId: audit(0).auditId, auditorId, state });
    await insertRow(api, 'matching_decision', {
      audit_id: audit(1).auditId,
      auditor_id: second.auditorId,
      kind: 'FORBID',
      reason: 'Même promotion.',
      decided_by_id: composition.coordinatorId,
    });
    const { forbidden } = await snapshot();
    expect(forbidden).toEqual(
      [
        [first.auditorId, audit(0).auditId],
        [second.auditorId, audit(1).auditId],
      ].sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    );
  });

  it('returns no audit of the campaign whose team is settled', async () => {
    // Somebody of the first audited service audits where the first radiologist works.
    const host = await makeAuditor(api, { organisationId: audit(0).organisationId });
    const settled = await makeAudit(api, {
      campaignId: composition.campaignId,
      state: 'TEAM_CONFIRMED',
      serviceId: await insertRow(api, 'audited_service', {
        organisation_id: radiologist(0).organisationId,
        finess_et: `S${audit(0).auditId.slice(0, 8)}`,
        name: 'Site du radiologue',
        department_code: '13',
        department_name: 'Bouches-du-Rhône',
        region_code: '93',
        region_name: 'Provence',
      }),
    });
    await makeAssignment(api, { auditId: settled.auditId, auditorId: host.auditorId });
    const instance = await snapshot();
    expect(codes(instance, radiologist(0).auditorId, audit(0).auditId)).toEqual(['C06']);
    expect(codes(instance, radiologist(0).auditorId, audit(1).auditId)).toEqual([]);
  });

  it('remembers who worked together in the last campaign', async () => {
    const past = await makeCampaign(api, {
      state: 'CLOSED',
      visitsFrom: '2026-06-01',
      visitsTo: '2026-12-31',
    });
    const before = await makeAudit(api, { campaignId: past, state: 'CLOSED' });
    const [one, other] = [radiologist(0).auditorId, composition.radiographers[0]?.auditorId ?? ''];
    await makeAssignment(api, { auditId: before.auditId, auditorId: one, state: 'COMPLETED' });
    await makeAssignment(api, {
      auditId: before.auditId,
      auditorId: other,
      seat: 'RADIOGRAPHER',
      state: 'COMPLETED',
    });
    const instance = await snapshot();
    expect(instance.pastPairs).toEqual([[one, other].sort()]);
    expect((await snapshot({ settings: { ...DEFAULT_SETTINGS, pastCampaigns: 0 } })).pastPairs).toEqual([]);
  });
});
