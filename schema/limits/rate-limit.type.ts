import { Field, Int, ObjectType } from 'type-graphql';
import { InstantScalar } from '../scalars/scalars';

/** How much of the present minute a caller has used. */
@ObjectType('RateLimit', {
  description:
    'Points de la minute en cours : un point par requête et par centaine d’objets demandés ; par compte, ou par adresse pour qui n’est pas connecté. Rate limit.',
  simpleResolvers: true,
})
export class RateLimitType {
  @Field(() => Int, { description: 'Points par minute.' })
  limit!: number;

  @Field(() => Int, { description: 'Points que cette requête a pris.' })
  cost!: number;

  @Field(() => Int, { description: 'Points qui restent jusqu’à la fin de la minute.' })
  remaining!: number;

  @Field(() => InstantScalar, { description: 'Fin de la minute : tous les points reviennent.' })
  resetAt!: string;
}
