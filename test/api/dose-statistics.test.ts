import type { DataSource } from 'typeorm';
import { dosePositions, type DoseRow } from '../../server/measures';
import { medianInterval, quantile } from '../../server/measures/statistics';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import {
  batchesOf,
  chestView,
  doseRow,
  importDoses,
  mapProtocol,
  readImport,
  readStatistics,
} from '../support/dose-factories';
import { insertRow, makeAccount, makeOrganisation } from '../support/factories';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';

let api: TestApi;
let dataSource: DataSource;
let audit: GradableAudit;
let accountId: string;
let manager: ApiClient;
beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
});
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});
beforeEach(async () => {
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
  ({ accountId } = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_MANAGER' } }));
  manager = api.as(accountId);
});

const load = (rows: readonly DoseRow[]) =>
  importDoses(dataSource, manager, { ...audit, accountId }, batchesOf(rows));
const map = (modality: string, protocol: string, examCode: string | null, version = 0) =>
  mapProtocol(manager, audit.serviceId, modality, protocol, examCode, version);
const reasons = (list: { reason: string; count: number }[]) =>
  Object.fromEntries(list.map(({ reason, count }) => [reason, count]));

/** The vector of the templates: 30 values, chest PA, NRD 200, VGD 150 (median 161, quartiles 147.5 and 179.25). */
const CHEST = [
  120, 150, 135, 210, 180, 165, 140, 155, 300, 175, 160, 145, 190, 170, 130, 200, 185, 158, 149, 162, 171,
  143, 138, 220, 195, 152, 168, 177, 147, 159,
];

test('the chest of the vector lies between guide value and level', async () => {
  await map('RADIOGRAPHY', 'thorax face', 'RX-THX-F');
  await load(CHEST.map((dap) => chestView(dap)));
  const { exams, excluded } = await readStatistics(manager, audit.auditId);
  expect(excluded).toEqual([]);
  expect(exams).toMatchObject([
    {
      examCode: 'RX-THX-F',
      position: 'BETWEEN',
      excluded: [],
      populations: [
        {
          population: 'ADULT',
          position: 'BETWEEN',
          quantities: [
            {
              quantity: 'PDS',
              unit: 'mGy.cm2',
              n: 30,
              median: 161,
              q1: 147.5,
              q3: 179.25,
              // Ranks 10 and 21 of 30 values.
              medianInterval: { low: 150, high: 175 },
              position: 'BETWEEN',
              isBorderline: true,
              level: {
                sourceCode: 'ASN-2019-DC-0667',
                use: 'CURRENT_NATIONAL',
                nrd: 200,
                vgd: 150,
                minSampleSize: 30,
              },
              comparisons: [],
            },
          ],
        },
      ],
    },
  ]);
});

test('one record less is too few, and an interval across the level is borderline', async () => {
  await map('RADIOGRAPHY', 'thorax face', 'RX-THX-F');
  await load(CHEST.slice(1).map((dap) => chestView(dap)));
  const few = await readStatistics(manager, audit.auditId);
  expect(few.exams[0].populations[0].quantities[0]).toMatchObject({
    n: 29,
    position: 'INSUFFICIENT',
    isBorderline: null,
  });
  await load([chestView(195), ...Array.from({ length: 30 }, (_, index) => chestView(190 + index))]);
  const more = await readStatistics(manager, audit.auditId);
  expect(more.exams[0].populations[0].quantities[0]).toMatchObject({
    n: 60,
    position: 'BETWEEN',
    isBorderline: true,
  });
});

test('only national levels in force are compared; others by name, labelled as what they are', async () => {
  await map('CT', 'Thorax', 'CT-THX');
  await load(
    Array.from({ length: 31 }, (_, index) => doseRow({ ctdiVolMgy: 9 + index / 100, dlpMgyCm: 600 })),
  );
  const plain = await readStatistics(manager, audit.auditId);
  expect(plain.exams[0]).toMatchObject({ examCode: 'CT-THX', position: 'NO_LEVEL' });
  expect(plain.exams[0].populations[0].quantities).toMatchObject([
    { quantity: 'IDSV', position: 'NO_LEVEL', level: null, isBorderline: null, comparisons: [] },
    { quantity: 'PDL', position: 'NO_LEVEL', level: null, comparisons: [] },
  ]);
  const asked = await readStatistics(audit.lead, audit.auditId, ['ARR-2011-10-24', 'UK-NDRL', 'nonsense']);
  const [idsv, pdl] = asked.exams[0].populations[0].quantities;
  expect(idsv.position).toBe('NO_LEVEL');
  expect(idsv.comparisons).toMatchObject([
    { position: 'BETWEEN', level: { sourceCode: 'ARR-2011-10-24', use: 'HISTORICAL', nrd: 15 } },
    { position: 'ABOVE_NRD', level: { sourceCode: 'UK-NDRL', use: 'FOREIGN_COMPARATOR', nrd: 8.5 } },
  ]);
  expect(pdl.comparisons).toMatchObject([
    { position: 'ABOVE_NRD', level: { use: 'HISTORICAL', nrd: 475 } },
    { position: 'ABOVE_NRD', level: { use: 'FOREIGN_COMPARATOR', nrd: 290 } },
  ]);
});

test('what is not comparable is set aside with its reason, and listed', async () => {
  await map('CT', 'Thorax', 'CT-THX');
  await map('CT', 'Enfant thorax', 'CTP-THX');
  await map('CT', 'Fistulo', null);
  const several = { studyUid: '1.7' };
  await load([
    doseRow(),
    doseRow({ phantomCm: 16 }),
    doseRow({ phantomCm: null }),
    doseRow({ ageYears: null }),
    doseRow({ ageYears: 12 }),
    doseRow({ level: 'EXAMINATION' }),
    doseRow(several),
    doseRow(several),
    doseRow({ protocol: 'Fistulo' }),
    doseRow({ protocol: 'Inconnu' }),
    doseRow({ exclusion: 'PHANTOM_OR_QA' }),
    doseRow({ protocol: 'Enfant thorax', ageYears: 7, weightKg: 22 }),
    doseRow({ protocol: 'Enfant thorax', ageYears: 7, weightKg: 30 }),
    doseRow({ protocol: 'Enfant thorax', ageYears: 7, weightKg: null }),
    doseRow({ protocol: 'Enfant thorax', ageYears: 17, weightKg: 95 }),
    doseRow({ protocol: 'Enfant thorax', ageYears: 7, weightKg: 22, phantomCm: null }),
    doseRow({ protocol: 'Enfant thorax', ageYears: 40 }),
  ]);
  const { exams, excluded } = await readStatistics(manager, audit.auditId);
  expect(reasons(excluded)).toEqual({ NOT_OF_THE_LIST: 1, UNMAPPED: 1 });
  const [adult, child] = exams;
  expect(adult).toMatchObject({ examCode: 'CT-THX', populations: [{ quantities: [{ n: 2 }, { n: 2 }] }] });
  expect(reasons(adult.excluded)).toEqual({
    OTHER_PHANTOM: 1,
    AGE_UNKNOWN: 1,
    OTHER_POPULATION: 1,
    WHOLE_EXAMINATION: 1,
    SEVERAL_ACQUISITIONS: 2,
    PHANTOM_OR_QA: 1,
  });
  expect(child.populations.map(({ population, quantities }: Json) => [population, quantities[0].n])).toEqual([
    ['CHILD_15_30_KG', 1],
    ['CHILD_30_50_KG', 1],
  ]);
  expect(reasons(child.excluded)).toEqual({
    WEIGHT_UNKNOWN: 1,
    OUTSIDE_CLASSES: 1,
    PHANTOM_UNKNOWN: 1,
    OTHER_POPULATION: 1,
  });
});

test('an examination is as its worst quantity, whose levels came in by import', async () => {
  const coordinator = api.as((await makeAccount(api, { roles: ['COORDINATOR'] })).accountId);
  await coordinator.act('referenceLevelsImport', {
    csv: 'exam;population;quantity;unit;nrd;vgd;min_sample_size;phantom_cm;valid_from;valid_to\nCT-COU;ADULT;IDSV;mGy;20;10;6;;;\nCT-COU;ADULT;PDL;mGy.cm;500;;6;;;\n',
    sourceCode: 'ASN-2019-DC-0667',
    url: 'https://example.org/jo',
    statement: 'Relu par deux personnes sur le Journal officiel.',
    isDryRun: false,
  });
  await map('CT', 'Cou', 'CT-COU');
  await load(Array.from({ length: 7 }, () => doseRow({ protocol: 'COU', ctdiVolMgy: 9, dlpMgyCm: 501 })));
  const { exams } = await readStatistics(manager, audit.auditId);
  expect(exams[0].position).toBe('ABOVE_NRD');
  expect(exams[0].populations[0].quantities.map(({ position }: Json) => position)).toEqual([
    'AT_OR_BELOW_VGD',
    'ABOVE_NRD',
  ]);
  const sql = <T>(text: string, values: readonly unknown[] = []) => api.sql<T>(text, [...values]);
  const positions = async (codes: string[]) =>
    (await dosePositions(sql, audit.uuid, codes, '2027-01-11')).outcome;
  expect(await positions(['CT-COU', 'CT-TAP'])).toBe('ABOVE_NRD');
  expect(await positions([])).toBe('ABOVE_NRD');
  expect(await positions(['CT-TAP'])).toBe('INSUFFICIENT');
});

describe('mapping protocol names', () => {
  test('applies to what is there and to what comes, and can be changed', async () => {
    const first = await load([doseRow(), doseRow({ studyUid: '1.8' }), doseRow({ studyUid: '1.8' })]);
    expect((await readStatistics(manager, audit.auditId)).exams).toEqual([]);
    const mapping = await map('CT', ' THORAX ', 'CT-THX');
    expect(mapping).toMatchObject({ protocol: 'THORAX', version: 1, examType: { code: 'CT-THX' } });
    const setAsides = async () =>
      (await readImport(manager, first)).records.nodes.map((node: Json) => [node.examCode, node.setAside]);
    expect(await setAsides()).toEqual([
      ['CT-THX', null],
      ['CT-THX', 'SEVERAL_ACQUISITIONS'],
      ['CT-THX', 'SEVERAL_ACQUISITIONS'],
    ]);
    expect((await map('CT', 'thorax', null, 1)).version).toBe(2);
    expect(await setAsides()).toEqual(Array(3).fill([null, 'NOT_OF_THE_LIST']));
    await map('CT', 'Thorax', 'CT-AP', 2);
    const second = await load([doseRow()]);
    expect((await readImport(manager, second)).records.nodes).toMatchObject([
      { examCode: 'CT-AP', isCounted: true },
    ]);
    const { data } = await manager.run(
      'query { protocolMappings(first: 10) { nodes { protocol modality version examType { code } auditedService { name } } } }',
    );
    expect(data.protocolMappings.nodes).toMatchObject([
      { protocol: 'Thorax', version: 3, examType: { code: 'CT-AP' } },
    ]);
  });

  test('one name of two in a study that goes elsewhere frees the other', async () => {
    await map('CT', 'A', 'CT-THX');
    await map('CT', 'B', 'CT-THX');
    const id = await load([
      doseRow({ studyUid: '1.6', protocol: 'A' }),
      doseRow({ studyUid: '1.6', protocol: 'B' }),
    ]);
    const counted = async () =>
      (await readImport(manager, id)).records.nodes.map((node: Json) => node.isCounted);
    expect(await counted()).toEqual([false, false]);
    await map('CT', 'B', 'CT-AP', 1);
    expect(await counted()).toEqual([true, true]);
  });

  test('leaves the records of an issued report as they were', async () => {
    const id = await load([doseRow()]);
    await api.sql(`update audit set state = 'REPORT_ISSUED' where id = $1`, [audit.uuid]);
    await map('CT', 'Thorax', 'CT-THX');
    expect((await readImport(manager, id)).records.nodes).toMatchObject([{ setAside: 'UNMAPPED' }]);
  });

  test.each([
    [{ examCode: 'RX-ASP' }, 'EXAM_TYPE_MISMATCH', ['input', 'examCode']],
    [{ examCode: 'NO-SUCH' }, 'NOT_FOUND', ['input', 'examCode']],
    [{ protocol: '---' }, 'VALIDATION', ['input', 'protocol']],
    [{ expectedVersion: 1 }, 'STALE_VERSION', ['input', 'expectedVersion']],
  ])('refuses %j with %s', async (change, code, path) => {
    const payload = await manager.act('protocolMappingSet', {
      auditedServiceId: audit.serviceId,
      modality: 'CT',
      protocol: 'Thorax',
      examCode: 'CT-THX',
      expectedVersion: 0,
      ...change,
    });
    expect(payload.userErrors).toMatchObject([{ code, path }]);
    expect(
      await api.sql('select 1 from protocol_mapping where audited_service_id = $1', [audit.serviceId]),
    ).toEqual([]);
  });

  test('is for the service alone, and nobody else reads it', async () => {
    const input = {
      auditedServiceId: audit.serviceId,
      modality: 'CT',
      protocol: 'Thorax',
      examCode: null,
      expectedVersion: 0,
    };
    for (const client of [audit.lead, audit.coordinator])
      expect((await client.act('protocolMappingSet', input)).userErrors).toMatchObject([
        { code: 'FORBIDDEN' },
      ]);
    await map('CT', 'Thorax', 'CT-THX');
    for (const client of [audit.lead, audit.coordinator]) {
      const { data } = await client.run('query { protocolMappings(first: 10) { totalCount } }');
      expect(data.protocolMappings.totalCount).toBe(0);
    }
  });
});

test('the database and the plain formulas agree to 1e-9 on random doses', async () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const protocols = [
    ['CT', 'Tête', 'CT-ENC', 16],
    ['CT', 'Thorax', 'CT-THX', 32],
    ['RADIOGRAPHY', 'Bassin', 'RX-BAS', null],
  ] as const;
  for (const [modality, protocol, exam] of protocols) await map(modality, protocol, exam);
  const rows = Array.from({ length: 4000 }, () => {
    const [modality, protocol, , phantomCm] = protocols[Math.floor(random() * 3)] ?? protocols[0];
    return modality === 'CT'
      ? doseRow({
          protocol,
          phantomCm,
          ctdiVolMgy: 60 * random() ** 3,
          dlpMgyCm: random() < 0.1 ? null : 900 * random(),
        })
      : chestView(Math.round(4000 * random()), { protocol });
  });
  await importDoses(dataSource, manager, { ...audit, accountId }, batchesOf(rows, [], 1000));
  const { exams } = await readStatistics(manager, audit.auditId);
  const QUANTITY = { IDSV: 'ctdiVolMgy', PDL: 'dlpMgyCm', PDS: 'dapMgyCm2' } as const;
  let compared = 0;
  for (const [, protocol, examCode] of protocols) {
    const exam = exams.find((one: Json) => one.examCode === examCode);
    for (const statistic of exam.populations[0].quantities) {
      const field = QUANTITY[statistic.quantity as keyof typeof QUANTITY];
      const values = rows.flatMap((row) => (row.protocol === protocol ? (row[field] ?? []) : []));
      const sorted = Float64Array.from(values).sort();
      const ranks = medianInterval(values.length);
      expect(statistic.n).toBe(values.length);
      for (const [name, p] of [
        ['q1', 0.25],
        ['median', 0.5],
        ['q3', 0.75],
      ] as const)
        expect(Math.abs(statistic[name] - Number(quantile(values, p)))).toBeLessThan(1e-9);
      expect(statistic.medianInterval.low).toBe(sorted[Number(ranks?.lowRank) - 1]);
      expect(statistic.medianInterval.high).toBe(sorted[Number(ranks?.highRank) - 1]);
      compared += 1;
    }
  }
  expect(compared).toBe(5);
});

describe('a campaign', () => {
  const read = async (client: ApiClient, campaignId: string): Promise<Json> => {
    const { data } = await client.run(
      `query { campaigns(first: 100) { nodes { id doseStatistics { examCode population quantity serviceCount recordCount median q1 q3 level { nrd } } } } }`,
    );
    const id = Buffer.from(`Campaign:${campaignId}`, 'latin1').toString('base64url');
    return data.campaigns.nodes.find((node: Json) => node.id === id)?.doseStatistics;
  };

  test('shows the distribution of medians once it is closed, from five services on and without a tie', async () => {
    const { campaignId } = audit;
    const medians = [100, 120, 140, 160, 190];
    for (const [index, median] of medians.entries()) {
      const one =
        index === 0
          ? audit
          : await makeGradableAudit(api, { state: 'SELF_ASSESSMENT', columns: { campaign_id: campaignId } });
      const account = await makeAccount(api, { services: { [one.serviceId]: 'SERVICE_MANAGER' } });
      const client = api.as(account.accountId);
      await mapProtocol(client, one.serviceId, 'RADIOGRAPHY', 'Thorax face', 'RX-THX-F');
      const views = Array.from({ length: 31 }, (_, at) => chestView(median - 15 + at));
      // A quantity that only four services give.
      const abdomen = index < 4 ? Array.from({ length: 30 }, () => chestView(3000, { protocol: 'ASP' })) : [];
      await mapProtocol(client, one.serviceId, 'RADIOGRAPHY', 'ASP', 'RX-ASP');
      // And a service with too few records does not count as one.
      await importDoses(
        dataSource,
        client,
        { ...one, accountId: account.accountId },
        batchesOf([...views, ...abdomen]),
      );
    }
    expect(await read(audit.coordinator, campaignId)).toEqual([]);
    await api.sql(`update campaign set state = 'CLOSED' where id = $1`, [campaignId]);
    expect(await read(audit.coordinator, campaignId)).toEqual([
      {
        examCode: 'RX-THX-F',
        population: 'ADULT',
        quantity: 'PDS',
        serviceCount: 5,
        recordCount: 155,
        median: 140,
        // A quartile of five would be one of them.
        q1: null,
        q3: null,
        level: { nrd: 200 },
      },
    ]);
    expect(await read(manager, campaignId)).toEqual([]);
    expect(await read(audit.lead, campaignId)).toEqual([]);
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await insertRow(api, 'affiliation', {
      person_id: tied.personId,
      organisation_id: await makeOrganisation(api),
      audited_service_id: audit.serviceId,
      kind: 'EMPLOYMENT',
      from_date: '2020-01-01',
      source: 'DECLARED',
    });
    expect(await read(api.as(tied.accountId), campaignId)).toEqual([]);
  });
});
