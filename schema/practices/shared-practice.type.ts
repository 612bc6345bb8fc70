import { Field, Int, ObjectType } from 'type-graphql';
import { SHARED_PRACTICE_STATES, type SharedPracticeState } from '../../server/practices';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { FindingType } from '../findings/finding.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CriterionType } from '../templates/criterion.type';

/** States of a shared practice. */
export const SHARED_PRACTICE_STATE = enumeration(
  SHARED_PRACTICE_STATES,
  'SharedPracticeState',
  'État d’une pratique partagée.',
  { SHARED: 'Partagée.', WITHDRAWN: 'Consentement retiré : le service seul la voit.' },
);

/** A remarkable practice as its service shares it. */
@ObjectType('SharedPractice', {
  implements: Node,
  description:
    'Pratique remarquable qu’un service partage, dans ses mots. A remarkable practice as its service shares it.',
  simpleResolvers: true,
})
export class SharedPracticeType extends Node {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => AuditedServiceType, {
    nullable: true,
    description: 'Le service, s’il a voulu être nommé.',
  })
  auditedService!: object | null;

  @Field(() => FindingType, { nullable: true, description: 'Constat dont elle vient (pour le service).' })
  finding!: object | null;

  @Field(() => SHARED_PRACTICE_STATE)
  state!: SharedPracticeState;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: 'Le service a voulu être nommé.' })
  isNamed!: boolean;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;
}

export const SharedPracticeConnection = connectionOf('SharedPractice', () => SharedPracticeType);
