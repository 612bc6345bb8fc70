export { answerSurvey, type SurveyAnswerInput } from './answer-survey';
export { loadSurveys } from './load-surveys';
export { closeSurvey, openSurvey, type SurveyMoveInput, type SurveyOpenInput } from './move-survey';
export {
  surveyResults,
  type SurveyQuestionResult,
  type SurveyRemark,
  type SurveyResults,
  type SurveySideResult,
} from './survey-results';
export { SURVEY_SIDES, type SurveySide } from './survey-words';
export { SURVEY_STATES, surveyStates, type SurveyState } from './survey.states';
export { surveysEdges, surveysReads } from './surveys.queries';
