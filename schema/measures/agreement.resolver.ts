import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { readComputed, type Context, type SelectionInfo } from '../../server/graphql';
import { globalId } from '../../server/kernel/ids';
import {
  campaignAgreementEdge,
  campaignBurdenEdge,
  ownAgreementEdge,
  type CampaignAgreement,
  type CampaignBurden,
  type OwnAgreement,
} from '../../server/measures';
import { readPlaces } from '../matching/read-places';
import { CampaignAgreementType, OwnAgreementType } from './agreement.type';
import { CampaignBurdenType } from './burden.type';

/** What grades tell on the template, never on people or services. */
@Resolver()
export class AgreementResolver {
  @Query(() => CampaignAgreementType, {
    nullable: true,
    description:
      'Accord des auditeurs d’une campagne sur leurs cotations à l’aveugle, rapports émis, par lots de cinq services, sans les lots où vous avez un lien ; null sans aucun lot. (TEMPLATE_EDITOR, COORDINATOR, STEERING_MEMBER)',
  })
  async campaignAgreement(
    @Arg('campaignId', () => ID) campaignId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const found = await readComputed<CampaignAgreement>(
      context,
      'Campaign',
      campaignId,
      campaignAgreementEdge,
      {},
    );
    return readPlaces(context, info, found, ['criteria.criterion']);
  }

  @Query(() => CampaignBurdenType, {
    nullable: true,
    description:
      'Temps passé sur chaque critère d’une campagne, rapports émis, par lots de cinq services, sans les lots où vous avez un lien ; null sans aucun lot. (TEMPLATE_EDITOR, COORDINATOR, STEERING_MEMBER)',
  })
  async campaignBurden(
    @Arg('campaignId', () => ID) campaignId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const found = await readComputed<CampaignBurden>(context, 'Campaign', campaignId, campaignBurdenEdge, {});
    return readPlaces(context, info, found, ['criteria.criterion']);
  }

  @Query(() => OwnAgreementType, {
    nullable: true,
    description:
      'Votre accord avec vos partenaires d’audit, pour vous seul ; null sans qualité d’auditeur. (AUDITOR)',
  })
  ownAgreement(@Ctx() context: Context) {
    const { auditorId } = context.viewer;
    if (!auditorId) return null;
    const id = globalId('Auditor', auditorId);
    return readComputed<OwnAgreement>(context, 'Auditor', id, ownAgreementEdge, {});
  }
}
