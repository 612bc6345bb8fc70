import { randomUUID } from 'node:crypto';
import { requireAudit, subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { refuseIdentifying } from '../radiation-events';
import { FULL_LOTS } from './full-lots';
import { requireSurvey } from './require-survey';
import type { SurveyFile } from './survey-file';
import { SurveyParticipation } from './survey-participation.entity';
import type { SurveySide } from './survey-words';
import { surveyStates } from './survey.states';

/** From 1 to 5. */
export interface SurveyRatingInput {
  questionCode: string;
  value: number;
}

/** What somebody thinks of an audit. */
export interface SurveyAnswerInput {
  surveyId: string;
  auditId: string;
  /** One for each question of one's side. */
  ratings: readonly SurveyRatingInput[];
  remark?: string | null;
}

/**
 * Somebody of the service or of the team says what he thinks of an audit whose report is out, once. Who has answered is kept
 * in one table, to remind and to refuse a second answer; what was answered in another one, without account, audit or time,
 * and no entry of the trail, no key of idempotency and no log commits to it. A lot of answers is laid in a new order as soon
 * as it is full; until then somebody with the database in his hands could tell by the transaction who gave which. Two accounts of a person are one.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (closed), REPORT_MISSING, SURVEY_ANSWERED,
 *   SURVEY_QUESTION_UNKNOWN, SURVEY_INCOMPLETE, TEXT_IDENTIFIES
 */
export async function answerSurvey(uow: UnitOfWork, input: SurveyAnswerInput): Promise<{ survey: string }> {
  const act = 'surveyAnswer';
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, act, subjectOf(audit));
  // Locked: lots are filled one after the other.
  const { survey } = await requireSurvey(uow, input.surveyId);
  if (survey.campaignId !== audit.campaignId) refuse('NOT_FOUND', ['input', 'surveyId']);
  requireStateOf(surveyStates, survey, ['OPEN']);
  if (audit.reportIssuedAt === null) refuse('REPORT_MISSING', ['input', 'auditId']);
  const side: SurveySide = uow.viewer.services.has(audit.auditedServiceId) ? 'SERVICE' : 'TEAM';
  const [form] = await uow.sql<{ content: SurveyFile }>('select content from survey_form where id = $1', [
    survey.surveyFormId,
  ]);
  if (!form) throw new Error('a survey without questions');
  const ratings = ratingsOf(form.content, side, input.ratings);
  refuseIdentifying(input.remark, ['input', 'remark']);
  if (await hasAnswered(uow, survey.id, audit.id, side)) refuse('SURVEY_ANSWERED');
  const lot = await lotToFill(uow, survey.id, side);
  await uow.insert(SurveyParticipation, {
    surveyId: survey.id,
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    side,
    lot,
    answeredById: uow.viewer.accountId,
  });
  await uow.sql(
    'insert into survey_answer (id, survey_id, side, lot, ratings, remark) values ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), survey.id, side, lot, JSON.stringify(ratings), input.remark?.trim() || null],
  );
  if ((await lotToFill(uow, survey.id, side)) > lot)
    await uow.sql('select app.shuffle_survey_answers($1, $2, $3)', [survey.id, side, lot]);
  uow.record({ act, objectType: 'Survey', objectId: survey.id, campaignId: survey.campaignId });
  return { survey: survey.id };
}

/** A rating for each question of the side, in their order: an order of one's own could tell who it was. */
function ratingsOf(
  form: SurveyFile,
  side: SurveySide,
  given: readonly SurveyRatingInput[],
): Record<string, number> {
  const { questions } = form.sides[side];
  given.forEach(({ questionCode }, index) => {
    const isKnown = questions.some(({ code }) => code === questionCode);
    const isTwice = given.findIndex((rating) => rating.questionCode === questionCode) !== index;
    if (!isKnown || isTwice)
      refuse('SURVEY_QUESTION_UNKNOWN', ['input', 'ratings', String(index), 'questionCode'], {
        known: questions.map(({ code }) => code).join(', '),
      });
  });
  if (given.length < questions.length) refuse('SURVEY_INCOMPLETE', ['input', 'ratings']);
  const values = new Map(given.map(({ questionCode, value }) => [questionCode, value]));
  return Object.fromEntries(questions.map(({ code }) => [code, values.get(code) ?? 0]));
}

/** Whether the actor has answered, under this account or another. */
async function hasAnswered(
  uow: UnitOfWork,
  surveyId: string,
  auditId: string,
  side: SurveySide,
): Promise<boolean> {
  const said = await uow.sql<unknown>(
    `select 1 from survey_participation p join account a on a.id = p.answered_by_id
     where p.survey_id = $1 and p.audit_id = $2 and p.side = $3 and (a.id = $4 or a.person_id = $5)`,
    [surveyId, auditId, side, uow.viewer.accountId, uow.viewer.personId],
  );
  return said.length > 0;
}

/** The lot of a side that the next answer belongs to: the last one, or the one after it when that is full. */
async function lotToFill(uow: UnitOfWork, surveyId: string, side: SurveySide): Promise<number> {
  const [last] = await uow.sql<{ lot: number; isFull: boolean }>(
    `select p.lot, exists (select 1 from (${FULL_LOTS}) l where l.side = $2 and l.lot = p.lot) as "isFull"
     from survey_participation p where p.survey_id = any($1::uuid[]) and p.side = $2 order by p.lot desc limit 1`,
    [[surveyId], side],
  );
  if (!last) return 0;
  return last.isFull ? last.lot + 1 : last.lot;
}
