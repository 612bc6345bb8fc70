import { Field, Int, ObjectType } from 'type-graphql';
import type { OutsideBody, OutsideRecommendationState } from '../../server/outside-recommendations';
import type { SurveySide } from '../../server/surveys';
import {
  OUTSIDE_BODY,
  OUTSIDE_RECOMMENDATION_STATE,
} from '../outside-recommendations/outside-recommendation.type';
import { SURVEY_SIDE } from '../surveys/survey.type';
import { SynthesisEstimateType } from './figures.type';

/** What is answered to one question of the survey. */
@ObjectType('SynthesisSurveyQuestion', {
  description: 'Réponses à une question de l’enquête. Answers to one question of the survey.',
  simpleResolvers: true,
})
class SynthesisSurveyQuestionType {
  @Field(() => String, { description: 'Code de la question.' })
  code!: string;

  @Field(() => String, { description: 'Énoncé.' })
  text!: string;

  @Field(() => [Int], { description: 'Combien ont donné 1, 2, 3, 4 et 5.' })
  counts!: number[];

  @Field(() => SynthesisEstimateType, { description: 'Part de 4 et de 5.' })
  favourable!: SynthesisEstimateType;
}

/** What one side thinks of the audits. */
@ObjectType('SynthesisSurveySide', {
  description: 'Ce que pensent des audits les services, ou les équipes. What one side thinks of the audits.',
  simpleResolvers: true,
})
export class SynthesisSurveySideType {
  @Field(() => SURVEY_SIDE, { description: 'Qui a répondu.' })
  side!: SurveySide;

  @Field(() => Int, { description: 'Réponses, par lots complets.' })
  answers!: number;

  @Field(() => [SynthesisSurveyQuestionType], { description: 'Question par question.' })
  questions!: SynthesisSurveyQuestionType[];
}

/** A practice that a service shares. */
@ObjectType('SynthesisPractice', {
  description: 'Pratique remarquable qu’un service partage. A practice that a service shares.',
  simpleResolvers: true,
})
export class SynthesisPracticeType {
  @Field(() => String, { nullable: true, description: 'Code du critère.' })
  criterion!: string | null;

  @Field(() => String, { description: 'La pratique, dans les mots que le service a acceptés.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Nom du service, s’il veut être nommé.' })
  service!: string | null;
}

/** What the programme recommends to a body outside. */
@ObjectType('SynthesisRecommendation', {
  description: 'Recommandation à un organisme extérieur. A recommendation to a body outside.',
  simpleResolvers: true,
})
export class SynthesisRecommendationType {
  @Field(() => OUTSIDE_BODY, { description: 'À qui.' })
  body!: OutsideBody;

  @Field(() => String, { nullable: true, description: 'Son nom.' })
  bodyName!: string | null;

  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Field(() => String, { description: 'Texte.' })
  text!: string;

  @Field(() => OUTSIDE_RECOMMENDATION_STATE, { description: 'Où elle en était à la préparation.' })
  state!: OutsideRecommendationState;
}
