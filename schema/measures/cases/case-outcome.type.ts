import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Disagreement, OutcomeBasis } from '../../../server/measures';
import { connectionOf, PageArgs } from '../../relay/connection';
import { Node } from '../../relay/node';
import { InstantScalar } from '../../scalars/scalars';
import { CriterionType } from '../../templates/criterion.type';
import { CaseSampleType } from './case-sample.type';
import { CASE_BASIS, DISAGREEMENT } from './case-words';
import { SampledCaseType } from './sampled-case.type';

/** What the team holds of one record on one criterion. */
@ObjectType('CaseOutcome', {
  implements: Node,
  description:
    'Résultat d’un dossier sur un critère, une fois jugé par deux auditeurs. What the team holds of a record.',
  simpleResolvers: true,
})
export class CaseOutcomeType extends Node {
  @Field(() => CaseSampleType, { nullable: true })
  caseSample!: object | null;

  @Field(() => SampledCaseType, { nullable: true })
  sampledCase!: object | null;

  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => CASE_BASIS, { nullable: true, description: 'Null tant que le désaccord n’est pas tranché.' })
  basis!: OutcomeBasis | null;

  @Field(() => String, { nullable: true, description: 'Valeur retenue ; null tant que rien ne l’est.' })
  value!: string | null;

  @Field(() => [String], { description: 'Les deux cotes, sans noms, par ordre alphabétique.' })
  ratings!: string[];

  @Field(() => DISAGREEMENT, { nullable: true, description: 'Null si les deux ont jugé de même.' })
  disagreement!: Disagreement | null;

  @Field(() => [String], { description: 'Remarques des deux auditeurs, sans noms.' })
  remarks!: string[];

  @Field(() => String, { nullable: true, description: 'Ce qu’un auditeur propose à l’autre.' })
  proposedValue!: string | null;

  @Field(() => Boolean, { description: 'La proposition est la vôtre.' })
  isOwnProposal!: boolean;

  @Field(() => String, { nullable: true, description: 'Raison de la proposition ou de l’arbitrage.' })
  decisionRemark!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => Int)
  version!: number;
}

export const CaseOutcomeConnection = connectionOf('CaseOutcome', () => CaseOutcomeType);

@InputType('CaseOutcomeFilter')
class CaseOutcomeFilter {
  @Field(() => Boolean, { nullable: true, description: 'Désaccords à trancher, ou tout le reste.' })
  isOpen?: boolean | null;

  @Field(() => [ID], { nullable: true })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;
}

/** The arguments of a list of outcomes. */
@ArgsType()
export class CaseOutcomesArgs extends PageArgs {
  @Field(() => CaseOutcomeFilter, { nullable: true })
  filter?: CaseOutcomeFilter | null;
}
