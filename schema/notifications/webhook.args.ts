import { ArgsType, Field, InputType } from 'type-graphql';
import type { WebhookDeliveryState } from '../../server/notifications/webhooks';
import { PageArgs } from '../relay/connection';
import { WEBHOOK_DELIVERY_STATE } from './webhook-words';

@InputType('WebhookDeliveryFilter')
class WebhookDeliveryFilter {
  @Field(() => [WEBHOOK_DELIVERY_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: WebhookDeliveryState[] | null;
}

/** A page of deliveries. */
@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => WebhookDeliveryFilter, { nullable: true })
  filter?: WebhookDeliveryFilter | null;
}
