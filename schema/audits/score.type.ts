import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { GradeStage } from '../../server/audits';
import { declareEdge } from '../relay/edge-field';
import { SectionType } from '../templates/section.type';
import { GRADE_STAGE } from './grade-words';

/** How far a section conforms. */
@ObjectType('SectionScore', {
  description:
    'Score d’un chapitre, pour se situer ; jamais un seuil, jamais un rang. How far a section conforms; never a pass mark, never a rank.',
  simpleResolvers: true,
})
export class SectionScoreType {
  @Field(() => SectionType, { nullable: true })
  section!: object | null;

  @Field(() => GRADE_STAGE)
  stage!: GradeStage;

  @Field(() => Float, {
    nullable: true,
    description:
      'Σ(poids × cotation) / Σ(poids), de 0 à 1 : conforme 1, partiel 0,5, non conforme 0 ; null si aucun critère ne compte.',
  })
  score!: number | null;

  @Field(() => Int, { description: 'Critères cotés.' })
  gradedCount!: number;

  @Field(() => Int, { description: 'Critères cotés qui comptent : ni non applicables, ni non évalués.' })
  applicableCount!: number;
}

@ArgsType()
class ScoresArgs {
  @Field(() => GRADE_STAGE, {
    description: 'SELF ou CONSENSUS ; les cotations d’un seul auditeur n’ont pas de score.',
  })
  stage!: GradeStage;
}

/** Declares `scores(stage)` of an audit; its read model serves it under the same name. */
export function ScoresField(): PropertyDecorator {
  return declareEdge(() => [SectionScoreType], {
    description: 'Scores par chapitre, là où vous pouvez lire les cotations ; sinon vide.',
    args: ScoresArgs,
  });
}
