import { Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireSurvey } from './require-survey';
import { SURVEY_SIDES } from './survey-words';
import { Survey } from './survey.entity';
import { surveyStates } from './survey.states';

/** For which campaign. */
export interface SurveyOpenInput {
  id?: string | null;
  campaignId: string;
}

/** Which survey, as it was read. */
export interface SurveyMoveInput {
  surveyId: string;
  expectedVersion: number;
}

/** The survey that follows a report. */
const FORM = 'AFTER-REPORT';

/**
 * Opens the survey of a campaign, with the newest version of the questions; they stay the same until it closes.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CAMPAIGN_NOT_RUNNING, ALREADY_EXISTS, ID_TAKEN
 */
export async function openSurvey(uow: UnitOfWork, input: SurveyOpenInput): Promise<{ survey: string }> {
  const act = 'surveyOpen';
  const path = ['input', 'campaignId'];
  const campaign = await uow.require(Campaign, input.campaignId, path);
  authorise(uow, act);
  if (campaign.state !== 'RUNNING' && campaign.state !== 'CLOSED') refuse('CAMPAIGN_NOT_RUNNING', path);
  const [form] = await uow.sql<{ id: string }>(
    'select id from survey_form where code = $1 order by number desc limit 1',
    [FORM],
  );
  if (!form) throw new Error(`no survey ${FORM} was loaded`);
  const survey = await uow.insert(Survey, {
    ...(input.id ? { id: input.id } : {}),
    campaignId: campaign.id,
    surveyFormId: form.id,
    state: surveyStates.initial,
    openedById: uow.viewer.accountId,
  });
  uow.record({ act, objectType: 'Survey', objectId: survey, campaignId: campaign.id });
  return { survey };
}

/**
 * Closes a survey for good, once its campaign is closed; from now on the coordination reads the remarks of full lots. Answers
 * whose lot never filled are never shown, and are laid in an order of their own like the others.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, CAMPAIGN_NOT_CLOSED
 */
export async function closeSurvey(uow: UnitOfWork, input: SurveyMoveInput): Promise<{ survey: string }> {
  const act = 'surveyClose';
  const { survey, campaignState } = await requireSurvey(uow, input.surveyId, input.expectedVersion);
  authorise(uow, act);
  await uow.move(surveyStates, Survey, survey, act, { campaignState });
  for (const side of SURVEY_SIDES) {
    const [last] = await uow.sql<{ lot: number | null }>(
      'select max(lot) as lot from survey_participation where survey_id = $1 and side = $2',
      [survey.id, side],
    );
    await uow.sql('select app.shuffle_survey_answers($1, $2, $3)', [survey.id, side, last?.lot ?? 0]);
  }
  uow.record({ act, objectType: 'Survey', objectId: survey.id, campaignId: survey.campaignId });
  return { survey: survey.id };
}
