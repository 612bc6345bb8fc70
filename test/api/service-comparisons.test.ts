import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCampaign, makeOrganisation } from '../support/factories';
import { makeReportedAudits, type Reported, type ReportedAudit } from '../support/synthesis-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const SPREAD = '{ services median low high lowerQuartile upperQuartile }';
const COMPARISON = `id askedTraits sharedTraits serviceCount audit { id }
  figures { section { code } criterion { code } own { value low high } others ${SPREAD} }`;

const ask = (client: ApiClient, { auditId }: { auditId: string }, ...traits: string[]): Promise<Json> =>
  client.act(
    'serviceComparisonRequest',
    { auditId: globalId('Audit', auditId), traits },
    `serviceComparison { ${COMPARISON} }`,
  );
const askAs = (audit: ReportedAudit, ...traits: string[]): Promise<Json> =>
  ask(api.as(audit.managerId), audit, ...traits);
const codesOf = (payload: Json): string[] => payload.userErrors.map((error: Json) => error.code as string);
const told = async (answer: Promise<Json>): Promise<Json> => {
  const payload = await answer;
  expect(payload.userErrors).toEqual([]);
  return payload.serviceComparison;
};

async function closedCampaign(count: number, reported: Reported = {}, state = 'CLOSED') {
  const campaignId = await makeCampaign(api, { state });
  const audits = await makeReportedAudits(api, campaignId, count, reported);
  return { campaignId, audits };
}

/** What was told in a campaign of a subject, as sets of services. */
async function groupsOf(campaignId: string, subject = 'SERVICES'): Promise<string[][]> {
  const rows = await api.sql<{ services: string[] }>(
    'select services from disclosed_group where campaign_id = $1 and subject = $2',
    [campaignId, subject],
  );
  return rows.map(({ services }) => services);
}

const PLACES = [
  { region_code: '11', region_name: 'Île-de-France' },
  { region_code: '84', region_name: 'Auvergne-Rhône-Alpes' },
] as const;

/** Twelve public services (eight in Île-de-France), ten private ones; of two sizes. */
const MIXED: Reported = {
  consensus: (service, criterion) => (criterion < service % 4 ? 'NON_CONFORM' : 'CONFORM'),
  columns: (service) => ({
    sector: service < 12 ? 'PUBLIC' : 'PRIVATE_FOR_PROFIT',
    scanners: service % 2 === 0 ? 1 : 4,
    mri: 0,
    ...PLACES[service < 8 || service > 19 ? 0 : 1],
  }),
  justified: (service) => (service % 11 === 10 ? null : service % 10),
};

describe('a service beside comparable ones', () => {
  let campaignId: string;
  let audits: ReportedAudit[];

  beforeAll(async () => {
    ({ campaignId, audits } = await closedCampaign(22, MIXED));
  });

  test('reads its own figures, and the median and quartiles of the others without itself', async () => {
    const found = await told(askAs(audits[0]!, 'SECTOR'));
    expect(found).toMatchObject({
      askedTraits: ['SECTOR'],
      sharedTraits: ['SECTOR'],
      serviceCount: 11,
      audit: { id: globalId('Audit', audits[0]!.auditId) },
    });
    const scores = found.figures.filter(({ section }: Json) => section !== null);
    expect(scores.length).toBeGreaterThan(2);
    expect(scores[0].own).toEqual({ value: 1, low: null, high: null });
    expect(scores[0].others).toMatchObject({
      services: 11,
      median: expect.any(Number),
      lowerQuartile: expect.any(Number),
    });
    const share = found.figures.find(({ criterion }: Json) => criterion?.code === 'T1-C1');
    // None of ten records; Wilson's upper bound is 0.278.
    expect(share.own.value).toBe(0);
    expect(share.own.high).toBeCloseTo(0.2775, 3);
    // Twenty services drew records, the eleventh did not.
    expect(share.others.services).toBe(10);
    expect(JSON.stringify(found)).not.toMatch(/rank|percentile/i);
  });

  test('is read again by that service, and by nobody else', async () => {
    const found = await told(askAs(audits[1]!));
    const reader = await makeAccount(api, { services: { [audits[1]!.serviceId]: 'SERVICE_READER' } });
    const seenBy = async (client: ApiClient): Promise<Json> =>
      (
        await client.run(
          `query ($id: ID!) { node(id: $id) { ... on ServiceComparison { ${COMPARISON} } } }`,
          { id: found.id },
        )
      ).data['node'];
    expect(await seenBy(api.as(reader.accountId))).toEqual(found);
    const listed = await api
      .as(reader.accountId)
      .run(`query ($id: ID!) { audit(id: $id) { comparisons(first: 5) { totalCount nodes { id } } } }`, {
        id: globalId('Audit', audits[1]!.auditId),
      });
    expect(listed.data['audit'].comparisons).toEqual({ totalCount: 1, nodes: [{ id: found.id }] });
    for (const role of ['COORDINATOR', 'STEERING_MEMBER', 'OBSERVER', 'ANALYST', 'ADMIN'])
      expect(await seenBy(api.as((await makeAccount(api, { roles: [role] })).accountId))).toBeNull();
    expect(await seenBy(api.as(audits[2]!.managerId))).toBeNull();
  });

  test('is asked for by those who answer for the service', async () => {
    const reader = await makeAccount(api, { services: { [audits[0]!.serviceId]: 'SERVICE_READER' } });
    expect(codesOf(await ask(api.as(reader.accountId), audits[0]!))).toEqual(['FORBIDDEN']);
    const coordinator = await makeAccount(api, { roles: ['COORDINATOR'] });
    expect(codesOf(await ask(api.as(coordinator.accountId), audits[0]!))).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(api.as(audits[1]!.managerId), audits[0]!))).toEqual(['NOT_FOUND']);
    const contributor = await makeAccount(api, {
      services: { [audits[0]!.serviceId]: 'SERVICE_CONTRIBUTOR' },
    });
    await told(ask(api.as(contributor.accountId), audits[0]!, 'SECTOR'));
  });

  test('gives up the region first, then size, then modalities, and says so', async () => {
    // Public, in Auvergne-Rhône-Alpes, of one size: two. Without the region: six, of which five are others.
    const found = await told(askAs(audits[8]!, 'SECTOR', 'SIZE', 'REGION'));
    expect(found).toMatchObject({ sharedTraits: ['SECTOR', 'SIZE'], serviceCount: 5 });
    const [first] = found.figures;
    expect(first.others).toMatchObject({ services: 5, lowerQuartile: null, low: null });
    expect(first.others.median).toEqual(expect.any(Number));
  });

  test('never tells of a group that others’ answers would take apart', async () => {
    // Region alone cuts across what was told: the public of one size in it are too few.
    const found = await told(askAs(audits[20]!, 'REGION'));
    expect(found).toMatchObject({ askedTraits: ['REGION'], sharedTraits: [], serviceCount: 21 });
    const groups = await groupsOf(campaignId);
    const all = audits.map(({ serviceId }) => serviceId);
    const blocks = new Map<string, number>();
    for (const service of all) {
      const key = groups.map((group) => Number(group.includes(service))).join('');
      blocks.set(key, (blocks.get(key) ?? 0) + 1);
    }
    expect(Math.min(...blocks.values())).toBeGreaterThanOrEqual(5);
  });

  test('tells the same again, and notes it once', async () => {
    const before = await groupsOf(campaignId);
    const [first, second] = [
      await told(askAs(audits[0]!, 'SECTOR')),
      await told(askAs(audits[0]!, 'SECTOR')),
    ];
    expect({ ...second, id: null }).toEqual({ ...first, id: null });
    expect(await groupsOf(campaignId)).toEqual(before);
  });

  test('compares nobody with himself: the others’ figures are the same whatever one’s own', async () => {
    const figuresWith = async (own: string): Promise<Json> => {
      const { audits: others } = await closedCampaign(9, {
        consensus: (service) => (service === 0 ? own : service % 2 ? 'PARTIAL' : 'CONFORM'),
      });
      return (await told(askAs(others[0]!))).figures.map((figure: Json) => figure.others);
    };
    expect(await figuresWith('NON_CONFORM')).toEqual(await figuresWith('CONFORM'));
  });
});

describe('the guard of comparisons', () => {
  test('waits until nothing moves', async () => {
    const { audits } = await closedCampaign(8, {}, 'RUNNING');
    expect(codesOf(await askAs(audits[0]!))).toEqual(['COMPARISON_NOT_READY']);
    const closed = await closedCampaign(8);
    await api.sql(`update audit set state = 'CANCELLED', report_issued_at = null where id = $1`, [
      closed.audits[0]!.auditId,
    ]);
    expect(codesOf(await askAs(closed.audits[0]!))).toEqual(['COMPARISON_NOT_READY']);
  });

  test('tells of five others at least', async () => {
    const { audits } = await closedCampaign(5);
    expect(codesOf(await askAs(audits[0]!))).toEqual(['SYNTHESIS_TOO_FEW_SERVICES']);
  });

  test('wants five others whose figures no organisation of the asker knows', async () => {
    const organisationId = await makeOrganisation(api);
    const { audits } = await closedCampaign(8, {
      organisationId: (service) => (service < 3 ? organisationId : undefined),
    });
    const found = await told(askAs(audits[0]!));
    expect(found.serviceCount).toBe(7);
    // Two of the seven are known: both on one side, the middle would be the second lowest of the five others.
    expect(found.figures[0].others).toMatchObject({ services: 7, median: null });
    // Nor those linked with them.
    const link = { from_date: '2020-01-01', source: 'DECLARED', kind: 'GHT' };
    await insertRow(api, 'organisation_link', {
      ...link,
      organisation_id: organisationId,
      linked_organisation_id: audits[7]!.organisationId,
    });
    expect(codesOf(await askAs(audits[1]!))).toEqual(['SYNTHESIS_TOO_FEW_SERVICES']);
  });

  test('tells the same to whoever has a role in another service besides: a colleague has no difference to take', async () => {
    const { audits } = await closedCampaign(12, MIXED);
    const [one, other] = [audits[0]!, audits[5]!];
    const both = await makeAccount(api, {
      services: { [one.serviceId]: 'SERVICE_MANAGER', [other.serviceId]: 'SERVICE_READER' },
    });
    const [first, second] = [await told(askAs(one)), await told(ask(api.as(both.accountId), one))];
    expect(first.serviceCount).toBe(11);
    expect({ ...second, id: null }).toEqual({ ...first, id: null });
  });

  test('does not count what the account knows besides among the five others', async () => {
    const { audits } = await closedCampaign(6);
    const services = { [audits[0]!.serviceId]: 'SERVICE_MANAGER', [audits[5]!.serviceId]: 'SERVICE_READER' };
    const both = await makeAccount(api, { services });
    expect(codesOf(await ask(api.as(both.accountId), audits[0]!))).toEqual(['SYNTHESIS_TOO_FEW_SERVICES']);
    // Nor for a colleague who asks: whoever knows more reads the answer as well.
    expect(codesOf(await askAs(audits[0]!))).toEqual(['SYNTHESIS_TOO_FEW_SERVICES']);
  });

  test('is made of the same others whatever is linked, granted or said of a service in between', async () => {
    const { campaignId, audits } = await closedCampaign(22, MIXED);
    const [one, other] = [audits[0]!, audits[5]!];
    const before = await told(askAs(one, 'SECTOR'));
    await insertRow(api, 'organisation_link', {
      from_date: '2020-01-01',
      source: 'DECLARED',
      kind: 'GHT',
      organisation_id: one.organisationId,
      linked_organisation_id: other.organisationId,
    });
    await makeAccount(api, {
      services: { [one.serviceId]: 'SERVICE_READER', [audits[6]!.serviceId]: 'SERVICE_READER' },
    });
    const linked = await told(askAs(one, 'SECTOR'));
    expect(linked.serviceCount).toBe(before.serviceCount);
    // What is still told is the same to the last digit; quartiles want more services now that two of them are known.
    linked.figures.forEach(({ own, others }: Json, at: number) => {
      expect(own).toEqual(before.figures[at].own);
      if (!others) return;
      const { services, median } = before.figures[at].others;
      expect([services, median, null]).toEqual(expect.arrayContaining([others.services, others.median]));
    });
    // A service that is of another sector today would be the difference: the group is given up.
    await api.sql(`update audited_service set sector = 'PRIVATE_FOR_PROFIT' where id = $1`, [
      other.serviceId,
    ]);
    expect(await told(askAs(one, 'SECTOR'))).toMatchObject({ sharedTraits: [], serviceCount: 21 });
    expect(new Set((await groupsOf(campaignId)).map(({ length }) => length))).toEqual(new Set([12, 22]));
  });

  test('does not let one service be subtracted by its audit being cancelled in between', async () => {
    const { audits } = await closedCampaign(12);
    await told(askAs(audits[0]!));
    await api.sql(`update audit set state = 'CANCELLED' where id = $1`, [audits[5]!.auditId]);
    expect(codesOf(await askAs(audits[0]!))).toEqual(['SYNTHESIS_QUERY_DISCLOSES']);
    expect(codesOf(await askAs(audits[1]!))).toEqual(['SYNTHESIS_QUERY_DISCLOSES']);
  });

  test('does not let a service be told from the synthesis and a comparison with all but few', async () => {
    const { campaignId, audits } = await closedCampaign(12, {
      columns: (service) => ({ sector: service < 9 ? 'PUBLIC' : 'PRIVATE_FOR_PROFIT' }),
    });
    const coordinator = await makeAccount(api, { roles: ['COORDINATOR'] });
    const prepared = await api
      .as(coordinator.accountId)
      .act('synthesisPrepare', { campaignId: globalId('Campaign', campaignId) }, 'synthesis { id }');
    expect(prepared.userErrors).toEqual([]);
    // Nine public services of twelve: the three others would be what is left.
    expect(await told(askAs(audits[0]!, 'SECTOR'))).toMatchObject({ sharedTraits: [], serviceCount: 11 });
  });

  test('keeps back a figure that too few of a group have', async () => {
    const { audits } = await closedCampaign(20, {
      columns: (service) => ({ sector: service < 10 ? 'PUBLIC' : 'PRIVATE_FOR_PROFIT' }),
      // Of the public ones only three drew records.
      justified: (service) => (service < 10 && service > 2 ? null : 5),
    });
    const found = await told(askAs(audits[0]!, 'SECTOR'));
    const rate = found.figures.find(({ criterion }: Json) => criterion?.code === 'T1-C1');
    expect(rate.own.value).toBe(0.5);
    expect(rate.others).toBeNull();
    expect(found.figures[0].others.services).toBe(9);
  });

  test('lets those who ask at the same time ask one after the other', async () => {
    const { campaignId, audits } = await closedCampaign(16, {
      columns: (service) => ({
        sector: service < 8 ? 'PUBLIC' : 'PRIVATE_FOR_PROFIT',
        scanners: service % 8 < 3 ? 1 : 4,
        ...PLACES[service % 2],
      }),
    });
    // Each of these could be answered by itself; together they would cut services into groups of fewer than five.
    const traits = ['SECTOR', 'SIZE', 'REGION'];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => askAs(audits[at % 16]!, traits[at % 3]!)),
    );
    expect(answers.flatMap(codesOf)).toEqual([]);
    const groups = await groupsOf(campaignId);
    const blocks = new Map<string, number>();
    for (const { serviceId } of audits) {
      const key = groups.map((group) => Number(group.includes(serviceId))).join('');
      blocks.set(key, (blocks.get(key) ?? 0) + 1);
    }
    expect(groups).toHaveLength(12);
    expect(new Set(groups.map(({ length }) => length)).size).toBeGreaterThan(1);
    expect(Math.min(...blocks.values())).toBeGreaterThanOrEqual(5);
  });
});
