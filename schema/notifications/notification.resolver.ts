import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  perform,
  readComputed,
  readConnection,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import { globalId } from '../../server/kernel/ids';
import {
  preferencesEdge,
  remindersPreviewEdge,
  setPreferences,
  type PreferencesView,
  type RemindersPreviewRow,
} from '../../server/notifications';
import { payloadOf } from '../relay/write';
import { AllDeliveriesArgs } from './delivery.args';
import { DeliveryConnection } from './delivery.type';
import { NotificationPreferencesSetInput } from './notification-preferences.inputs';
import { NotificationPreferencesType } from './notification-preferences.type';
import { RemindersPreviewType } from './reminders-preview.type';

const NotificationPreferencesSetPayload = payloadOf('NotificationPreferencesSetPayload', {
  notificationPreferences: () => NotificationPreferencesType,
});

/** What people are told, and how they want it. */
@Resolver()
export class NotificationResolver {
  @Query(() => DeliveryConnection, {
    nullable: true,
    description: 'Journal des notifications que vous pouvez voir, de la plus ancienne à la plus récente.',
  })
  deliveries(
    @Args(() => AllDeliveriesArgs) { mine, ...page }: AllDeliveriesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { accountId } = context.viewer;
    return readConnection(
      context,
      page,
      info,
      mine ? (t, bind) => `${t}.account_id = ${bind(accountId)}::uuid` : undefined,
    );
  }

  @Query(() => NotificationPreferencesType, {
    nullable: true,
    description: 'Vos préférences de notification ; celles par défaut tant que rien n’est réglé.',
  })
  notificationPreferences(@Ctx() context: Context) {
    const own = globalId('Account', context.viewer.accountId ?? '');
    return readComputed<PreferencesView>(context, 'Account', own, preferencesEdge, {});
  }

  @Query(() => [RemindersPreviewType], {
    nullable: true,
    description:
      'Ce que les rappels d’une campagne diraient aujourd’hui, par sujet et destinataires, sans rien envoyer ; null si elle est absente ou cachée. (COORDINATOR)',
  })
  remindersPreview(@Arg('campaignId', () => ID) campaignId: string, @Ctx() context: Context) {
    const edge = remindersPreviewEdge(context.application.reminders);
    return readComputed<RemindersPreviewRow[]>(context, 'Campaign', campaignId, edge, {});
  }

  @Mutation(() => NotificationPreferencesSetPayload, {
    description: 'Dire comment vous voulez être prévenu : langue, heure, jours sans message, sujets. (SELF)',
  })
  notificationPreferencesSet(
    @Arg('input', () => NotificationPreferencesSetInput) input: NotificationPreferencesSetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, setPreferences);
  }
}
