import type { Ask, ComputedEdge } from '../../database/read-model';
import { FEWEST_SERVICES, fleissKappa } from '../statistics';
import { tiedServices } from '../tied-services';
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

/** Teams that a lot must come from: of one it would be the agreement of two people; of two, each could take itself out. */
const FEWEST_TEAMS = 3;

/**
 * Units of a campaign, counted by criterion and by audit. A criterion's services are taken in lots of five, in the order in
 * which reports were issued; lots are the same for every reader, and one with a service that the reader has a tie with ($2)
 * is left out whole, as is one of fewer than three teams. So two days, or two readers, never differ by fewer services than a figure may be made of.
 */
const CELLS = `
  with judged as (
    select g.criterion_id, c.position, a.id as audit_id, a.report_issued_at,
      a.audited_service_id = any($2::uuid[]) as is_tied, array_agg(g.value order by g.value) as judgements,
      array_agg(g.auditor_id order by g.auditor_id) as team
    from ${RAW_GRADES} and a.campaign_id = $1
    group by g.criterion_id, c.position, a.id having count(*) >= 2
  ),
  placed as (
    select *, (row_number() over (partition by criterion_id order by report_issued_at, audit_id) - 1)
      / ${FEWEST_SERVICES} as lot
    from judged
  ),
  shown as (
    select criterion_id, lot from placed group by criterion_id, lot
    having count(*) = ${FEWEST_SERVICES} and not bool_or(is_tied) and count(distinct team) >= ${FEWEST_TEAMS}
  )
  select criterion_id as "criterionId", audit_id as "auditId", judgements, min(position) as position,
    count(*)::int as times
  from placed join shown using (criterion_id, lot)
  group by grouping sets ((criterion_id, judgements), (audit_id, judgements))
  order by min(position), judgements`;

/**
 * How far the auditors of campaigns agreed on their raw grades, in one statement for each campaign: AC1, with Fleiss'
 * kappa beside it, since the two auditors differ from audit to audit. It says nothing on any auditor, and nothing on fewer
 * than five services or three teams.
 */
export const campaignAgreementEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (campaigns, { viewer, sqlOfActs }) =>
    Promise.all(campaigns.map(({ id }) => agreementOfCampaign(sqlOfActs, id, tiedServices(viewer)))),
};

/**
 * The same for one campaign.
 * @param sql sees every grade
 * @param tiedServices whose lots are left out
 * @returns null while no criterion was judged in enough services
 */
export async function agreementOfCampaign(
  sql: Ask,
  campaignId: string,
  tiedServices: readonly string[],
): Promise<CampaignAgreement | null> {
  const cells = await sql<Cell>(CELLS, [campaignId, tiedServices]);
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
