import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readComputed, type Context, type SelectionInfo } from '../../server/graphql';
import { uuidOf } from '../../server/kernel/ids';
import {
  matchingSettingsEdge,
  setMatchingSettings,
  setStaffingNeed,
  staffingNeedOfServiceEdge,
  type SettingsView,
  type StaffingNeedView,
} from '../../server/matching';
import { payloadOf } from '../relay/write';
import { MatchingSettingsSetInput, StaffingNeedSetInput } from './matching-need.inputs';
import { MatchingSettingsType } from './matching-settings.type';
import { StaffingNeedType } from './staffing-need.type';

const MatchingSettingsSetPayload = payloadOf('MatchingSettingsSetPayload', {
  matchingSettings: () => MatchingSettingsType,
});
const StaffingNeedSetPayload = payloadOf('StaffingNeedSetPayload', { staffingNeed: () => StaffingNeedType });

/** What teams are composed by: the settings of a campaign, and what each service needs. */
@Resolver()
export class MatchingNeedResolver {
  @Query(() => MatchingSettingsType, {
    nullable: true,
    description:
      'Réglages de la composition d’une campagne ; ceux par défaut tant que rien n’est réglé. (COORDINATOR, STEERING_MEMBER)',
  })
  matchingSettings(@Arg('campaignId', () => ID) campaignId: string, @Ctx() context: Context) {
    return readComputed<SettingsView>(context, 'Campaign', campaignId, matchingSettingsEdge, {});
  }

  @Query(() => StaffingNeedType, {
    nullable: true,
    description: 'Ce qu’un service demande de son équipe dans une campagne ; null s’il vous est caché.',
  })
  staffingNeed(
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('auditedServiceId', () => ID) auditedServiceId: string,
    @Ctx() context: Context,
  ) {
    const uuid = uuidOf('Campaign', campaignId);
    return uuid
      ? readComputed<StaffingNeedView | null>(
          context,
          'AuditedService',
          auditedServiceId,
          staffingNeedOfServiceEdge,
          { campaignId: uuid },
        )
      : null;
  }

  @Mutation(() => MatchingSettingsSetPayload, {
    description: 'Régler la composition des équipes d’une campagne. (COORDINATOR)',
  })
  matchingSettingsSet(
    @Arg('input', () => MatchingSettingsSetInput) input: MatchingSettingsSetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, setMatchingSettings);
  }

  @Mutation(() => StaffingNeedSetPayload, {
    description:
      'Dire ce qu’un service demande de son équipe ; le service dit ses semaines, ses langues et s’il accueille une personne en formation. (COORDINATOR, SERVICE_MANAGER)',
  })
  staffingNeedSet(
    @Arg('input', () => StaffingNeedSetInput) input: StaffingNeedSetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, setStaffingNeed);
  }
}
