import type { Ask } from '../database/read-model';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../kernel/viewer';
import type { CampaignFacts } from './campaign.states';

/** Counted for campaigns ($1) without what belongs to the services of a tie ($2). */
const FACTS = `
  select c.id, c.call_closes_on is not null as "hasCallDate", cardinality($2::uuid[]) > 0 as "isTied",
    (select count(*)::int from application a
      where a.campaign_id = c.id and a.state = 'SUBMITTED' and a.audited_service_id <> all($2::uuid[])) as "undecidedApplications",
    (select count(*)::int from audit a
      where a.campaign_id = c.id and a.state not in ('CLOSED', 'CANCELLED')
        and a.audited_service_id <> all($2::uuid[])) as "unfinishedAudits"
  from campaign c where c.id = any($1::uuid[])`;

/** What the guards of many campaigns look at for one viewer, in one statement. */
export function campaignFacts(
  sql: Ask,
  ids: readonly string[],
  { walledServices }: Pick<Viewer, 'walledServices'>,
): Promise<(CampaignFacts & { id: string })[]> {
  return sql(FACTS, [ids, [...walledServices]]);
}

/** The same for one campaign, inside an act. */
export async function campaignFactsOf(uow: UnitOfWork, id: string): Promise<CampaignFacts> {
  const [facts] = await campaignFacts(uow.sql, [id], uow.viewer);
  if (!facts) throw new Error('a campaign without facts');
  return facts;
}
