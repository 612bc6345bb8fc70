import fc from 'fast-check';
import { globalId } from '../../server/kernel/ids';
import { quantile } from '../../server/measures';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCampaign, makeCoordinator } from '../support/factories';
import { fewOf, isolates } from '../support/singling-out';
import { makeReportedAudits, type ReportedAudit } from '../support/synthesis-factories';

const LEAST = 5;
const COUNT = 15;
const TRAITS = ['SECTOR', 'SIZE', 'REGION'];
const QUESTIONS = ['USEFUL', 'PEERS', 'FAIR', 'CLEAR', 'BURDEN'];

let api: TestApi;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});
afterAll(() => api.close());

/** One thing that somebody does; numbers are places of services, that of another one counts from the first. */
type Step =
  | { does: 'compare'; service: number; traits: string[] }
  | { does: 'link' | 'move'; service: number; other: number }
  | { does: 'answer'; service: number; person: number }
  | { does: 'prepare' };

/** Of ten records of a service, by its place. */
const justified = (at: number): number => (at * 7) % 11;

const service = fc.nat({ max: COUNT - 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant('compare' as const),
        service: fc.nat({ max: 3 }),
        traits: fc.subarray(TRAITS),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constantFrom('link' as const, 'move' as const),
        service,
        other: fc.nat({ max: COUNT - 2 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ does: fc.constant('answer' as const), service, person: fc.nat({ max: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('prepare' as const) }) },
  ),
  { minLength: 45, maxLength: 60 },
);

interface Played {
  campaignId: string;
  surveyId: string;
  audits: ReportedAudit[];
}

/** A closed campaign of two sectors, sizes and regions that cut across each other, with its survey. */
async function openCampaign(): Promise<Played> {
  const campaignId = await makeCampaign(api, { state: 'CLOSED' });
  const audits = await makeReportedAudits(api, campaignId, COUNT, {
    justified,
    columns: (at) => ({
      sector: at < 8 ? 'PUBLIC' : 'PRIVATE_FOR_PROFIT',
      scanners: at % 3 === 0 ? 4 : 1,
      region_code: at % 2 === 0 ? '11' : '84',
      region_name: at % 2 === 0 ? 'Île-de-France' : 'Auvergne-Rhône-Alpes',
    }),
  });
  const { survey } = await coordinator.act(
    'surveyOpen',
    { campaignId: globalId('Campaign', campaignId) },
    'survey { id }',
  );
  return { campaignId, surveyId: String(survey.id), audits };
}

/** Does one thing; what is refused changes nothing. */
async function play(step: Step, { campaignId, surveyId, audits }: Played, people: string[]): Promise<void> {
  if (step.does === 'prepare') {
    await coordinator.act('synthesisPrepare', { campaignId: globalId('Campaign', campaignId) });
    return;
  }
  const audit = audits[step.service]!;
  const other = 'other' in step ? audits[(step.service + 1 + step.other) % COUNT]! : audit;
  const auditId = globalId('Audit', audit.auditId);
  if (step.does === 'compare') {
    await api.as(audit.managerId).act('serviceComparisonRequest', { auditId, traits: step.traits });
  } else if (step.does === 'answer') {
    // Person 0 is the service's manager; the others have an account in each service that they answer for.
    const personId = people[step.person];
    const accountId = personId
      ? (await makeAccount(api, { personId, services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } }))
          .accountId
      : audit.managerId;
    const ratings = QUESTIONS.map((questionCode) => ({ questionCode, value: 3 }));
    await api.as(accountId).act('surveyAnswer', { surveyId, auditId, ratings });
  } else if (step.does === 'link') {
    await insertRow(api, 'organisation_link', {
      from_date: '2020-01-01',
      source: 'DECLARED',
      kind: 'GROUP',
      organisation_id: audit.organisationId,
      linked_organisation_id: other.organisationId,
    });
  } else {
    await api.sql(
      `update audited_service set sector = (select sector from audited_service where id = $2) where id = $1`,
      [audit.serviceId, other.serviceId],
    );
  }
}

/** What was told, as it was noted; a comparison is made of the group without the service that asked. */
async function toldOf(campaignId: string) {
  const rows = await api.sql<{ subject: string; services: string[]; to: string | null }>(
    'select subject, services, audited_service_id as "to" from disclosed_group where campaign_id = $1',
    [campaignId],
  );
  const bySubject = new Map<string, { group: Set<string>; to: string | null }[]>();
  for (const { subject, services, to } of rows)
    bySubject.set(subject, [
      ...(bySubject.get(subject) ?? []),
      { group: new Set(services.filter((each) => each !== to)), to },
    ]);
  return bySubject;
}

/** What a service was told of a rate is the median of one of the groups that were noted, and of nothing else. */
async function expectMedians(
  { campaignId, audits }: Played,
  asker: string,
  known: readonly ReadonlySet<string>[],
): Promise<void> {
  const rows = await api.sql<{ median: number }>(
    `select (f->'others'->>'median')::float8 as median
     from service_comparison c cross join lateral jsonb_array_elements(c.figures) f
     where c.campaign_id = $1 and c.audited_service_id = nullif($2, '')::uuid
       and f->>'criterionId' is not null and f->'others'->>'median' is not null`,
    [campaignId, asker],
  );
  const medians = known.map((group) =>
    quantile(
      audits.flatMap(({ serviceId }, at) => (group.has(serviceId) ? [justified(at) / 10] : [])),
      0.5,
    )!.toFixed(2),
  );
  for (const { median } of rows) expect(medians).toContain(median.toFixed(2));
}

/** Of each shown lot, what is left to whoever takes out his own answers, or those about a service. */
async function leftInLots(campaignId: string): Promise<number[]> {
  const rows = await api.sql<{ lot: number; person: string; service: string }>(
    `select p.lot, a.person_id as person, p.audited_service_id as service
     from survey_participation p join account a on a.id = p.answered_by_id
     join survey s on s.id = p.survey_id where s.campaign_id = $1`,
    [campaignId],
  );
  const lots = [...new Set(rows.map(({ lot }) => lot))].sort((a, b) => a - b);
  // All but the last one are full; that one may be, too.
  return lots.slice(0, -1).flatMap((lot) => {
    const own = rows.filter((row) => row.lot === lot);
    return own.flatMap(({ person, service: about }) =>
      [own.filter((row) => row.person !== person), own.filter((row) => row.service !== about)].flatMap(
        (left) => [new Set(left.map((row) => row.person)).size, new Set(left.map((row) => row.service)).size],
      ),
    );
  });
}

describe('whatever is asked of a campaign, in whichever order', () => {
  it('no few services or people are left by subtraction', async () => {
    let groupsTold = 0;
    let lotsShown = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        const campaign = await openCampaign();
        const strangers = await Promise.all([1, 2, 3].map(() => makeAccount(api)));
        const people = ['', ...strangers.map(({ personId }) => personId)];
        for (const step of played) await play(step, campaign, people);

        const all = campaign.audits.map(({ serviceId }) => serviceId);
        const tried = new Set<string>();
        for (const [subject, told] of await toldOf(campaign.campaignId)) {
          for (const asker of new Set(told.map(({ to }) => to ?? ''))) {
            const known = told.filter(({ to }) => to === null || to === asker).map(({ group }) => group);
            if (subject.startsWith('RATE')) await expectMedians(campaign, asker, known);
            // Scores of all sections are mostly told of the same groups.
            const key = [asker, ...known.map((group) => [...group].sort().join()).sort()].join(' ');
            if (tried.has(key)) continue;
            tried.add(key);
            groupsTold += known.length;
            const own = new Set([asker]);
            const others = all.filter((each) => each !== asker);
            for (const few of fewOf(others, LEAST - 1))
              expect({ subject, isAlone: isolates([new Set(all), ...known], all, few, own) }).toEqual({
                subject,
                isAlone: false,
              });
          }
        }

        const [shown] = (
          await coordinator.run('query ($id: ID!) { survey(id: $id) { results { answerCount } } }', {
            id: campaign.surveyId,
          })
        ).data.survey.results as Json[];
        const left = await leftInLots(campaign.campaignId);
        lotsShown += Number(shown!.answerCount > 0);
        for (const count of left) expect(count).toBeGreaterThanOrEqual(LEAST);
        expect(shown!.answerCount === 0 || shown!.answerCount > LEAST).toBe(true);
      }),
      { numRuns: 2, seed: 21, endOnFailure: true },
    );
    expect(groupsTold).toBeGreaterThan(8);
    expect(lotsShown).toBeGreaterThan(0);
  });
});
