import type { EntityManager } from 'typeorm';
import { settingsOf, type FrozenSettings } from './frozen-settings';
import { MatchingSettings } from './matching-settings.entity';

/** The settings of a campaign as they are now. */
export async function settingsOfCampaign(
  manager: EntityManager,
  campaignId: string,
): Promise<FrozenSettings> {
  const own = await manager
    .createQueryBuilder(MatchingSettings, 's')
    .where('s.campaignId = :campaignId', { campaignId })
    .getOne();
  return settingsOf(own);
}
