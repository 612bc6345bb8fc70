import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { frozenConflictRules } from '../templates';
import { Campaign } from './campaign.entity';
import { campaignStates } from './campaign.states';

/** What changes; what is left out stays, null empties where a campaign may do without. */
export interface CampaignUpdateInput {
  campaignId: string;
  expectedVersion: number;
  title?: string | null;
  description?: string | null;
  callClosesOn?: string | null;
  visitsFrom?: string | null;
  visitsTo?: string | null;
  conflictRuleCodes?: string[] | null;
}

/**
 * Changes the words, dates and conflict rules of a campaign that is still a DRAFT; services rely on them from the call on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, DATES_REVERSED
 */
export async function updateCampaign(
  uow: UnitOfWork,
  input: CampaignUpdateInput,
): Promise<{ campaign: string }> {
  const path = ['input', 'campaignId'];
  const campaign = await uow.require(Campaign, input.campaignId, path, input.expectedVersion);
  authorise(uow, 'campaignUpdate');
  requireStateOf(campaignStates, campaign, ['DRAFT']);
  const after = {
    title: input.title ?? campaign.title,
    description: input.description === undefined ? campaign.description : input.description,
    callClosesOn: input.callClosesOn === undefined ? campaign.callClosesOn : input.callClosesOn,
    visitsFrom: input.visitsFrom ?? campaign.visitsFrom,
    visitsTo: input.visitsTo ?? campaign.visitsTo,
  };
  if (after.visitsTo < after.visitsFrom) refuse('DATES_REVERSED', ['input', 'visitsTo']);
  if (after.callClosesOn !== null && after.callClosesOn > after.visitsTo)
    refuse('DATES_REVERSED', ['input', 'callClosesOn']);
  const codes = input.conflictRuleCodes ?? null;
  const rules = codes === null ? {} : { conflictRules: await frozenConflictRules(uow, codes) };
  await uow.change(Campaign, campaign, { ...after, ...rules });
  uow.record({
    act: 'campaignUpdate',
    objectType: 'Campaign',
    objectId: campaign.id,
    campaignId: campaign.id,
    detail: { ...after, ...(codes === null ? {} : { conflictRuleCodes: codes }) },
  });
  return { campaign: campaign.id };
}
