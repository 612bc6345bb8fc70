import type { ComputedEdge, Row } from '../../database/read-model';
import { refuse } from '../../kernel/outcome';
import { FEWEST_SERVICES, pooledRate, type PooledRate } from '../statistics';
import { caseRate, type Share } from './case-rate';
import { readable } from './case-results-edge';
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

interface Sampled extends JudgedCriterion {
  issuedAt: string;
}

/**
 * `casePooling`: rates over the services of a campaign whose report is issued and that the reader has no tie with, each
 * criterion by itself. The design effect rests on ρ as given, or else as estimated from these very services. Figures grow by
 * five services at a time, in the order in which reports were issued: no difference of two days is made of fewer.
 */
export const casePoolingEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(campaigns: readonly Row[], { viewer, sql }, args) {
    const given = (args['intraclassCorrelation'] as number | null | undefined) ?? null;
    if (given !== null && !(given >= 0 && given <= 1))
      refuse('CASE_CORRELATION_IMPOSSIBLE', ['intraclassCorrelation']);
    return Promise.all(
      campaigns.map(async ({ id }): Promise<PooledCriterion[]> => {
        const criteria = await sql<{ id: string }>(
          `select c.id from campaign k join criterion c on c.template_version_id = k.template_version_id
           where k.id = $1 and ${ratedOnAny} order by c.position`,
          [id],
        );
        const judged = await judgedCriteria(sql, (bind) =>
          readable(viewer, bind, `t.campaign_id = ${bind(id)} and a.report_issued_at is not null`),
        );
        const issued = await issueDates(sql, judged);
        return criteria.map((criterion) => {
          const own = judged
            .filter((each) => each.criterion.id === criterion.id)
            .map((each): Sampled => ({ ...each, issuedAt: issued.get(each.auditId) ?? '' }));
          const pooled = poolOf(own, given);
          return { id: criterion.id, criterionId: criterion.id, isShown: pooled !== null, pooled };
        });
      }),
    );
  },
};

async function issueDates(
  sql: Parameters<typeof judgedCriteria>[0],
  judged: readonly JudgedCriterion[],
): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; issuedAt: string }>(
    `select id, to_char(report_issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as "issuedAt" from audit
     where id = any($1::uuid[])`,
    [[...new Set(judged.map(({ auditId }) => auditId))]],
  );
  return new Map(rows.map(({ id, issuedAt }) => [id, issuedAt]));
}

function poolOf(judged: readonly Sampled[], given: number | null): PooledCriterion['pooled'] {
  // Who has no record that counts is no service of the rate, and must not fill up a cell of five.
  const rates = judged
    .map((each) => ({
      ...caseRate(each.criterion.scale, countsOf(each.tallies), each.criterion.target).rate,
      place: `${each.issuedAt} ${each.auditId}`,
    }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const shown = rates.slice(0, Math.floor(rates.length / FEWEST_SERVICES) * FEWEST_SERVICES);
  const rho = given ?? intraclassCorrelation(shown) ?? 0;
  const pooled = pooledRate(shown, rho);
  if (!pooled) return null;
  const { x, n, estimate, interval, ...figures } = pooled;
  const rate = { x, n, estimate, ...interval };
  return { ...figures, rate, intraclassCorrelation: rho, isEstimated: given === null };
}
