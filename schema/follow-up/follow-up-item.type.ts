import { Field, Int, ObjectType } from 'type-graphql';
import { FOLLOW_UP_OUTCOMES, type FollowUpOutcome } from '../../server/follow-up';
import { CorrectiveActionType } from '../corrective-actions/corrective-action.type';
import { EvidenceType } from '../evidence/evidence.type';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** What became of an action. */
export const FOLLOW_UP_OUTCOME = enumeration(
  FOLLOW_UP_OUTCOMES,
  'FollowUpOutcome',
  'Ce qu’est devenue une action.',
  {
    STILL_EFFECTIVE: 'Toujours en place et efficace.',
    CHANGED: 'Remplacée ou changée, sans perte d’effet.',
    LAPSED: 'Abandonnée ou sans effet : à reprendre.',
  },
);

/** One action in a documentary follow-up. */
@ObjectType('FollowUpItem', {
  implements: Node,
  description: 'Une action dans un suivi documentaire : ce que le service en dit, ce qui en est conclu.',
  simpleResolvers: true,
})
export class FollowUpItemType extends Node {
  @Field(() => String, { description: 'Intitulé de l’action.' })
  subject!: string;

  @Field(() => CorrectiveActionType, {
    nullable: true,
    description: 'L’action, pour ceux qui voient l’audit.',
  })
  correctiveAction!: object | null;

  @Field(() => FOLLOW_UP_OUTCOME, { description: 'Ce que dit le service.' })
  outcome!: FollowUpOutcome;

  @Field(() => String, { description: 'Comment le service le montre.' })
  statement!: string;

  @Field(() => EvidenceType, { nullable: true, description: 'Preuve jointe, du même audit.' })
  evidence!: object | null;

  @Field(() => FOLLOW_UP_OUTCOME, { nullable: true, description: 'Conclusion du relecteur.' })
  conclusion!: FollowUpOutcome | null;

  @Field(() => String, { nullable: true, description: 'Raison de la conclusion.' })
  conclusionReason!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Quand le relecteur a conclu.' })
  concludedAt!: string | null;

  @Field(() => Int)
  version!: number;
}
