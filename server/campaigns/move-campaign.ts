import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { campaignFactsOf } from './campaign-facts';
import { Campaign } from './campaign.entity';
import { campaignStates } from './campaign.states';

/** Which campaign, in which version. */
export interface CampaignMoveInput {
  campaignId: string;
  expectedVersion: number;
  reason?: string | null;
}

/**
 * Makes one move of the campaign's state table; the acts below differ in nothing else.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, or what the move's guard says
 */
async function moveCampaign(
  uow: UnitOfWork,
  act: string,
  input: CampaignMoveInput,
): Promise<{ campaign: string }> {
  const campaign = await uow.require(
    Campaign,
    input.campaignId,
    ['input', 'campaignId'],
    input.expectedVersion,
  );
  authorise(uow, act);
  const facts = await campaignFactsOf(uow, campaign.id);
  const { reason } = input;
  await uow.move(campaignStates, Campaign, campaign, act, facts, reason ? { cancelReason: reason } : {});
  uow.record({
    act,
    objectType: 'Campaign',
    objectId: campaign.id,
    campaignId: campaign.id,
    detail: reason ? { reason } : {},
  });
  return { campaign: campaign.id };
}

/** Opens the call: services can apply until `callClosesOn`. */
export const openCall = (uow: UnitOfWork, input: CampaignMoveInput) =>
  moveCampaign(uow, 'campaignOpenCall', input);

/** Closes the call. */
export const closeCall = (uow: UnitOfWork, input: CampaignMoveInput) =>
  moveCampaign(uow, 'campaignCloseCall', input);

/** Starts composing teams, once every application is decided. */
export const startMatching = (uow: UnitOfWork, input: CampaignMoveInput) =>
  moveCampaign(uow, 'campaignStartMatching', input);

/** Starts the audits. */
export const startCampaign = (uow: UnitOfWork, input: CampaignMoveInput) =>
  moveCampaign(uow, 'campaignStart', input);

/** Closes a campaign whose audits are all closed or cancelled. */
export const closeCampaign = (uow: UnitOfWork, input: CampaignMoveInput) =>
  moveCampaign(uow, 'campaignClose', input);

/** Cancels a campaign before it runs, with a reason. */
export const cancelCampaign = (uow: UnitOfWork, input: CampaignMoveInput) =>
  moveCampaign(uow, 'campaignCancel', input);
