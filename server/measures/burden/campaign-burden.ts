import type { Ask, ComputedEdge } from '../../database/read-model';
import { FEWEST_SERVICES } from '../statistics';
import { tiedServices } from '../tied-services';

/** What a criterion costs: minutes that auditors say they spent on it, each grade once. */
export interface CriterionBurden {
  criterionId: string;
  /** Audits with minutes for it. */
  auditCount: number;
  /** Grades with minutes. */
  gradeCount: number;
  totalMinutes: number;
  medianMinutes: number;
  lowerQuartileMinutes: number;
  upperQuartileMinutes: number;
}

/** What the criteria of a campaign cost, in their order. */
export interface CampaignBurden {
  totalMinutes: number;
  criteria: CriterionBurden[];
}

/**
 * Minutes by criterion ($1 campaign, $2 services of the reader's ties), of raw grades in audits whose report is out. As with
 * agreement, services are taken in lots of five that are the same for every reader, and a lot with a tie is left out whole.
 * `percentile_cont` is type 7 of Hyndman and Fan.
 */
const BURDEN = `
  with spent as (
    select g.criterion_id, c.position, g.minutes, a.id as audit_id,
      a.audited_service_id = any($2::uuid[]) as is_tied,
      dense_rank() over (partition by g.criterion_id order by a.report_issued_at, a.id) as place
    from audit a
    join grade g on g.audit_id = a.id and g.stage = 'AUDITOR' and g.minutes is not null
    join criterion c on c.id = g.criterion_id
    where a.campaign_id = $1 and a.report_issued_at is not null
  ),
  placed as (
    select *, max(place) over (partition by criterion_id) as services, (place - 1) / ${FEWEST_SERVICES} as lot from spent
  ),
  lots as (
    select *, services >= (lot + 1) * ${FEWEST_SERVICES}
      and not bool_or(is_tied) over (partition by criterion_id, lot) as is_shown
    from placed
  )
  select criterion_id as "criterionId", count(distinct audit_id)::int as "auditCount", count(*)::int as "gradeCount",
    sum(minutes)::int as "totalMinutes",
    percentile_cont(0.5) within group (order by minutes) as "medianMinutes",
    percentile_cont(0.25) within group (order by minutes) as "lowerQuartileMinutes",
    percentile_cont(0.75) within group (order by minutes) as "upperQuartileMinutes"
  from lots where is_shown
  group by criterion_id order by min(position)`;

/**
 * What the criteria of campaigns cost in time, for those who write templates: one statement for each campaign, nothing on
 * any auditor or on fewer than five services.
 */
export const campaignBurdenEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (campaigns, { viewer, sqlOfActs }) =>
    Promise.all(campaigns.map(({ id }) => burdenOfCampaign(sqlOfActs, id, tiedServices(viewer)))),
};

/**
 * The same for one campaign.
 * @param sql sees every grade
 * @returns null while no criterion has minutes from enough services
 */
export async function burdenOfCampaign(
  sql: Ask,
  campaignId: string,
  tiedServices: readonly string[],
): Promise<CampaignBurden | null> {
  const criteria = await sql<CriterionBurden>(BURDEN, [campaignId, tiedServices]);
  if (criteria.length === 0) return null;
  return { totalMinutes: criteria.reduce((total, { totalMinutes }) => total + totalMinutes, 0), criteria };
}
