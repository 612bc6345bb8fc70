import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readById, type Context, type SelectionInfo } from '../../server/graphql';
import { answerSurvey, closeSurvey, openSurvey } from '../../server/surveys';
import { payloadOf } from '../relay/write';
import { SurveyAnswerInput, SurveyCloseInput, SurveyOpenInput } from './survey.inputs';
import { SurveyType } from './survey.type';

const SurveyOpenPayload = payloadOf('SurveyOpenPayload', { survey: () => SurveyType });
const SurveyClosePayload = payloadOf('SurveyClosePayload', { survey: () => SurveyType });
const SurveyAnswerPayload = payloadOf('SurveyAnswerPayload', { survey: () => SurveyType });

/** Satisfaction surveys: opened, answered without a name, closed. */
@Resolver()
export class SurveyResolver {
  @Query(() => SurveyType, {
    nullable: true,
    description: 'Une enquête ; null si elle est absente ou cachée.',
  })
  survey(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Survey', id, info);
  }

  @Mutation(() => SurveyOpenPayload, {
    description: 'Ouvrir l’enquête d’une campagne. (COORDINATOR)',
  })
  surveyOpen(
    @Arg('input', () => SurveyOpenInput) input: SurveyOpenInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, openSurvey);
  }

  @Mutation(() => SurveyClosePayload, {
    description: 'Clore l’enquête d’une campagne close. (COORDINATOR)',
  })
  surveyClose(
    @Arg('input', () => SurveyCloseInput) input: SurveyCloseInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, closeSurvey);
  }

  @Mutation(() => SurveyAnswerPayload, {
    description:
      'Donner son avis sur un audit dont le rapport est émis, une fois, sans son nom. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR, SERVICE_READER, TEAM)',
  })
  surveyAnswer(
    @Arg('input', () => SurveyAnswerInput) input: SurveyAnswerInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, answerSurvey);
  }
}
