import { globalId } from '../../server/kernel/ids';
import { caseResultOf, caseResultsOf } from '../../server/measures';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  addThird,
  allWell,
  drawSample,
  judgeByBoth,
  makeCaseAudit,
  type CaseAudit,
  type DrawnSample,
  type Judge,
} from '../support/case-factories';
import { makeCampaign, makeCoordinator, makeAccount } from '../support/factories';
import { uuidIn } from '../support/grades-factories';
import { makeTie } from '../support/teams-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const SHARE = '{ x n estimate low high }';
const RESULTS = `results { criterion { code } total rate ${SHARE} shortfall ${SHARE} target { op value counted } decision
  values { code share { x n } } bases { basis count } disagreements { kind share { x n } } rawAgreement
  ac1 { estimate low high } kappa { estimate } strata { name value total rate { x n } } }`;

async function resultsOf(client: ApiClient, sample: DrawnSample): Promise<Json[]> {
  const { data, errors } = await client.run(`query ($id: ID!) { caseSample(id: $id) { ${RESULTS} } }`, {
    id: sample.id,
  });
  expect(errors).toBeUndefined();
  return data.caseSample?.results ?? null;
}

/** Has both judge alike. */
const alike = async (audit: CaseAudit, sample: DrawnSample, judge: Judge): Promise<void> => {
  expect(await judgeByBoth(audit, sample, [judge, judge])).toBe('COMPLETE');
};

/** The first so many of 50 are justified or right, the next are not; the last ten cannot be judged. */
const mixed =
  (well: number): Judge =>
  (criterion, position) => {
    const justification = /^T1-C[12]$/.test(criterion);
    if (position > 50) return justification ? 'I' : 'NOT_ASSESSABLE';
    if (position <= well) return justification ? 'J' : 'YES';
    return justification ? 'N' : 'NO';
  };

describe('the result of a sample', () => {
  it('gives rate, interval, shortfall and decision of each criterion, as the vectors say', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 90, size: 60 });
    expect(await resultsOf(audit.lead, sample)).toEqual([]);
    await alike(audit, sample, mixed(45));
    const results = await resultsOf(audit.lead, sample);
    expect(results.map(({ criterion }: Json) => criterion.code as string)).toEqual([
      ...sample.criteria.keys(),
    ]);
    const of = (code: string): Json => results.find(({ criterion }: Json) => criterion.code === code);

    // 45 of 50 against 80 %: 0.786398 to 0.956524.
    const justified = of('T1-C1');
    expect(justified).toMatchObject({
      total: 60,
      rate: { x: 45, n: 50, estimate: 0.9 },
      shortfall: { x: 10, n: 60 },
      target: { op: '>=', value: 0.8, counted: null },
      decision: 'INCONCLUSIVE',
      bases: [
        { basis: 'AGREED', count: 60 },
        { basis: 'ARBITRATED', count: 0 },
        { basis: 'SETTLED', count: 0 },
      ],
      rawAgreement: 1,
    });
    expect(justified.rate.low).toBeCloseTo(0.786398, 6);
    expect(justified.rate.high).toBeCloseTo(0.956524, 6);
    expect(justified.values).toEqual([
      { code: 'J', share: { x: 45, n: 60 } },
      { code: 'P', share: { x: 0, n: 60 } },
      { code: 'N', share: { x: 5, n: 60 } },
      { code: 'I', share: { x: 10, n: 60 } },
      { code: 'X', share: { x: 0, n: 60 } },
    ]);
    // Information is counted over all records where the target says so: 10 of 60 against at most 5 %.
    expect(of('T1-C2')).toMatchObject({
      rate: { x: 10, n: 60 },
      target: { counted: ['I'] },
      decision: 'NOT_MET',
    });
    // A target of all is judged on counts.
    expect(of('T1-C4')).toMatchObject({ rate: { x: 45, n: 50 }, target: { value: 1 }, decision: 'NOT_MET' });
    // By stratum: all adults and all children, together the whole.
    const strata = justified.strata as { name: string; value: string; total: number }[];
    expect(strata.map(({ name, value }) => [name, value])).toEqual([
      ['âge', 'adulte'],
      ['âge', 'enfant'],
    ]);
    expect(strata.map(({ total }) => total)).toEqual([40, 20]);
  });

  it('is of what was settled, while agreement is of what both had said before', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 30, size: 10 });
    const third = await addThird(api, audit);
    // J/J seven times; then J against P, J against N, J against I.
    const other: Judge = (criterion, position) =>
      criterion === 'T1-C1' && position > 7
        ? (['P', 'N', 'I'][position - 8] ?? 'J')
        : allWell(criterion, position);
    expect(await judgeByBoth(audit, sample, [allWell, other])).toBe('ARBITRATION');
    expect(await resultsOf(audit.lead, sample)).toEqual([]);
    const { data } = await third.run(
      `query ($id: ID!) { caseSample(id: $id) { outcomes(first: 10, filter: { isOpen: true }) { nodes { id ratings } } } }`,
      { id: sample.id },
    );
    await third.act('caseDisputesArbitrate', {
      caseSampleId: sample.id,
      decisions: data.caseSample.outcomes.nodes.map(({ id, ratings }: Json) => ({
        caseOutcomeId: id,
        expectedVersion: 1,
        value: ratings.find((value: string) => value !== 'J') as string,
      })),
    });
    const [justified] = (await resultsOf(third, sample)).filter(
      ({ criterion }: Json) => criterion.code === 'T1-C1',
    );
    expect(justified).toMatchObject({
      rate: { x: 7, n: 9 },
      shortfall: { x: 1, n: 10 },
      bases: [
        { basis: 'AGREED', count: 7 },
        { basis: 'ARBITRATED', count: 3 },
        { basis: 'SETTLED', count: 0 },
      ],
      disagreements: [
        { kind: 'PARTIAL', share: { x: 1, n: 10 } },
        { kind: 'SIGNIFICANT', share: { x: 1, n: 10 } },
        { kind: 'INFORMATION', share: { x: 1, n: 10 } },
      ],
      rawAgreement: 0.7,
    });
    // AC1 on five values, by hand: pi is 0.85 for J, 0.05 for P, N and I; pe = (0.85·0.15 + 3·0.05·0.95) / 4 = 0.0675.
    expect(justified.ac1.estimate).toBeCloseTo((0.7 - 0.0675) / (1 - 0.0675), 12);
    // One auditor says J throughout: kappa is 0 whatever they share.
    expect(justified.kappa.estimate).toBeCloseTo(0, 12);
  });

  it('is for the team at once, for the service with the draft, for the programme with the report', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    await alike(audit, sample, allWell);
    const count = async (client: ApiClient): Promise<number> => (await resultsOf(client, sample)).length;
    const clients = [audit.lead, audit.observer, audit.manager, audit.reader, audit.coordinator];
    const criteria = sample.criteria.size;
    const seen = async (): Promise<number[]> => Promise.all(clients.map(count));
    expect(await seen()).toEqual([criteria, criteria, 0, 0, 0]);
    await api.sql('update audit set draft_shared_at = now() where id = $1', [audit.uuid]);
    expect(await seen()).toEqual([criteria, criteria, criteria, criteria, 0]);
    await api.sql('update audit set report_issued_at = now() where id = $1', [audit.uuid]);
    expect(await seen()).toEqual([criteria, criteria, criteria, criteria, criteria]);
  });

  it('is given to whoever proposes a grade, complete or not', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 20, size: 10 });
    const ask = acting();
    const justified = uuidIn(sample.criteria.get('T1-C1') ?? '');
    expect(await caseResultOf(ask, audit.uuid, justified)).toMatchObject({
      isComplete: false,
      rate: null,
      decision: null,
    });
    await alike(audit, sample, allWell);
    expect(await caseResultOf(ask, audit.uuid, justified)).toMatchObject({
      sampleId: uuidIn(sample.id),
      isComplete: true,
      rate: { x: 10, n: 10 },
      decision: 'INCONCLUSIVE',
      total: 10,
      notAssessable: 0,
      notApplicable: 0,
      ac1: { estimate: 1 },
    });
    expect(await caseResultsOf(ask, audit.uuid)).toHaveLength(sample.criteria.size);
    expect(await caseResultOf(ask, audit.uuid, uuidIn(audit.auditId))).toBeNull();
  });
});

/** Asks as an act does: on one connection that sees what decisions rest on. */
const acting =
  () =>
  async <T>(text: string, values: readonly unknown[]): Promise<T[]> => {
    await api.sql(`select set_config('app.acting', 'on', false)`);
    return api.sql<T>(text, [...values]);
  };

describe('two rounds of a service', () => {
  const ROUNDS = `rounds { criterion { code } previousSample { id } rate { x n } previousRate { x n } difference differenceLow differenceHigh }`;

  async function round(
    well: number,
    serviceId: string | null,
    size: number,
  ): Promise<[CaseAudit, DrawnSample]> {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 100, size });
    if (serviceId) {
      // The same service again: an audit of a later campaign.
      await api.sql('alter table audit disable trigger all; alter table case_sample disable trigger all');
      await api.sql('update audit set audited_service_id = $2 where id = $1', [audit.uuid, serviceId]);
      await api.sql('update case_sample set audited_service_id = $2 where id = $1', [
        uuidIn(sample.id),
        serviceId,
      ]);
      await api.sql('alter table audit enable trigger all; alter table case_sample enable trigger all');
    }
    const judge: Judge = (criterion, position) =>
      position <= well
        ? allWell(criterion, position)
        : criterion.startsWith('T1-C1')
          ? 'N'
          : allWell(criterion, position);
    await alike(audit, sample, judge);
    await api.sql(`update audit set draft_shared_at = now(), report_issued_at = now() where id = $1`, [
      audit.uuid,
    ]);
    return [audit, sample];
  }

  it('are compared by Newcombe, for who may read both', async () => {
    const [before, first] = await round(48, null, 80);
    api.clock.set(new Date('2028-02-01T08:00:00Z'));
    const [now, second] = await round(56, before.serviceId, 70);
    api.clock.set(new Date('2027-01-11T08:00:00Z'));
    const read = async (client: ApiClient): Promise<Json[]> => {
      const { data, errors } = await client.run(`query ($id: ID!) { caseSample(id: $id) { ${ROUNDS} } }`, {
        id: second.id,
      });
      expect(errors).toBeUndefined();
      return data.caseSample?.rounds ?? null;
    };
    for (const client of [before.manager, before.reader, now.coordinator]) {
      const found = (await read(client)).find(({ criterion }: Json) => criterion.code === 'T1-C1');
      // 56/70 and 48/80: 0.20, from 0.0524 to 0.3339.
      expect(found).toMatchObject({
        rate: { x: 56, n: 70 },
        previousRate: { x: 48, n: 80 },
        previousSample: { id: first.id },
      });
      expect(found.difference).toBeCloseTo(0.2, 12);
      expect(found.differenceLow).toBeCloseTo(0.0524, 4);
      expect(found.differenceHigh).toBeCloseTo(0.3339, 4);
    }
    // The team of today had no part in the audit before, nor the first round a round before it.
    expect(await read(now.lead)).toEqual([]);
    const { data } = await before.manager.run(`query ($id: ID!) { caseSample(id: $id) { ${ROUNDS} } }`, {
      id: first.id,
    });
    expect(data.caseSample.rounds).toEqual([]);
  });
});

describe('what a campaign pools', () => {
  const POOLED = `query ($id: ID!, $rho: Float) { casePooling(campaignId: $id, intraclassCorrelation: $rho) {
    criterion { code } isShown pooled { services rate ${SHARE} intraclassCorrelation isEstimated designEffect effectiveN
      median lowerQuartile upperQuartile } } }`;

  const pooled = async (client: ApiClient, campaignId: string, rho: number | null = null): Promise<Json> => {
    const { data, errors } = await client.run(POOLED, { id: campaignId, rho });
    expect(errors).toBeUndefined();
    return data.casePooling?.find(({ criterion }: Json) => criterion.code === 'T1-C1') ?? null;
  };

  it('weighs records of one service less, and says nothing below five services, walls of the reader included', async () => {
    const campaign = await makeCampaign(api);
    const campaignId = globalId('Campaign', campaign);
    const coordinator = api.as(await makeCoordinator(api));
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    const audits: CaseAudit[] = [];
    for (const well of [10, 9, 8, 6, 2]) {
      const audit = await makeCaseAudit(api, { campaignId: campaign });
      const sample = await drawSample(audit, { count: 12, size: 10 });
      await alike(audit, sample, (criterion, position) =>
        criterion === 'T1-C1' && position > well ? 'N' : allWell(criterion, position),
      );
      if (audits.length < 4)
        await api.sql('update audit set report_issued_at = now() where id = $1', [audit.uuid]);
      audits.push(audit);
    }
    expect(await pooled(coordinator, campaignId)).toEqual({
      criterion: { code: 'T1-C1' },
      isShown: false,
      pooled: null,
    });
    await api.sql('update audit set report_issued_at = now() where id = $1', [audits[4]?.uuid]);
    const found = (await pooled(coordinator, campaignId)).pooled;
    // By hand: 35 of 50. MSB = 10(0.3² + 0.2² + 0.1² + 0.1² + 0.5²)/4 = 1; MSW = (0.9 + 1.6 + 2.4 + 1.6)/45.
    const within = 6.5 / 45;
    const rho = (1 - within) / (1 + 9 * within);
    expect(found).toMatchObject({ services: 5, rate: { x: 35, n: 50, estimate: 0.7 }, isEstimated: true });
    expect(found.intraclassCorrelation).toBeCloseTo(rho, 12);
    expect(found.designEffect).toBeCloseTo(1 + 9 * rho, 12);
    expect(found.effectiveN).toBeCloseTo(50 / (1 + 9 * rho), 10);
    expect([found.lowerQuartile, found.median, found.upperQuartile]).toEqual([0.6, 0.8, 0.9]);
    expect(found.rate.low).toBeLessThan(0.5);
    const given = (await pooled(coordinator, campaignId, 0.05)).pooled;
    expect(given).toMatchObject({ intraclassCorrelation: 0.05, isEstimated: false });
    expect(given.designEffect).toBeCloseTo(1.45, 12);

    const service = audits[0]?.serviceId;
    const [owner] = await api.sql<{ id: string }>(
      'select organisation_id as id from audited_service where id = $1',
      [service],
    );
    await makeTie(api, { personId: tied.personId, organisationId: owner?.id ?? '' });
    // A sixth service does not stand in: against what others are shown, it would tell two services apart.
    const sixth = await makeCaseAudit(api, { campaignId: campaign });
    await alike(sixth, await drawSample(sixth, { count: 12, size: 10 }), allWell);
    await api.sql('update audit set report_issued_at = now() where id = $1', [sixth.uuid]);
    expect((await pooled(coordinator, campaignId)).pooled).toMatchObject({ rate: { x: 35, n: 50 } });
    expect(await pooled(api.as(tied.accountId), campaignId)).toMatchObject({ isShown: false, pooled: null });
  });

  it('is for the programme, with a correlation that can be one', async () => {
    const audit = await makeCaseAudit(api);
    for (const client of [audit.lead, audit.manager]) {
      const { data } = await client.run(`query ($id: ID!) { casePooling(campaignId: $id) { isShown } }`, {
        id: audit.campaignId,
      });
      expect(data).toEqual({ casePooling: [] });
    }
    const { errors } = await audit.coordinator.run(POOLED, { id: audit.campaignId, rho: 1.5 });
    expect(errors?.[0]?.extensions['code']).toBe('CASE_CORRELATION_IMPOSSIBLE');
  });
});
