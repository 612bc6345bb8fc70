import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAction } from '../support/audit-factories';
import { insertRow, makeAccount, makeAuditor, makeCampaign, makeService } from '../support/factories';
import { criteriaOf } from '../support/judged-audits';
import {
  makeFinalFinding,
  makeReportedAudits,
  type Reported,
  type ReportedAudit,
} from '../support/synthesis-factories';

let api: TestApi;
let coordinator: ApiClient;
let steering: ApiClient;
let observer: ApiClient;

const withRole = async (role: string): Promise<ApiClient> =>
  api.as((await makeAccount(api, { roles: [role] })).accountId);

beforeAll(async () => {
  api = await openApi();
  coordinator = await withRole('COORDINATOR');
  steering = await withRole('STEERING_MEMBER');
  observer = await withRole('OBSERVER');
});
afterAll(() => api.close());

const SPREAD = '{ services median low high lowerQuartile upperQuartile }';
const SHARE = '{ services of share low high }';
const GRADES = '{ conform partial nonConform notApplicable notEvaluated }';
const SYNTHESIS = `id state serviceCount fewestServices sha256 content version publishedAt
  availableTransitions { act isAvailable reason }
  participation { sectors { code services } regions { code services bySector { code services } }
    sizes { code services } modalities { code services } }
  sections { code title score ${SPREAD} selfAssessmentGap ${SPREAD} judgements ${GRADES}
    criteria { code text grades ${GRADES} conformity ${SHARE}
      rate { pooled { estimate low high } spread ${SPREAD} } agreement { units ac1 { estimate low high } } } }
  findings { criterion kind severity services ${SHARE} } agreement { units }
  practices { criterion text service } recommendations { body title }
  survey { side answers questions { code text counts favourable { estimate low high } } } timeToEffective { services medianDays lowDays highDays openShare } doses { exam }`;
const READ = `query ($id: ID!) { campaign(id: $id) { state synthesis { ${SYNTHESIS} } } }`;

const prepare = (client: ApiClient, campaignId: string): Promise<Json> =>
  client.act(
    'synthesisPrepare',
    { campaignId: globalId('Campaign', campaignId) },
    `synthesis { ${SYNTHESIS} }`,
  );
const publish = (client: ApiClient, { id, version }: Json): Promise<Json> =>
  client.act(
    'synthesisPublish',
    { synthesisId: id, expectedVersion: version },
    `synthesis { ${SYNTHESIS} } campaign { state }`,
  );
const read = async (client: ApiClient, campaignId: string): Promise<Json> =>
  (await client.run(READ, { id: globalId('Campaign', campaignId) })).data['campaign'];
const codesOf = (payload: Json): string[] => payload.userErrors.map((error: Json) => error.code as string);

async function closedCampaign(count: number, reported: Reported = {}) {
  const campaignId = await makeCampaign(api, { state: 'CLOSED' });
  const audits = await makeReportedAudits(api, campaignId, count, reported);
  return { campaignId, audits };
}

/** Somebody with a role in the programme, employed by a service. */
async function tiedTo(
  role: string,
  { organisationId, serviceId }: Pick<ReportedAudit, 'organisationId' | 'serviceId'>,
): Promise<ApiClient> {
  const { accountId, personId } = await makeAccount(api, { roles: [role] });
  await insertRow(api, 'affiliation', {
    person_id: personId,
    organisation_id: organisationId,
    audited_service_id: serviceId,
    kind: 'EMPLOYMENT',
    from_date: '2015-01-01',
    source: 'DECLARED',
  });
  return api.as(accountId);
}

/** Seven of twenty fall short on the first criterion, two on the second, nobody conforms on the third. */
const judged = (service: number, criterion: number): string => {
  if (criterion === 0) return service < 7 ? 'NON_CONFORM' : 'CONFORM';
  if (criterion === 1) return service < 2 ? 'NON_CONFORM' : 'CONFORM';
  if (criterion === 2) return service < 12 ? 'PARTIAL' : 'NON_CONFORM';
  return 'CONFORM';
};

describe('preparing and publishing a synthesis', () => {
  let campaignId: string;
  let audits: ReportedAudit[];
  let draft: Json;

  beforeAll(async () => {
    ({ campaignId, audits } = await closedCampaign(20, {
      consensus: judged,
      self: (service, criterion) => (criterion === 0 ? 'CONFORM' : judged(service, criterion)),
      columns: (service) => ({
        sector: service < 12 ? 'PUBLIC' : 'PRIVATE_FOR_PROFIT',
        region_code: service < 3 ? '94' : service < 11 ? '11' : '84',
        region_name: service < 3 ? 'Corse' : service < 11 ? 'Île-de-France' : 'Auvergne-Rhône-Alpes',
      }),
      justified: (service) => (service < 12 ? 5 + (service % 3) : null),
    }));
    const [first] = await criteriaOf(api, campaignId);
    for (const [number, { auditId, serviceId }] of audits.entries()) {
      const of = { auditId, campaignId };
      if (number < 7)
        await makeFinalFinding(api, of, {
          kind: 'NON_CONFORMITY',
          severity: 'MAJOR',
          criterion_id: first!.id,
        });
      if (number < 6) {
        const [finding] = await api.sql<{ id: string }>('select id from finding where audit_id = $1', [
          auditId,
        ]);
        const action = await makeAction(api, { ...of, serviceId }, finding!.id, 'VERIFIED');
        await insertRow(api, 'effectiveness_check', {
          corrective_action_id: action,
          round: 1,
          due_on: '2027-06-01',
          // As many days after each report, but for two.
          judged_on: number < 2 ? null : `2027-06-0${1 + number}`,
          verdict: number < 2 ? null : 'EFFECTIVE',
        });
      }
      if (number === 8) await makeFinalFinding(api, of, { kind: 'OBSERVATION', criterion_id: first!.id });
      await makeFinalFinding(api, of, { kind: 'STRENGTH', number: 2 });
      await makeFinalFinding(api, of, { kind: 'RECOMMENDATION', number: 3 });
    }
    const payload = await prepare(coordinator, campaignId);
    expect(payload.userErrors).toEqual([]);
    draft = payload.synthesis;
  });

  test('counts services by grade, and keeps back what would tell on few', () => {
    const [first, second, third] = draft.sections[0].criteria as Json[];
    expect(draft.serviceCount).toBe(20);
    expect(first.grades).toEqual({
      conform: 13,
      partial: 0,
      nonConform: 7,
      notApplicable: 0,
      notEvaluated: 0,
    });
    // Wilson for 13 of 20: 0.433 to 0.819.
    expect(first.conformity).toEqual({ services: 13, of: 20, share: 0.65, low: 0.43, high: 0.82 });
    // Two fall short: how many conform is kept back with them, or 18 of 20 would tell it.
    expect(second.grades).toMatchObject({ conform: null, nonConform: null });
    expect(second.conformity).toBeNull();
    // Nobody conforms: to say so would tell it of each.
    expect(third.grades.conform).toBeNull();
    expect(third.conformity).toBeNull();
  });

  test('tells nothing kept back by the totals of its section either', () => {
    const [section] = draft.sections as Json[];
    for (const grade of ['conform', 'nonConform']) {
      const kept = section.criteria.filter((criterion: Json) => criterion.grades[grade] === null);
      const isAlone = kept.length === 1 && section.judgements[grade] !== null;
      expect({ grade, isAlone }).toEqual({ grade, isAlone: false });
    }
  });

  test('gives scores, gaps and rates with their uncertainty, once there are services enough', () => {
    const [section] = draft.sections as Json[];
    expect(section.score.services).toBeNull();
    for (const figure of ['median', 'low', 'high', 'lowerQuartile', 'upperQuartile'])
      expect(section.score[figure]).toEqual(expect.any(Number));
    // Services that fell short thought they did not: seven of twenty.
    expect(section.selfAssessmentGap.median).toBe(0);
    expect(section.selfAssessmentGap.upperQuartile).toBeGreaterThan(0);
    const rates = draft.sections.flatMap(({ criteria }: Json) => criteria).filter(({ rate }: Json) => rate);
    expect(rates.map(({ code }: Json) => code as string)).toEqual(['T1-C1']);
    const { rate } = rates[0];
    // Twelve services drew records: two lots of five count.
    expect(rate.spread).toMatchObject({ services: 10, median: 0.6, low: null });
    expect(rate.pooled.estimate).toBe(0.59);
    expect(rate.pooled.low).toBeLessThan(0.59);
  });

  test('groups findings without what they say, and without those of few or a reproach to all', () => {
    expect(draft.findings).toEqual([
      {
        criterion: null,
        kind: 'STRENGTH',
        severity: null,
        services: expect.objectContaining({ services: 20 }),
      },
      {
        criterion: null,
        kind: 'NON_CONFORMITY',
        severity: null,
        services: expect.objectContaining({ services: 7 }),
      },
      {
        criterion: null,
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        services: expect.objectContaining({ services: 7, of: 20, share: 0.35 }),
      },
      {
        criterion: expect.any(String),
        kind: 'NON_CONFORMITY',
        severity: null,
        services: expect.objectContaining({ services: 7 }),
      },
    ]);
    expect(draft.content).not.toContain('Constat propre');
  });

  test('says how long it takes until actions work, over services that have some', () => {
    // Four of six after 92 days, two not yet.
    expect(draft.timeToEffective).toEqual({
      services: 5,
      medianDays: 92,
      lowDays: null,
      highDays: null,
      openShare: 0.33,
    });
  });

  test('counts who took part by sector and region, without the three of Corsica', () => {
    const { sectors, regions } = draft.participation;
    expect(sectors).toEqual([
      { code: 'PRIVATE_FOR_PROFIT', services: 8 },
      { code: 'PUBLIC', services: 12 },
    ]);
    // Regions without a service are there as well, and some of them are kept back in the same way.
    expect(regions.length).toBeGreaterThan(13);
    const corsica = regions.find(({ code }: Json) => code === '94');
    expect(corsica.services).toBeNull();
    // Nor as what is left of the regions, or of the public ones.
    expect(regions.filter(({ services }: Json) => services === null).length).toBeGreaterThan(1);
    const ofPublic = regions.map(
      ({ bySector }: Json) => bySector.find(({ code }: Json) => code === 'PUBLIC').services,
    );
    expect(ofPublic.filter((services: number | null) => services === null).length).toBeGreaterThan(1);
  });

  test('names no service and no audit', async () => {
    const ids = audits.flatMap(({ auditId, serviceId }) => [auditId, serviceId]);
    const named = await api.sql<{ name: string }>(
      `select name from audited_service where id = any($1) union all select finess_et from audited_service where id = any($1)
       union all select reference from audit where id = any($2)`,
      [audits.map(({ serviceId }) => serviceId), audits.map(({ auditId }) => auditId)],
    );
    for (const word of [...ids, ...named.map(({ name }) => name)]) expect(draft.content).not.toContain(word);
  });

  test('is canonical JSON with its hash, the same when it is prepared again', async () => {
    expect(canonicalize(JSON.parse(draft.content))).toBe(draft.content);
    expect(createHash('sha256').update(draft.content, 'utf8').digest('hex')).toBe(draft.sha256);
    const again = await prepare(coordinator, campaignId);
    expect(again.synthesis).toMatchObject({ id: draft.id, sha256: draft.sha256, version: draft.version + 1 });
    draft = again.synthesis;
  });

  test('is read as a draft by coordination and steering without a tie, and by nobody else', async () => {
    for (const client of [coordinator, steering])
      expect((await read(client, campaignId)).synthesis).toMatchObject({
        state: 'DRAFT',
        sha256: draft.sha256,
      });
    const others = [
      api.as(audits[0]!.managerId),
      api.as((await makeAuditor(api)).accountId),
      await withRole('ANALYST'),
      await withRole('TEMPLATE_EDITOR'),
      await tiedTo('COORDINATOR', audits[4]!),
      await tiedTo('STEERING_MEMBER', audits[5]!),
      api.as(
        (
          await makeAccount(api, {
            roles: ['COORDINATOR'],
            services: { [audits[0]!.serviceId]: 'SERVICE_READER' },
          })
        ).accountId,
      ),
    ];
    for (const client of others) expect((await read(client, campaignId)).synthesis).toBeNull();
    expect(await read(observer, campaignId)).toBeNull();
    expect(
      (await observer.run('query ($id: ID!) { node(id: $id) { id } }', { id: draft.id })).data['node'],
    ).toBeNull();
  });

  test('is neither prepared nor published by whoever has a tie, by services or by observers', async () => {
    const tied = await tiedTo('COORDINATOR', audits[3]!);
    // What they cannot see is not there for them.
    expect(codesOf(await publish(tied, draft))).toEqual(['NOT_FOUND']);
    // A tie with a service that takes no part is answered alike: no answer tells who takes part.
    const elsewhere = await tiedTo('COORDINATOR', await makeService(api));
    const running = await makeCampaign(api, { state: 'RUNNING' });
    for (const client of [tied, elsewhere]) {
      expect(codesOf(await prepare(client, campaignId))).toEqual(['SYNTHESIS_TIED']);
      expect(codesOf(await prepare(client, running))).toEqual(['ILLEGAL_TRANSITION']);
    }
    expect(codesOf(await publish(elsewhere, draft))).toEqual(['SYNTHESIS_TIED']);
    expect((await read(elsewhere, campaignId)).synthesis.availableTransitions).toEqual([
      { act: 'synthesisPublish', isAvailable: false, reason: 'SYNTHESIS_TIED' },
    ]);
    expect(codesOf(await prepare(api.as(audits[0]!.managerId), campaignId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await prepare(steering, campaignId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await prepare(observer, campaignId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await publish(observer, draft))).toEqual(['NOT_FOUND']);
  });

  test('wants a second person, whoever he signs in as, and the version that was read', async () => {
    expect(codesOf(await publish(coordinator, draft))).toEqual(['SYNTHESIS_NEEDS_SECOND_PERSON']);
    const [{ person_id: personId } = { person_id: '' }] = await api.sql<{ person_id: string }>(
      `select person_id from account a join synthesis s on s.prepared_by_id = a.id where s.campaign_id = $1`,
      [campaignId],
    );
    const twin = await makeAccount(api, { roles: ['STEERING_MEMBER'], personId });
    expect(codesOf(await publish(api.as(twin.accountId), draft))).toEqual(['SYNTHESIS_NEEDS_SECOND_PERSON']);
    expect((await read(api.as(twin.accountId), campaignId)).synthesis.availableTransitions).toEqual([
      { act: 'synthesisPublish', isAvailable: false, reason: 'SYNTHESIS_NEEDS_SECOND_PERSON' },
    ]);
    expect(codesOf(await publish(steering, { ...draft, version: draft.version - 1 }))).toEqual([
      'STALE_VERSION',
    ]);
  });

  test('published, it is everybody’s, the observer’s too, and the campaign has said its word', async () => {
    const payload = await publish(steering, draft);
    expect(payload.userErrors).toEqual([]);
    expect(payload.campaign).toEqual({ state: 'SYNTHESIS_PUBLISHED' });
    const readers = [
      coordinator,
      observer,
      api.as(audits[0]!.managerId),
      await tiedTo('COORDINATOR', audits[4]!),
      await withRole('ANALYST'),
    ];
    for (const client of readers)
      expect((await read(client, campaignId)).synthesis).toMatchObject({
        state: 'PUBLISHED',
        sha256: draft.sha256,
      });
    // All that the authority sees of the campaign.
    const seen = await observer.run(
      `query ($id: ID!) { campaign(id: $id) { audits(first: 5) { totalCount } doseStatistics { median } } }`,
      { id: globalId('Campaign', campaignId) },
    );
    expect(seen.data['campaign']).toEqual({ audits: { totalCount: 0 }, doseStatistics: [] });
    expect(
      (await api.as(null).run(READ, { id: globalId('Campaign', campaignId) })).data?.['campaign'] ?? null,
    ).toBeNull();
  });

  test('published, nothing of it changes: not by preparing, not by SQL', async () => {
    expect(codesOf(await prepare(coordinator, campaignId))).toEqual(['ILLEGAL_TRANSITION']);
    expect(codesOf(await publish(steering, { ...draft, version: draft.version + 1 }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    for (const change of [
      `content = '{}'`,
      `sha256 = repeat('0', 64)`,
      `state = 'DRAFT', published_at = null, published_by_id = null`,
    ])
      await expect(
        api.sql(`update synthesis set ${change} where campaign_id = $1`, [campaignId]),
      ).rejects.toThrow('published once');
    await expect(api.sql('delete from synthesis where campaign_id = $1', [campaignId])).rejects.toThrow(
      'published once',
    );
    // What it is made of may be lost or wrong one day: it says what it said.
    await api.sql(`update audit set state = 'CANCELLED' where id = $1`, [audits[0]!.auditId]);
    expect((await read(observer, campaignId)).synthesis.sha256).toBe(draft.sha256);
  });
});

describe('a synthesis', () => {
  test('speaks English to whoever wants it', async () => {
    const { campaignId } = await closedCampaign(6);
    await prepare(coordinator, campaignId);
    const id = { id: globalId('Campaign', campaignId) };
    const text = async (language: string): Promise<string> =>
      (await coordinator.run(READ, id, { 'accept-language': language })).data['campaign'].synthesis
        .sections[0].criteria[0].text as string;
    expect(await text('fr')).not.toBe(await text('en'));
  });

  test('shows practices that services share, named only where they want it, and what is recommended outside', async () => {
    const { campaignId, audits } = await closedCampaign(6);
    const [criterion] = await criteriaOf(api, campaignId);
    for (const [number, { auditId, serviceId }] of audits.slice(0, 3).entries()) {
      const findingId = await makeFinalFinding(api, { auditId, campaignId }, { kind: 'REMARKABLE_PRACTICE' });
      await insertRow(api, 'shared_practice', {
        finding_id: findingId,
        audit_id: auditId,
        campaign_id: campaignId,
        audited_service_id: serviceId,
        criterion_id: criterion!.id,
        text: `Pratique ${number}`,
        is_named: number === 1,
        state: number === 2 ? 'WITHDRAWN' : 'SHARED',
      });
    }
    for (const [title, is_published] of [
      ['Unités de dose', true],
      ['Encore un projet', false],
    ] as const)
      await insertRow(api, 'outside_recommendation', {
        campaign_id: campaignId,
        body: 'MANUFACTURER',
        title,
        text: 'Afficher les doses dans la même unité.',
        is_published,
      });
    const { synthesis } = await prepare(coordinator, campaignId);
    const [named] = await api.sql<{ name: string }>('select name from audited_service where id = $1', [
      audits[1]!.serviceId,
    ]);
    const practices = [...(synthesis.practices as Json[])].sort((a, b) => (a.text < b.text ? -1 : 1));
    expect(practices).toEqual([
      { criterion: criterion!.code, text: 'Pratique 0', service: null },
      { criterion: criterion!.code, text: 'Pratique 1', service: named!.name },
    ]);
    expect(synthesis.recommendations).toEqual([{ body: 'MANUFACTURER', title: 'Unités de dose' }]);
    expect(synthesis.survey).toEqual([]);
  });

  test('is not published with a practice that its service took back, or named less openly, meanwhile', async () => {
    const { campaignId, audits } = await closedCampaign(6);
    const { auditId, serviceId } = audits[0]!;
    const findingId = await makeFinalFinding(api, { auditId, campaignId }, { kind: 'REMARKABLE_PRACTICE' });
    const practice = await insertRow(api, 'shared_practice', {
      finding_id: findingId,
      audit_id: auditId,
      campaign_id: campaignId,
      audited_service_id: serviceId,
      text: 'Double lecture des protocoles.',
      is_named: true,
    });
    const { synthesis } = await prepare(coordinator, campaignId);
    for (const change of [`is_named = false`, `text = 'Relecture.'`, `state = 'WITHDRAWN'`]) {
      await api.sql(`update shared_practice set ${change} where id = $1`, [practice]);
      expect(codesOf(await publish(steering, synthesis))).toEqual(['SYNTHESIS_OUTDATED']);
    }
    const anew = (await prepare(coordinator, campaignId)).synthesis;
    expect(anew.practices).toEqual([]);
    expect((await publish(steering, anew)).userErrors).toEqual([]);
  });

  test('tells no finding on a criterion where a grade is kept back, nor what all findings come to', async () => {
    // Nine of twenty do not conform, two do in part: the nine are kept back, so that the two cannot be had by subtraction.
    const { campaignId, audits } = await closedCampaign(20, {
      consensus: (service, criterion) => {
        if (criterion > 0 || service >= 11) return 'CONFORM';
        return service < 9 ? 'NON_CONFORM' : 'PARTIAL';
      },
    });
    const [first, second] = await criteriaOf(api, campaignId);
    for (const [number, { auditId }] of audits.entries()) {
      const of = { auditId, campaignId };
      if (number < 9)
        await makeFinalFinding(api, of, {
          kind: 'NON_CONFORMITY',
          severity: 'MAJOR',
          criterion_id: first!.id,
        });
      if (number < 12)
        await makeFinalFinding(api, of, { kind: 'STRENGTH', number: 2, criterion_id: second!.id });
    }
    const { synthesis } = await prepare(coordinator, campaignId);
    const [criterion] = synthesis.sections[0].criteria as Json[];
    expect(criterion!.grades).toMatchObject({ partial: null, nonConform: null });
    expect((synthesis.findings as Json[]).map(({ kind, services }) => [kind, services.services])).toEqual([
      ['STRENGTH', 12],
      ['STRENGTH', 12],
    ]);
  });

  test('needs a closed campaign and five services whose report is out', async () => {
    const running = await makeCampaign(api);
    await makeReportedAudits(api, running, 6);
    expect(codesOf(await prepare(coordinator, running))).toEqual(['ILLEGAL_TRANSITION']);
    const { campaignId, audits } = await closedCampaign(5);
    await api.sql(`update audit set state = 'CANCELLED', report_issued_at = null where id = $1`, [
      audits[0]!.auditId,
    ]);
    expect(codesOf(await prepare(coordinator, campaignId))).toEqual(['SYNTHESIS_TOO_FEW_SERVICES']);
  });

  test('wants as many services behind a figure as the procedure says', async () => {
    const { campaignId } = await closedCampaign(16, {
      consensus: (service, criterion) => (criterion === 0 && service < 7 ? 'PARTIAL' : 'CONFORM'),
    });
    const set = (value: number) =>
      api.sql(`update rule_setting set value = $1 where code = 'synthesisMinimumServices'`, [value]);
    const gradesWith = async (value: number): Promise<Json> => {
      await set(value);
      const { synthesis } = await prepare(coordinator, campaignId);
      expect(synthesis.fewestServices).toBe(value);
      return synthesis.sections[0].criteria[0].grades;
    };
    try {
      expect(await gradesWith(5)).toMatchObject({ conform: 9, partial: 7 });
      expect(await gradesWith(8)).toMatchObject({ conform: null, partial: null });
      await set(17);
      expect(codesOf(await prepare(coordinator, campaignId))).toEqual(['SYNTHESIS_TOO_FEW_SERVICES']);
    } finally {
      await set(5);
    }
  });

  test('is not made twice over services that differ by one', async () => {
    const { campaignId, audits } = await closedCampaign(12, { consensus: judged });
    const before = (await prepare(coordinator, campaignId)).synthesis;
    await api.sql(`update audit set state = 'CANCELLED' where id = $1`, [audits[0]!.auditId]);
    // Whoever held both could take one from the other, and have what the twelfth was judged.
    expect(codesOf(await prepare(coordinator, campaignId))).toEqual(['SYNTHESIS_QUERY_DISCLOSES']);
    expect((await read(coordinator, campaignId)).synthesis.sha256).toBe(before.sha256);
  });

  test('made with a service, and in another country without it, has the others alike in both', async () => {
    // The same twelve services, of which the last is judged otherwise and counts in one of the campaigns only.
    const twins: Json[] = [];
    for (const count of [12, 11]) {
      const { campaignId } = await closedCampaign(count, {
        consensus: (service) => (service === 11 ? 'NON_CONFORM' : 'CONFORM'),
      });
      twins.push((await prepare(coordinator, campaignId)).synthesis);
    }
    // One falls short of twelve: neither that, nor that eleven conform, is told. So nothing is left to subtract.
    const [withIt, without] = twins.map(({ sections }) => sections[0].criteria[0].grades);
    expect(withIt).toMatchObject({ conform: null, nonConform: null });
    expect(without).toMatchObject({ conform: 11, nonConform: 0 });
  });

  test('is prepared by two at once as by one after the other', async () => {
    const { campaignId } = await closedCampaign(7);
    const other = await withRole('COORDINATOR');
    const payloads = await Promise.all([prepare(coordinator, campaignId), prepare(other, campaignId)]);
    expect(payloads.flatMap(codesOf)).toEqual([]);
    expect(new Set(payloads.map(({ synthesis }) => synthesis.id as string)).size).toBe(1);
    const [count] = await api.sql('select count(*)::int as n from synthesis where campaign_id = $1', [
      campaignId,
    ]);
    expect(count).toEqual({ n: 1 });
  });
});
