import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  cancelCampaign,
  closeCall,
  closeCampaign,
  createCampaign,
  openCall,
  setContradictoryRules,
  startCampaign,
  startMatching,
  updateCampaign,
} from '../../server/campaigns';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  CampaignCancelInput,
  CampaignCreateInput,
  CampaignMoveInput,
  CampaignsArgs,
  CampaignUpdateInput,
} from './campaign.inputs';
import { CampaignConnection, CampaignType } from './campaign.type';
import { ContradictoryRulesSetInput } from './contradictory-rules.type';

const CampaignCreatePayload = payloadOf('CampaignCreatePayload', { campaign: () => CampaignType });
const CampaignUpdatePayload = payloadOf('CampaignUpdatePayload', { campaign: () => CampaignType });
const CampaignOpenCallPayload = payloadOf('CampaignOpenCallPayload', { campaign: () => CampaignType });
const CampaignCloseCallPayload = payloadOf('CampaignCloseCallPayload', { campaign: () => CampaignType });
const CampaignStartMatchingPayload = payloadOf('CampaignStartMatchingPayload', {
  campaign: () => CampaignType,
});
const CampaignStartPayload = payloadOf('CampaignStartPayload', { campaign: () => CampaignType });
const CampaignClosePayload = payloadOf('CampaignClosePayload', { campaign: () => CampaignType });
const CampaignCancelPayload = payloadOf('CampaignCancelPayload', { campaign: () => CampaignType });

const ContradictoryRulesSetPayload = payloadOf('ContradictoryRulesSetPayload', {
  campaign: () => CampaignType,
});

/** Campaigns: reading them, and the acts of the coordination. */
@Resolver()
export class CampaignResolver {
  @Query(() => CampaignType, {
    nullable: true,
    description: 'Une campagne ; null si elle est absente ou cachée.',
  })
  campaign(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Campaign', id, info);
  }

  @Query(() => CampaignConnection, { nullable: true, description: 'Campagnes que vous pouvez voir.' })
  campaigns(
    @Args(() => CampaignsArgs) args: CampaignsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => CampaignCreatePayload, { description: 'Créer une campagne, en préparation. (COORDINATOR)' })
  campaignCreate(
    @Arg('input', () => CampaignCreateInput) input: CampaignCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createCampaign);
  }

  @Mutation(() => CampaignUpdatePayload, {
    description: 'Changer les textes et les dates d’une campagne en préparation. (COORDINATOR)',
  })
  campaignUpdate(
    @Arg('input', () => CampaignUpdateInput) input: CampaignUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateCampaign);
  }

  @Mutation(() => CampaignOpenCallPayload, { description: 'Ouvrir l’appel à candidatures. (COORDINATOR)' })
  campaignOpenCall(
    @Arg('input', () => CampaignMoveInput) input: CampaignMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, openCall);
  }

  @Mutation(() => CampaignCloseCallPayload, { description: 'Clore l’appel à candidatures. (COORDINATOR)' })
  campaignCloseCall(
    @Arg('input', () => CampaignMoveInput) input: CampaignMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, closeCall);
  }

  @Mutation(() => CampaignStartMatchingPayload, {
    description: 'Commencer la composition des équipes. (COORDINATOR)',
  })
  campaignStartMatching(
    @Arg('input', () => CampaignMoveInput) input: CampaignMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startMatching);
  }

  @Mutation(() => CampaignStartPayload, { description: 'Lancer les audits. (COORDINATOR)' })
  campaignStart(
    @Arg('input', () => CampaignMoveInput) input: CampaignMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startCampaign);
  }

  @Mutation(() => CampaignClosePayload, {
    description: 'Clore la campagne, tous ses audits étant terminés. (COORDINATOR)',
  })
  campaignClose(
    @Arg('input', () => CampaignMoveInput) input: CampaignMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, closeCampaign);
  }

  @Mutation(() => CampaignCancelPayload, {
    description: 'Annuler la campagne, avec une raison. (COORDINATOR)',
  })
  campaignCancel(
    @Arg('input', () => CampaignCancelInput) input: CampaignCancelInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, cancelCampaign);
  }

  @Mutation(() => ContradictoryRulesSetPayload, {
    description: 'Dire ce que vaut le silence d’un service, avant que la campagne ne commence. (COORDINATOR)',
  })
  contradictoryRulesSet(
    @Arg('input', () => ContradictoryRulesSetInput) input: ContradictoryRulesSetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, setContradictoryRules);
  }
}
