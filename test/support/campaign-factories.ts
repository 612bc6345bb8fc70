import { globalId } from '../../server/kernel/ids';
import type { TestApi } from './api';
import { insertRow, makeCampaign, makeService } from './factories';

/** A service's application in a state; its global id is `id`. */
export async function makeApplication(api: TestApi, state: string, campaignState = 'CALL_OPEN') {
  const campaignId = await makeCampaign(api, { state: campaignState });
  const service = await makeService(api);
  const applicationId = await insertRow(api, 'application', {
    campaign_id: campaignId,
    audited_service_id: service.serviceId,
    state,
  });
  return { campaignId, applicationId, ...service, id: globalId('Application', applicationId) };
}
