import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { tiedServices } from '../measures';

/**
 * Keeps whoever belongs to a service of a campaign, or has a tie with one, away from its sums before they are published.
 * @throws Refusal SYNTHESIS_TIED
 */
export async function refuseTied(uow: UnitOfWork, campaignId: string): Promise<void> {
  const tied = await uow.sql(
    'select 1 from audit where campaign_id = $1 and audited_service_id = any($2::uuid[]) limit 1',
    [campaignId, tiedServices(uow.viewer)],
  );
  if (tied.length > 0) refuse('SYNTHESIS_TIED');
}
