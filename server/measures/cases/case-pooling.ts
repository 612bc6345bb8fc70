import type { Ask, ComputedEdge, Row } from '../../database/read-model';
import { refuse } from '../../kernel/outcome';
import { FEWEST_SERVICES, pooledRate, type PooledRate } from '../statistics';
import { tiedServices } from '../tied-services';
import { caseRate, type Share } from './case-rate';
import { countsOf, judgedCriteria, type JudgedCriterion } from './case-tallies';
import { intraclassCorrelation } from './intraclass-correlation';
import { ratedOnAny } from './rated-criteria';

/** A criterion over the services of a campaign. */
export interface PooledCriterion {
  id: string;
  criterionId: string;
  /** Null below five services: nothing is said then, not even how many there are. */
  pooled: PooledCaseRate | null;
  isShown: boolean;
}

/** A rate over services, and what its interval rests on. */
export interface PooledCaseRate extends Omit<PooledRate, 'x' | 'n' | 'estimate' | 'interval'> {
  /** Σx / Σn, with the interval of n / DEFF records. */
  rate: Share;
  intraclassCorrelation: number;
  /** Estimated from these services; else given by the reader. */
  isEstimated: boolean;
}

/** The rate of one service on one criterion. */
export interface ServiceRate {
  auditedServiceId: string;
  x: number;
  n: number;
}

/**
 * `casePooling`: rates over the services of a campaign whose report is issued, each criterion by itself. The design effect
 * rests on ρ as given, or else as estimated from these very services. They are taken in lots of five, in the order in which
 * reports were issued; lots are the same for every reader, and one with a service that he has a tie with is left out whole:
 * no difference of two days or of two readers is made of fewer than five.
 */
export const casePoolingEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(campaigns: readonly Row[], { viewer, sql, sqlOfActs }, args) {
    const given = (args['intraclassCorrelation'] as number | null | undefined) ?? null;
    if (given !== null && !(given >= 0 && given <= 1))
      refuse('CASE_CORRELATION_IMPOSSIBLE', ['intraclassCorrelation']);
    const isProgramme = viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER');
    if (!isProgramme) return campaigns.map(() => []);
    const tied = tiedServices(viewer);
    return Promise.all(
      campaigns.map(async ({ id }): Promise<PooledCriterion[]> => {
        const criteria = await sql<{ id: string }>(
          `select c.id from campaign k join criterion c on c.template_version_id = k.template_version_id
           where k.id = $1 and ${ratedOnAny} order by c.position`,
          [id],
        );
        const rates = await campaignRates(sqlOfActs, id, tied);
        return criteria.map((criterion) => {
          const pooled = poolRates(rates.get(criterion.id) ?? [], given);
          return { id: criterion.id, criterionId: criterion.id, isShown: pooled !== null, pooled };
        });
      }),
    );
  },
};

/**
 * The rates of the services of a campaign whose report is issued, by criterion: as many whole lots of five as there are, in
 * the order in which reports were issued.
 * @param sql sees all samples
 * @param tied services whose lots are left out
 */
export async function campaignRates(
  sql: Ask,
  campaignId: string,
  tied: readonly string[],
): Promise<ReadonlyMap<string, ServiceRate[]>> {
  const judged = await judgedCriteria(
    sql,
    (bind) => `t.campaign_id = ${bind(campaignId)} and a.report_issued_at is not null`,
  );
  const issued = await issueDates(sql, judged);
  const byCriterion = new Map<string, JudgedCriterion[]>();
  for (const each of judged)
    byCriterion.set(each.criterion.id, [...(byCriterion.get(each.criterion.id) ?? []), each]);
  return new Map([...byCriterion].map(([id, own]) => [id, wholeLots(own, issued, tied)]));
}

async function issueDates(sql: Ask, judged: readonly JudgedCriterion[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; issuedAt: string }>(
    `select id, to_char(report_issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as "issuedAt" from audit
     where id = any($1::uuid[])`,
    [[...new Set(judged.map(({ auditId }) => auditId))]],
  );
  return new Map(rows.map(({ id, issuedAt }) => [id, issuedAt]));
}

function wholeLots(
  judged: readonly JudgedCriterion[],
  issued: ReadonlyMap<string, string>,
  tied: readonly string[],
): ServiceRate[] {
  // Who has no record that counts is no service of the rate, and must not fill up a cell of five.
  const rates = judged
    .map(({ auditId, auditedServiceId, criterion, tallies }) => {
      const { x, n } = caseRate(criterion.scale, countsOf(tallies), criterion.target).rate;
      return { auditedServiceId, x, n, place: `${issued.get(auditId) ?? ''} ${auditId}` };
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  return lotsOf(rates)
    .filter(
      (lot) =>
        lot.length === FEWEST_SERVICES &&
        !lot.some(({ auditedServiceId }) => tied.includes(auditedServiceId)),
    )
    .flat()
    .map(({ auditedServiceId, x, n }) => ({ auditedServiceId, x, n }));
}

/**
 * One rate over services.
 * @param given ρ of the reader; null for that of these very services
 * @returns null below five services
 */
export function poolRates(shown: readonly ServiceRate[], given: number | null): PooledCaseRate | null {
  const rho = given ?? intraclassCorrelation(shown) ?? 0;
  const pooled = pooledRate(shown, rho);
  if (!pooled) return null;
  const { x, n, estimate, interval, ...figures } = pooled;
  const rate = { x, n, estimate, ...interval };
  return { ...figures, rate, intraclassCorrelation: rho, isEstimated: given === null };
}

function lotsOf<T>(services: readonly T[]): T[][] {
  const starts = services.flatMap((_, place) => (place % FEWEST_SERVICES === 0 ? [place] : []));
  return starts.map((start) => services.slice(start, start + FEWEST_SERVICES));
}
