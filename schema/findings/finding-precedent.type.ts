import { Field, Int, ObjectType } from 'type-graphql';
import type { CorrectiveActionState, EffectVerdict } from '../../server/corrective-actions';
import type { FindingKind, FindingSeverity } from '../../server/findings';
import { CORRECTIVE_ACTION_STATE } from '../corrective-actions/corrective-action-words';
import { EFFECT_VERDICT } from '../corrective-actions/effectiveness-check.type';
import { CalendarDateScalar } from '../scalars/scalars';
import { FINDING_KIND, FINDING_SEVERITY } from './finding-words';

/** An action on what an earlier audit had found. */
@ObjectType('PrecedentAction', {
  description: 'Action corrective d’un audit antérieur, et ce qui en est advenu.',
  simpleResolvers: true,
})
export class PrecedentActionType {
  @Field(() => String, { description: 'Ce qui devait être fait.' })
  title!: string;

  @Field(() => CORRECTIVE_ACTION_STATE)
  state!: CorrectiveActionState;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Jour de la vérification.' })
  verifiedOn!: string | null;

  @Field(() => EFFECT_VERDICT, { nullable: true, description: 'Dernier jugement de son efficacité.' })
  verdict!: EffectVerdict | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Jour de ce jugement.' })
  judgedOn!: string | null;
}

/** What an earlier audit found on the same criterion. */
@ObjectType('FindingPrecedent', {
  description: 'Constat d’un audit antérieur du même service, sur le même critère ou celui dont il vient.',
  simpleResolvers: true,
})
export class FindingPrecedentType {
  @Field(() => String, { description: 'Référence de l’audit antérieur.' })
  auditReference!: string;

  @Field(() => CalendarDateScalar, { description: 'Émission de son rapport.' })
  reportIssuedOn!: string;

  @Field(() => String, { description: 'Code du critère d’alors.' })
  criterionCode!: string;

  @Field(() => Int, { description: 'Numéro du constat dans cet audit.' })
  number!: number;

  @Field(() => FINDING_KIND)
  kind!: FindingKind;

  @Field(() => FINDING_SEVERITY, { nullable: true })
  severity!: FindingSeverity | null;

  @Field(() => String, { description: 'Le constat, tel qu’il figure au rapport.' })
  statement!: string;

  @Field(() => Boolean, {
    description: 'Faux si l’échelle du critère a changé depuis : il ne demande plus la même chose.',
  })
  isComparable!: boolean;

  @Field(() => [PrecedentActionType], { description: 'Actions correctives d’alors.' })
  actions!: PrecedentActionType[];
}
