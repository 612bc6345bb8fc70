import { Field, ObjectType } from 'type-graphql';
import { FindingType } from '../findings/finding.type';
import { Node } from '../relay/node';
import { CalendarDateScalar } from '../scalars/scalars';

/** A later audit found again what an action had put right. */
@ObjectType('CorrectiveActionRelapse', {
  implements: Node,
  description: 'Récidive : un audit suivant constate à nouveau ce qu’une action avait corrigé.',
  simpleResolvers: true,
})
export class CorrectiveActionRelapseType extends Node {
  @Field(() => FindingType, { nullable: true, description: 'Constat de l’audit suivant.' })
  finding!: object | null;

  @Field(() => CalendarDateScalar, { description: 'Jour où le rapport de cet audit a été émis.' })
  relapsedOn!: string;
}
