import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Audience, TopicCode } from '../../server/notifications';
import { PageArgs } from '../relay/connection';
import { NOTIFICATION_AUDIENCE, NOTIFICATION_TOPIC } from './notification-words';

@InputType('DeliveryFilter')
export class DeliveryFilter {
  @Field(() => [NOTIFICATION_TOPIC], { nullable: true, description: 'Seulement ces sujets.' })
  topics?: TopicCode[] | null;

  @Field(() => [NOTIFICATION_AUDIENCE], { nullable: true, description: 'Seulement à ces titres.' })
  audiences?: Audience[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement pour ces audits.' })
  @ArrayMaxSize(200)
  auditIds?: string[] | null;
}

/** The arguments of a list of deliveries. */
@ArgsType()
export class DeliveriesArgs extends PageArgs {
  @Field(() => DeliveryFilter, { nullable: true })
  filter?: DeliveryFilter | null;
}

/** The same for all that one may see. */
@ArgsType()
export class AllDeliveriesArgs extends DeliveriesArgs {
  @Field(() => Boolean, { nullable: true, description: 'Seulement ce dont vous avez été prévenu.' })
  mine?: boolean | null;
}
