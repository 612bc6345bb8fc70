import { Field, ObjectType } from 'type-graphql';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';

/** A longer waiver that the service asks for. */
@ObjectType('WaiverExtension', {
  implements: Node,
  description: 'Prolongation demandée d’une dérogation qui court.',
  simpleResolvers: true,
})
export class WaiverExtensionType extends Node {
  @Field(() => String)
  reason!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour demandé.' })
  expiresOn!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}
