import type { Ask } from '../../../database/read-model';
import type { CalendarDate } from '../../../kernel/working-days';
import { FEWEST_SERVICES } from '../../statistics';
import { QUANTITY, type DoseQuantity, type DoseUnit } from '../levels/level-words';
import { quartileStatement } from './dose-statement';
import { comparableLevels, inForceOn, levelKey, type LevelInForce } from './levels-in-force';

/** One quantity of an examination over the services of a campaign: the distribution of their medians, none of them named. */
export interface CampaignDoses {
  examCode: string;
  population: string;
  quantity: DoseQuantity;
  unit: DoseUnit;
  /** Services with enough records, at least five. */
  serviceCount: number;
  /** Records of these services. */
  recordCount: number;
  /** Median of their medians, in `unit`; the third quartile is what national levels are made of (ICRP 135). No interval: its ends would be single services'. */
  median: number;
  /** From {@link FEWEST_FOR_QUARTILES} services on: below, a quartile is the value of the second or third of them. */
  q1: number | null;
  q3: number | null;
  /** The current national level. */
  level: LevelInForce | null;
}

/** Services that a quartile over services needs. */
export const FEWEST_FOR_QUARTILES = 10;

interface CampaignRow {
  campaignId: string;
  examCode: string;
  population: string;
  quantity: DoseQuantity;
  serviceCount: number;
  recordCount: number;
  q: [number, number, number];
}

/**
 * All examinations of campaigns `$1` in one statement: the median of each service that has enough records, then quartiles of
 * these medians over the services; nothing where they are fewer than `$2`. A service is weighed once, however large.
 */
export const CAMPAIGN_DOSES = `
  select a.campaign_id as "campaignId", s.exam_code as "examCode", s.population, s.quantity,
    count(distinct a.audited_service_id)::int as "serviceCount", sum(s.n)::int as "recordCount",
    percentile_cont('{0.25,0.5,0.75}'::double precision[]) within group (order by s.q[2]) as q
  from (${quartileStatement(
    `r.audit_id = any(array(select id from audit where campaign_id = any($1::uuid[]) and state <> 'CANCELLED'))`,
    {
      withMiddle: false,
    },
  )}) s
  join audit a on a.id = s.audit_id
  join dose_population p on p.code = s.population
  where s.n >= coalesce(p.min_sample_size, 1)
  group by a.campaign_id, s.exam_code, s.population, s.quantity
  having count(distinct a.audited_service_id) >= $2
  order by s.exam_code, s.population, array_position('{IDSV,PDL,PDS,DE,DGM}'::text[], s.quantity)`;

/**
 * The doses of campaigns, without any cell of fewer than five services. To be asked once nothing in them changes any more:
 * two answers of different days would tell the service that came in between.
 * @param sql sees all records (an act's own reads)
 */
export async function campaignDoses(
  sql: Ask,
  campaignIds: readonly string[],
  day: CalendarDate,
): Promise<ReadonlyMap<string, CampaignDoses[]>> {
  if (campaignIds.length === 0) return new Map();
  const [rows, levels] = await Promise.all([
    sql<CampaignRow>(CAMPAIGN_DOSES, [campaignIds, FEWEST_SERVICES]),
    comparableLevels(sql, []),
  ]);
  const inForce = inForceOn(levels, day);
  const found = new Map<string, CampaignDoses[]>(campaignIds.map((id) => [id, []]));
  for (const { campaignId, q, ...row } of rows) {
    const hasQuartiles = row.serviceCount >= FEWEST_FOR_QUARTILES;
    found.get(campaignId)?.push({
      ...row,
      unit: QUANTITY[row.quantity].unit,
      q1: hasQuartiles ? q[0] : null,
      median: q[1],
      q3: hasQuartiles ? q[2] : null,
      level: inForce.get(levelKey(row.examCode, row.population, row.quantity)) ?? null,
    });
  }
  return found;
}
