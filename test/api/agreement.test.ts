import { globalId } from '../../server/kernel/ids';
import { cohenKappa, gwetAC, type Ratings } from '../../server/measures/statistics';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { countStatements } from '../support/count-statements';
import { makeAccount, makeAuditor, makeCampaign, insertRow } from '../support/factories';
import { criteriaOf, makeJudgedAudits, type JudgedAudit } from '../support/judged-audits';

const SCALE = ['CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE'];

let api: TestApi;
let campaignId: string;
let audits: JudgedAudit[];
let criteria: { id: string; code: string }[];
let editor: ApiClient;

/** The first criterion is read alike, the second is a coin's toss, the third nobody evaluated in some audits. */
const judge = (criterion: number, audit: number): [string, string] => {
  if (criterion === 0) return audit % 4 === 0 ? ['PARTIAL', 'PARTIAL'] : ['CONFORM', 'CONFORM'];
  if (criterion === 1) return audit % 2 === 0 ? ['CONFORM', 'NON_CONFORM'] : ['PARTIAL', 'CONFORM'];
  if (criterion === 2) return audit < 4 ? ['CONFORM', 'PARTIAL'] : ['NOT_EVALUATED', 'CONFORM'];
  return ['CONFORM', 'CONFORM'];
};

const FIGURE = '{ estimate standardError low high band undefinedBecause }';
const FIGURES = `figures { unitCount percentAgreement ${FIGURE} ac1 ${FIGURE} kappa ${FIGURE} }`;
const AGREEMENT = `query ($id: ID!) { campaignAgreement(campaignId: $id) {
  ${FIGURES} criteria { criterion { id code } isHardToRead ${FIGURES} } } }`;
const OWN = `{ ownAgreement { auditCount ${FIGURES} pairs { partnerName auditCount ${FIGURES} } } }`;

const agreementFor = async (client: ApiClient, id = campaignId): Promise<Json> =>
  (await client.run(AGREEMENT, { id: globalId('Campaign', id) })).data['campaignAgreement'];

const withRole = async (...roles: string[]): Promise<ApiClient> =>
  api.as((await makeAccount(api, { roles })).accountId);

const tie = (personId: string, organisationId: string, serviceId: string): Promise<unknown> =>
  insertRow(api, 'affiliation', {
    person_id: personId,
    organisation_id: organisationId,
    audited_service_id: serviceId,
    kind: 'EMPLOYMENT',
    from_date: '2015-01-01',
    source: 'DECLARED',
  });

beforeAll(async () => {
  api = await openApi();
  campaignId = await makeCampaign(api);
  criteria = await criteriaOf(api, campaignId);
  audits = await makeJudgedAudits(api, campaignId, 12, judge);
  editor = await withRole('TEMPLATE_EDITOR');
});
afterAll(() => api.close());

describe('the agreement of a campaign', () => {
  test('is that of the raw grades, criterion by criterion, as its formulas have it', async () => {
    const agreement = await agreementFor(editor);

    // Twelve services: two lots of five.
    const expected = (criterion: number): Ratings => ({
      categories: SCALE,
      units: Array.from({ length: 10 }, (_, audit) => judge(criterion, audit)),
    });
    const [first, second] = agreement.criteria as Json[];
    expect(first.criterion).toEqual({ id: globalId('Criterion', criteria[0]!.id), code: criteria[0]!.code });
    expect(first.figures).toMatchObject({
      unitCount: 10,
      percentAgreement: { estimate: 1, band: null },
      ac1: { estimate: 1, low: 1, high: 1, band: 'ALMOST_PERFECT', undefinedBecause: null },
      kappa: { estimate: 1 },
    });
    expect(first.isHardToRead).toBe(false);
    const ac1 = gwetAC(expected(1));
    expect(second.figures.unitCount).toBe(10);
    expect(second.figures.ac1.estimate).toBeCloseTo(ac1.estimate!, 12);
    expect(second.figures.ac1.low).toBeCloseTo(ac1.interval!.low, 12);
    expect(second.figures.ac1.high).toBeCloseTo(ac1.interval!.high, 12);
    expect(second.figures.percentAgreement.estimate).toBe(0);
    expect(second.isHardToRead).toBe(true);
  });

  test('says why a coefficient has no value, and never a value that is none', async () => {
    const agreement = await agreementFor(editor);
    const alike = agreement.criteria[2];
    // The third criterion has too few services; what follows was judged CONFORM by all.
    expect(alike.criterion.code).toBe(criteria[3]!.code);
    expect(alike.figures).toMatchObject({
      ac1: { estimate: 1, undefinedBecause: null },
      kappa: { estimate: null, low: null, band: null, undefinedBecause: 'NO_VARIATION' },
    });
  });

  test('leaves out criteria that fewer than five services were judged on', async () => {
    const agreement = await agreementFor(editor);
    const codes = agreement.criteria.map((row: Json) => row.criterion.code as string);
    expect(codes).toEqual(criteria.filter((_, place) => place !== 2).map(({ code }) => code));
  });

  test('takes all criteria together, with intervals between audits', async () => {
    const { figures } = await agreementFor(editor);
    const judged = criteria.map((_, place) => place).filter((place) => place !== 2);
    const units = Array.from({ length: 10 }, (_, audit) =>
      judged.map((place) => ({ row: judge(place, audit), audit: String(audit) })),
    ).flat();
    const ac1 = gwetAC({
      categories: SCALE,
      units: units.map(({ row }) => row),
      clusters: units.map(({ audit }) => audit),
    });
    expect(figures.unitCount).toBe(units.length);
    expect(figures.ac1.estimate).toBeCloseTo(ac1.estimate!, 12);
    expect(figures.ac1.standardError).toBeCloseTo(ac1.standardError!, 12);
  });

  test('is for authors of templates, coordination and steering committee', async () => {
    for (const role of ['COORDINATOR', 'STEERING_MEMBER'])
      expect(await agreementFor(await withRole(role))).toEqual(await agreementFor(editor));
    for (const role of ['ANALYST', 'OBSERVER', 'ADMIN'])
      expect(await agreementFor(await withRole(role))).toBeNull();
    for (const accountId of [audits[0]!.managerId, audits[0]!.pair[0].accountId])
      expect(await agreementFor(api.as(accountId))).toBeNull();
    expect(await agreementFor(editor, '00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  test('knows nothing of the lots of five in which its reader has a tie', async () => {
    const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    for (const { serviceId, organisationId } of audits.slice(0, 3))
      await tie(personId, organisationId, serviceId);
    const agreement = await agreementFor(api.as(accountId));
    // Three of the first five: the second lot is left, the sixth to the tenth.
    const ac1 = gwetAC({
      categories: SCALE,
      units: [5, 6, 7, 8, 9].map((audit) => judge(1, audit)),
    });
    expect(agreement.criteria[1].figures.unitCount).toBe(5);
    expect(agreement.criteria[1].figures.ac1.estimate).toBeCloseTo(ac1.estimate!, 12);
    // Five units are too few to call a criterion hard to read.
    expect(agreement.criteria[1].isHardToRead).toBe(false);
  });

  test('tells no service by the difference of what readers with other ties are shown', async () => {
    const seen: unknown[] = [];
    for (const { serviceId, organisationId } of [audits[1]!, audits[4]!]) {
      const { accountId, personId } = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
      await tie(personId, organisationId, serviceId);
      seen.push(await agreementFor(api.as(accountId)));
    }
    // Had each been shown nine services less one, their figures would differ by two services alone.
    expect(seen[0]).not.toBeNull();
    expect(seen[0]).toEqual(seen[1]);
  });

  test('is made of what both said before they talked: a consensus changes nothing', async () => {
    const before = await agreementFor(editor);
    await api.sql(
      `insert into grade (id, audit_id, campaign_id, criterion_id, stage, auditor_id, agreed_by_auditor_id, value)
       select gen_random_uuid(), $1, $2, c.id, 'CONSENSUS', $3, $4, 'PARTIAL'
       from audit a join criterion c on c.template_version_id = a.template_version_id where a.id = $1`,
      [audits[0]!.auditId, campaignId, audits[0]!.pair[0].auditorId, audits[0]!.pair[1].auditorId],
    );
    expect(await agreementFor(editor)).toEqual(before);
  });

  test('grows by five services at a time, and only with reports that are out', async () => {
    const other = await makeCampaign(api);
    await makeJudgedAudits(api, other, 4, judge);
    await makeJudgedAudits(api, other, 3, judge, { isReportOut: false });
    expect(await agreementFor(editor, other)).toBeNull();
    await makeJudgedAudits(api, other, 1, judge);
    const five = await agreementFor(editor, other);
    expect(five.criteria[1].figures.unitCount).toBe(5);
    await makeJudgedAudits(api, other, 4, () => ['PARTIAL', 'NON_CONFORM']);
    expect((await agreementFor(editor, other)).figures.unitCount).toBe(five.figures.unitCount);
  });

  test('is not that of one team, nor of two of which each could take itself out', async () => {
    const other = await makeCampaign(api);
    const pairOf = async () => [await makeAuditor(api), await makeAuditor(api)] as const;
    const [one, two, three] = [await pairOf(), await pairOf(), await pairOf()];
    const judgedBy = (pair: typeof one, count: number) =>
      makeJudgedAudits(api, other, count, judge, { pair });
    await judgedBy(one, 4);
    await judgedBy(two, 1);
    expect(await agreementFor(editor, other)).toBeNull();
    const [last] = await api.sql<{ id: string }>(
      `select a.id from audit a where a.campaign_id = $1 order by a.report_issued_at desc, a.id desc limit 1`,
      [other],
    );
    // The same five judgements, one of them by a third team.
    for (const [from, to] of one.map((auditor, seat) => [auditor.auditorId, three[seat]!.auditorId]))
      for (const table of ['grade', 'section_submission', 'assignment'])
        await api.sql(`update ${table} set auditor_id = $3 where audit_id = $1 and auditor_id = $2`, [
          last?.id,
          from,
          to,
        ]);
    expect((await agreementFor(editor, other)).criteria[1].figures.unitCount).toBe(5);
  });

  test('leaves out sections that were not submitted and members who left the team', async () => {
    const other = await makeCampaign(api);
    const made = await makeJudgedAudits(api, other, 6, judge);
    await api.sql(`update assignment set state = 'REPLACED' where audit_id = $1 and seat = 'RADIOGRAPHER'`, [
      made[0]!.auditId,
    ]);
    await api.sql(
      `delete from section_submission u using criterion c where u.audit_id = $1 and u.section_id = c.section_id and c.id = $2`,
      [made[1]!.auditId, criteria[0]!.id],
    );
    const agreement = await agreementFor(editor, other);
    const counted = new Set(agreement.criteria.map((row: Json) => row.criterion.id as string));
    // Of six audits one has a single auditor left: five; and in the first section one more is missing: four.
    expect(counted.has(globalId('Criterion', criteria[0]!.id))).toBe(false);
    expect(counted.has(globalId('Criterion', criteria.at(-1)!.id))).toBe(true);
  });

  test('takes one statement of its own, whatever the number of audits', async () => {
    const none = await makeCampaign(api);
    const statements = countStatements();
    try {
      const empty = await statements.during(() => agreementFor(editor, none));
      const full = await statements.during(() => agreementFor(editor));
      const own = ({ sent }: { sent: string[] }) =>
        sent.filter((text) => text.includes('from grade') || text.includes('join grade'));
      expect(own(full)).toHaveLength(1);
      expect(own(empty)).toHaveLength(1);
    } finally {
      statements.restore();
    }
  });
});

describe('one’s own agreement', () => {
  let first: Awaited<ReturnType<typeof makeAuditor>>;
  let second: Awaited<ReturnType<typeof makeAuditor>>;
  let third: Awaited<ReturnType<typeof makeAuditor>>;

  beforeAll(async () => {
    [first, second, third] = [await makeAuditor(api), await makeAuditor(api), await makeAuditor(api)];
    const own = await makeCampaign(api);
    await makeJudgedAudits(api, own, 2, judge, { pair: [first, second] });
    await makeJudgedAudits(api, own, 1, judge, { pair: [third, first] });
    await makeJudgedAudits(api, own, 1, judge, { pair: [first, second], isReportOut: false });
  });

  const nameOf = async ({ personId }: { personId: string }): Promise<string> => {
    const [person] = await api.sql<{ name: string }>(
      `select given_name || ' ' || family_name as name from person where id = $1`,
      [personId],
    );
    return person!.name;
  };

  const own = async (client: ApiClient): Promise<Json> => (await client.run(OWN)).data['ownAgreement'];

  test('is told from three audits on, and pair by pair to the pair alone', async () => {
    const found = await own(api.as(first.accountId));
    expect(found.auditCount).toBe(3);
    const pairs = new Map<string, Json>(found.pairs.map((pair: Json) => [pair.partnerName, pair]));
    expect([...pairs.keys()].sort()).toEqual([await nameOf(second), await nameOf(third)].sort());
    const withSecond = pairs.get(await nameOf(second));
    expect(withSecond.auditCount).toBe(2);
    const units = [0, 1].flatMap((audit) => criteria.map((_, place) => judge(place, audit)));
    const expected = cohenKappa({ categories: SCALE, units });
    expect(withSecond.figures.kappa.estimate).toBeCloseTo(expected.estimate!, 12);
    expect(withSecond.figures.kappa.low).toBeCloseTo(expected.interval!.low, 12);
    expect(found.figures.unitCount).toBe(3 * criteria.length);

    const ofThird = await own(api.as(third.accountId));
    expect(ofThird).toMatchObject({ auditCount: 1, figures: null });
    expect(ofThird.pairs.map((pair: Json) => pair.partnerName)).toEqual([await nameOf(first)]);
  });

  test('is empty for an auditor without audits, and nothing for whoever is none', async () => {
    const { accountId } = await makeAuditor(api);
    expect(await own(api.as(accountId))).toEqual({ auditCount: 0, figures: null, pairs: [] });
    expect(await own(editor)).toBeNull();
    expect(await own(api.as(null))).toBeNull();
  });
});
