import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { GradeStage, GradeValue } from '../../server/audits';
import { PageArgs } from '../relay/connection';
import { GRADE_STAGE, GRADE_VALUE } from './grade-words';

@InputType('GradeFilter')
export class GradeFilter {
  @Field(() => [GRADE_STAGE], { nullable: true })
  stages?: GradeStage[] | null;

  @Field(() => [GRADE_VALUE], { nullable: true })
  values?: GradeValue[] | null;

  @Field(() => [ID], { nullable: true })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @ArrayMaxSize(200)
  sectionIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Consensus acceptés, ou tout ce qui ne l’est pas.' })
  isAgreed?: boolean | null;
}

/** The arguments of a list of grades. */
@ArgsType()
export class GradesArgs extends PageArgs {
  @Field(() => GradeFilter, { nullable: true })
  filter?: GradeFilter | null;
}
