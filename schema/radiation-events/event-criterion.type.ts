import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';

/** A criterion by which events are declared. */
@ObjectType('EventCriterion', {
  implements: Node,
  description:
    'Critère de déclaration d’un événement significatif (guide n° 11 de l’ASN). A criterion by which events are declared.',
  simpleResolvers: true,
})
export class EventCriterionType extends Node {
  @Field(() => String, { description: 'Numéro du critère, par exemple 2.2.' })
  code!: string;

  @LocalisedField({ description: 'Intitulé.' })
  label!: string;

  @Field(() => String)
  labelFr!: string;

  @Field(() => String)
  labelEn!: string;

  @Field(() => String, { description: 'Niveau de vérification de l’intitulé.' })
  verificationLevel!: string;
}

export const EventCriterionConnection = connectionOf('EventCriterion', () => EventCriterionType);
