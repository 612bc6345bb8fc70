import type { CampaignState } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { Survey } from './survey.entity';

/**
 * Loads and locks a survey.
 * @throws Refusal NOT_FOUND, STALE_VERSION
 */
export async function requireSurvey(
  uow: UnitOfWork,
  id: string,
  expectedVersion?: number,
): Promise<{ survey: Survey; campaignState: CampaignState }> {
  const survey = await uow.require(Survey, id, ['input', 'surveyId'], expectedVersion);
  const [campaign] = await uow.sql<{ state: CampaignState }>('select state from campaign where id = $1', [
    survey.campaignId,
  ]);
  if (!campaign) throw new Error('a survey without a campaign');
  return { survey, campaignState: campaign.state };
}
