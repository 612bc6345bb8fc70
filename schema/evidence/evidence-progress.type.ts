import { Field, Int, ObjectType } from 'type-graphql';

/** How far the requests of an audit are. */
@ObjectType('EvidenceProgress', {
  description:
    'Où en sont les demandes de preuves d’un audit ; celles qui sont retirées ne comptent pas. How far the requests of an audit are.',
  simpleResolvers: true,
})
export class EvidenceProgressType {
  @Field(() => Int, { description: 'Sans réponse.' })
  openCount!: number;

  @Field(() => Int, { description: 'Répondues, à juger.' })
  answeredCount!: number;

  @Field(() => Int, { description: 'Acceptées.' })
  acceptedCount!: number;

  @Field(() => Int, { description: 'Rejetées : le service peut répondre à nouveau.' })
  rejectedCount!: number;

  @Field(() => Int, { description: 'Sans réponse ou rejetées, échéance passée.' })
  overdueCount!: number;
}
