export { Application } from './application.entity';
export { APPLICATION_STATES, applicationStates, type ApplicationState } from './application.states';
export { campaignDelay, delayBefore, delayFrom, type CampaignDelay } from './campaign-delay';
export { Campaign } from './campaign.entity';
export { CAMPAIGN_STATES, campaignStates, type CampaignFacts, type CampaignState } from './campaign.states';
export { campaignFactsOf } from './campaign-facts';
export { campaignsReads } from './campaigns.queries';
export { SILENCES, type Silence } from './campaign-contradictory-rule.entity';
export {
  contradictoryRules,
  setContradictoryRules,
  silenceIn,
  type ContradictoryRules,
  type ContradictoryRulesSetInput,
} from './contradictory-rules';
export { createCampaign, type CampaignCreateInput } from './create-campaign';
export {
  cancelCampaign,
  closeCall,
  closeCampaign,
  openCall,
  startCampaign,
  startMatching,
  type CampaignMoveInput,
} from './move-campaign';
export {
  confirmApplication,
  rejectApplication,
  selectApplication,
  waitlistApplication,
  withdrawApplication,
  type ApplicationMoveInput,
} from './move-application';
export { submitApplication, type ApplicationSubmitInput } from './submit-application';
export { updateCampaign, type CampaignUpdateInput } from './update-campaign';
