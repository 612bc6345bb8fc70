import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { prepareSynthesis, publishSynthesis, requestComparison } from '../../server/synthesis';
import { CampaignType } from '../campaigns/campaign.type';
import { payloadOf } from '../relay/write';
import { ServiceComparisonType } from './service-comparison.type';
import {
  ServiceComparisonRequestInput,
  SynthesisPrepareInput,
  SynthesisPublishInput,
} from './synthesis.inputs';
import { SynthesisType } from './synthesis.type';

const synthesis = () => SynthesisType;
const SynthesisPreparePayload = payloadOf('SynthesisPreparePayload', { synthesis });
const SynthesisPublishPayload = payloadOf('SynthesisPublishPayload', {
  synthesis,
  campaign: () => CampaignType,
});
const ServiceComparisonRequestPayload = payloadOf('ServiceComparisonRequestPayload', {
  serviceComparison: () => ServiceComparisonType,
});

/** What a campaign tells the country, and a service of those like it. */
@Resolver()
export class SynthesisResolver {
  @Mutation(() => SynthesisPreparePayload, {
    description:
      'Calculer la synthèse d’une campagne close, ou la recalculer avant sa publication. (COORDINATOR sans lien)',
  })
  synthesisPrepare(
    @Arg('input', () => SynthesisPrepareInput) input: SynthesisPrepareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, prepareSynthesis);
  }

  @Mutation(() => SynthesisPublishPayload, {
    description:
      'Publier la synthèse, par une autre personne que celle qui l’a préparée ; plus rien n’y change. (STEERING_MEMBER, COORDINATOR, sans lien)',
  })
  synthesisPublish(
    @Arg('input', () => SynthesisPublishInput) input: SynthesisPublishInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, publishSynthesis);
  }

  @Mutation(() => ServiceComparisonRequestPayload, {
    description:
      'Comparer votre service à ceux qui lui ressemblent, la campagne close ; vous seuls lisez la réponse. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  serviceComparisonRequest(
    @Arg('input', () => ServiceComparisonRequestInput) input: ServiceComparisonRequestInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, requestComparison);
  }
}
