import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../relay/connection';
import { EdgeField } from '../../relay/edge-field';
import { Node } from '../../relay/node';
import { InstantScalar } from '../../scalars/scalars';
import { CaseReviewConnection } from './case-review.type';
import { CaseSampleType } from './case-sample.type';

/** A record that was drawn. */
@ObjectType('SampledCase', {
  implements: Node,
  description: 'Dossier tiré. A record that was drawn.',
  simpleResolvers: true,
})
export class SampledCaseType extends Node {
  @Field(() => CaseSampleType, { nullable: true })
  caseSample!: object | null;

  @Field(() => Int, { description: 'Place dans le tirage, à partir de 1 ; les remplaçants viennent après.' })
  position!: number;

  @Field(() => String, { description: 'Numéro pseudonyme, que le service sait retrouver.' })
  recordNumber!: string;

  @Field(() => [String], { description: 'Valeurs des strates, dans l’ordre de leurs noms.' })
  strata!: string[];

  @Field(() => SampledCaseType, { nullable: true, description: 'Dossier introuvable qu’il remplace.' })
  replaces!: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi il a été remplacé ; s’il l’a été, il ne compte plus.',
  })
  unavailableReason!: string | null;

  @EdgeField(() => CaseReviewConnection, { description: 'Vos propres avis sur ce dossier.' })
  reviews!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const SampledCaseConnection = connectionOf('SampledCase', () => SampledCaseType);

@InputType('SampledCaseFilter')
class SampledCaseFilter {
  @Field(() => Boolean, { nullable: true, description: 'Dossiers remplacés, ou ceux qui comptent.' })
  isReplaced?: boolean | null;
}

/** The arguments of a list of drawn records. */
@ArgsType()
export class SampledCasesArgs extends PageArgs {
  @Field(() => SampledCaseFilter, { nullable: true })
  filter?: SampledCaseFilter | null;
}
