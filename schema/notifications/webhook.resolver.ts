import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  countOutward,
  perform,
  performOutward,
  readComputed,
  readConnection,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import {
  createWebhookEndpoint,
  disableWebhookEndpoint,
  enableWebhookEndpoint,
  replayWebhookDelivery,
  rotateWebhookSecret,
  triggerWebhook,
  unreachable,
  updateWebhookEndpoint,
  webhookDryRunEdge,
  type WebhookDryRun,
} from '../../server/notifications/webhooks';
import { PageArgs } from '../relay/connection';
import { payloadOf } from '../relay/write';
import {
  WebhookDeliveryType,
  WebhookDryRunType,
  WebhookEndpointConnection,
  WebhookEndpointType,
  WebhookSecretType,
} from './webhook-endpoint.type';
import { WEBHOOK_TOPIC } from './webhook-words';
import {
  WebhookDeliveryReplayInput,
  WebhookEndpointCreateInput,
  WebhookEndpointDisableInput,
  WebhookEndpointEnableInput,
  WebhookEndpointUpdateInput,
  WebhookSecretRotateInput,
  WebhookTriggerInput,
} from './webhook.inputs';

const WITH_SECRET = {
  webhookEndpoint: () => WebhookEndpointType,
  webhookSecret: () => WebhookSecretType,
};
const CreatePayload = payloadOf('WebhookEndpointCreatePayload', WITH_SECRET);
const RotatePayload = payloadOf('WebhookSecretRotatePayload', WITH_SECRET);
const endpointPayload = (act: string) =>
  payloadOf(`${act}Payload`, { webhookEndpoint: () => WebhookEndpointType });
const deliveryPayload = (act: string) =>
  payloadOf(`${act}Payload`, { webhookDelivery: () => WebhookDeliveryType });
const UpdatePayload = endpointPayload('WebhookEndpointUpdate');
const EnablePayload = endpointPayload('WebhookEndpointEnable');
const DisablePayload = endpointPayload('WebhookEndpointDisable');
const ReplayPayload = deliveryPayload('WebhookDeliveryReplay');
const TriggerPayload = deliveryPayload('WebhookTrigger');

const nothingToAsk = (): Promise<null> => Promise.resolve(null);

/** Programs that are told of what happens. */
@Resolver()
export class WebhookResolver {
  @Query(() => WebhookEndpointConnection, {
    nullable: true,
    description: 'Vos points d’accès : ceux des services que vous gérez, et les vôtres comme coordination.',
  })
  webhookEndpoints(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => WebhookDryRunType, {
    nullable: true,
    description: 'Ce qu’un de vos points d’accès recevrait d’un sujet, à la lettre ; rien ne part.',
  })
  webhookDryRun(
    @Arg('webhookEndpointId', () => ID) webhookEndpointId: string,
    @Arg('topic', () => WEBHOOK_TOPIC) topic: string,
    @Ctx() context: Context,
  ) {
    countOutward(context);
    const edge = webhookDryRunEdge(context.application.secretBox);
    return readComputed<WebhookDryRun>(context, 'WebhookEndpoint', webhookEndpointId, edge, { topic });
  }

  @Mutation(() => CreatePayload, {
    description:
      'Ouvrir un point d’accès : d’un service que vous gérez, ou de la coordination. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookEndpointCreate(
    @Arg('input', () => WebhookEndpointCreateInput) input: WebhookEndpointCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { webhooks, secretBox } = context.application;
    return performOutward(
      context,
      info,
      input,
      () => unreachable(input.url, webhooks),
      (uow, _input, refused) => createWebhookEndpoint(uow, input, refused, secretBox),
    );
  }

  @Mutation(() => UpdatePayload, {
    description: 'Changer l’adresse, les sujets ou la description. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookEndpointUpdate(
    @Arg('input', () => WebhookEndpointUpdateInput) input: WebhookEndpointUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { webhooks } = context.application;
    const { url } = input;
    return performOutward(
      context,
      info,
      input,
      () => (url ? unreachable(url, webhooks) : Promise.resolve(null)),
      updateWebhookEndpoint,
    );
  }

  @Mutation(() => EnablePayload, {
    description:
      'Remettre en service ; ce qui a été abandonné peut être rejoué. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookEndpointEnable(
    @Arg('input', () => WebhookEndpointEnableInput) input: WebhookEndpointEnableInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, enableWebhookEndpoint);
  }

  @Mutation(() => DisablePayload, {
    description: 'Désactiver : rien n’est plus envoyé. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookEndpointDisable(
    @Arg('input', () => WebhookEndpointDisableInput) input: WebhookEndpointDisableInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, disableWebhookEndpoint);
  }

  @Mutation(() => RotatePayload, {
    description:
      'Donner un nouveau secret ; l’ancien signe encore à côté le temps du passage. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookSecretRotate(
    @Arg('input', () => WebhookSecretRotateInput) input: WebhookSecretRotateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return perform(context, info, input, (uow) => rotateWebhookSecret(uow, input, secretBox));
  }

  @Mutation(() => ReplayPayload, {
    description: 'Envoyer de nouveau, sous le même identifiant. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookDeliveryReplay(
    @Arg('input', () => WebhookDeliveryReplayInput) input: WebhookDeliveryReplayInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return performOutward(context, info, input, nothingToAsk, replayWebhookDelivery);
  }

  @Mutation(() => TriggerPayload, {
    description: 'Envoyer un message d’essai. (SERVICE_MANAGER, COORDINATOR)',
  })
  webhookTrigger(
    @Arg('input', () => WebhookTriggerInput) input: WebhookTriggerInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return performOutward(context, info, input, nothingToAsk, triggerWebhook);
  }
}
