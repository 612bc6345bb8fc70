import { Field, Int, ObjectType } from 'type-graphql';
import { EFFECT_VERDICTS, type EffectVerdict } from '../../server/corrective-actions';
import { EvidenceType } from '../evidence/evidence.type';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CalendarDateScalar } from '../scalars/scalars';

/** Verdicts on the effect of an action. */
export const EFFECT_VERDICT = enumeration(
  EFFECT_VERDICTS,
  'EffectVerdict',
  'Jugement sur l’efficacité d’une action.',
  {
    EFFECTIVE: 'Efficace : ce qui avait été constaté n’est plus.',
    NOT_EFFECTIVE: 'Sans effet : l’action est à reprendre.',
  },
);

/** One look at the effect of an action. */
@ObjectType('EffectivenessCheck', {
  implements: Node,
  description: 'Vérification de l’efficacité d’une action corrective.',
  simpleResolvers: true,
})
export class EffectivenessCheckType extends Node {
  @Field(() => Int, { description: 'Numéro de la reprise, à partir de 1.' })
  round!: number;

  @Field(() => CalendarDateScalar, { description: 'Jour à partir duquel elle se juge.' })
  dueOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Jour du jugement.' })
  judgedOn!: string | null;

  @Field(() => EFFECT_VERDICT, { nullable: true, description: 'Null tant que rien n’est jugé.' })
  verdict!: EffectVerdict | null;

  @Field(() => String, { nullable: true, description: 'Ce qui le montre.' })
  reason!: string | null;

  @Field(() => EvidenceType, { nullable: true, description: 'Preuve jointe, du même audit.' })
  evidence!: object | null;
}
