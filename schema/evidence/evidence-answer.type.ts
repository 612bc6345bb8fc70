import { Field, Int, ObjectType } from 'type-graphql';
import type { AnswerVerdict } from '../../server/evidence';
import { AuditorType } from '../auditors/auditor.type';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { EvidenceRequestType } from './evidence-request.type';
import { ANSWER_VERDICT } from './evidence-words';
import { EvidenceType } from './evidence.type';

/** What the service gives to a request, and what was made of it. */
@ObjectType('EvidenceAnswer', {
  implements: Node,
  description:
    'Réponse du service à une demande de preuve, et la suite qui lui a été donnée. What the service gives to a request.',
  simpleResolvers: true,
})
export class EvidenceAnswerType extends Node {
  @Field(() => EvidenceRequestType, { nullable: true, description: 'Demande à laquelle elle répond.' })
  request!: object | null;

  @Field(() => Int, { description: 'Numéro dans la demande, à partir de 1 ; la dernière compte.' })
  number!: number;

  @Field(() => [EvidenceType], {
    description: 'Preuves données ; une preuve peut servir plusieurs réponses.',
  })
  evidence!: object[];

  @Field(() => String, { nullable: true, description: 'Ce que le service en dit.' })
  remark!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Ce que le service ne peut pas encore donner : la réponse est partielle.',
  })
  missing!: string | null;

  @Field(() => ANSWER_VERDICT, { nullable: true, description: 'Null tant que l’équipe n’a pas tranché.' })
  verdict!: AnswerVerdict | null;

  @Field(() => String, { nullable: true, description: 'Raison de la suite donnée.' })
  verdictReason!: string | null;

  @Field(() => AuditorType, { nullable: true, description: 'Qui a tranché (pour l’équipe).' })
  decidedBy!: object | null;

  @Field(() => InstantScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => InstantScalar, { description: 'Quand elle a été donnée d’abord.' })
  answeredAt!: string;

  @Field(() => Int)
  version!: number;
}
