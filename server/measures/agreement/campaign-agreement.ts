import type { Ask, ComputedEdge } from '../../database/read-model';
import { FEWEST_SERVICES, fleissKappa } from '../statistics';
import { agreementFigures, type AgreementFigures, type JudgedAlike } from './agreement-figures';
import { RAW_GRADES } from './raw-grades';

/** How far the auditors of a campaign read one criterion alike. */
export interface CriterionAgreement {
  criterionId: string;
  figures: AgreementFigures;
  /** Nobody can count on two auditors reading it alike: its authors should look at the wording. */
  isHardToRead: boolean;
}

/** How far the auditors of a campaign agree. */
export interface CampaignAgreement {
  /** Over all criteria; its intervals are between audits, since judgements of one audit are no independent units. */
  figures: AgreementFigures;
  /** In their order; only those that enough services were judged on. */
  criteria: CriterionAgreement[];
}

/** When a criterion counts as hard to read: even the upper bound of AC1 stays below what is called substantial. */
export const HARD_TO_READ = { ac1Below: 0.6, fewestUnits: 10 } as const;

interface Cell {
  /** Null in the rows by audit. */
  criterionId: string | null;
  auditId: string | null;
  position: number;
  judgements: string[];
  times: number;
}

/**
 * Units of a campaign, counted by criterion and by audit. Services that the reader has a tie with ($2) are left out, as
 * if they took no part. A criterion's figures grow by five services at a time, in the order in which reports were issued:
 * the difference between two days is never fewer services than a figure may be made of.
 */
const CELLS = `
  with judged as (
    select g.criterion_id, c.position, a.id as audit_id, a.report_issued_at,
      array_agg(g.value order by g.value) as judgements
    from ${RAW_GRADES} and a.campaign_id = $1 and a.audited_service_id <> all($2::uuid[])
    group by g.criterion_id, c.position, a.id having count(*) >= 2
  ),
  placed as (
    select *, row_number() over (partition by criterion_id order by report_issued_at, audit_id) as place,
      count(*) over (partition by criterion_id) as services
    from judged
  )
  select criterion_id as "criterionId", audit_id as "auditId", judgements, min(position) as position,
    count(*)::int as times
  from placed where place <= services / ${FEWEST_SERVICES} * ${FEWEST_SERVICES}
  group by grouping sets ((criterion_id, judgements), (audit_id, judgements))
  order by min(position), judgements`;

/**
 * How far the auditors of campaigns agreed on their raw grades, in one statement for each campaign: AC1, with Fleiss'
 * kappa beside it, since the two auditors differ from audit to audit. It says nothing on any auditor, and nothing on fewer
 * than five services.
 */
export const campaignAgreementEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (campaigns, { viewer, sqlOfActs }) =>
    Promise.all(campaigns.map(({ id }) => agreementOfCampaign(sqlOfActs, id, [...viewer.walledServices]))),
};

/**
 * The same for one campaign.
 * @param sql sees every grade
 * @param withoutServices left out
 * @returns null while no criterion was judged in enough services
 */
export async function agreementOfCampaign(
  sql: Ask,
  campaignId: string,
  withoutServices: readonly string[],
): Promise<CampaignAgreement | null> {
  const cells = await sql<Cell>(CELLS, [campaignId, withoutServices]);
  const byCriterion = new Map<string, JudgedAlike[]>();
  const byAudit: JudgedAlike[] = [];
  for (const { criterionId, auditId, judgements, times } of cells) {
    if (auditId) byAudit.push({ judgements, times, auditId });
    if (!criterionId) continue;
    const alike = byCriterion.get(criterionId) ?? [];
    byCriterion.set(criterionId, alike);
    alike.push({ judgements, times });
  }
  if (byAudit.length === 0) return null;
  return {
    figures: agreementFigures(byAudit, fleissKappa),
    criteria: [...byCriterion].map(([criterionId, alike]) => {
      const figures = agreementFigures(alike, fleissKappa);
      return { criterionId, figures, isHardToRead: isHardToRead(figures) };
    }),
  };
}

function isHardToRead({ unitCount, ac1 }: AgreementFigures): boolean {
  return unitCount >= HARD_TO_READ.fewestUnits && ac1.high !== null && ac1.high < HARD_TO_READ.ac1Below;
}
