import type { Ask } from '../database/read-model';
import { wilson, type Interval } from '../measures';
import type { LocalisedText } from '../templates';
import { LOT_IS_FULL } from './answer-survey';
import type { SurveyFile } from './survey-file';
import { SURVEY_SIDES, type SurveySide } from './survey-words';

/** What is answered to one question. */
export interface SurveyQuestionResult {
  code: string;
  text: LocalisedText;
  /** How many gave 1, 2, 3, 4 and 5. */
  counts: number[];
  /** How many gave 4 or 5, as a share from 0 to 1 with its Wilson interval at 95 %. */
  favourable: number;
  interval: Interval;
}

/** What one side has answered. */
export interface SurveySideResult {
  side: SurveySide;
  /** In full lots: never fewer than five people about five services. */
  answerCount: number;
  questions: SurveyQuestionResult[];
}

/** The results of a campaign's survey; a side without a full lot stands in them with nothing. */
export interface SurveyResults {
  surveyId: string;
  sides: SurveySideResult[];
}

/**
 * Full lots of a survey ($1), without those that hold a service with which the reader has a tie ($2): lots are the same for
 * everybody and never change once they are full, so that of two results one is never the other and a single answer more.
 */
const FULL_LOTS = `
  select p.side, p.lot from survey_participation p
  where p.survey_id = $1 group by p.side, p.lot
  having ${LOT_IS_FULL} and not bool_or(p.audited_service_id = any($2::uuid[]))`;

const COUNTS = `
  with shown as (${FULL_LOTS})
  select a.side, r.key as code, r.value::int as value, count(*)::int as count
  from survey_answer a join shown l on l.side = a.side and l.lot = a.lot
  cross join lateral jsonb_each_text(a.ratings) r
  where a.survey_id = $1
  group by a.side, r.key, r.value`;

const REMARKS = `
  with shown as (${FULL_LOTS})
  select a.side, a.remark as text from survey_answer a join shown l on l.side = a.side and l.lot = a.lot
  where a.survey_id = $1 and a.remark is not null
  order by a.side, md5(a.id::text)`;

/**
 * What services and teams think of the audits of a campaign.
 * @param sql sees every answer
 * @param tiedServices UUIDs of services whose lots are left out; none for a synthesis, which is nobody's in particular
 * @returns null when the campaign has no survey
 */
export async function surveyResults(
  sql: Ask,
  campaignId: string,
  tiedServices: readonly string[] = [],
): Promise<SurveyResults | null> {
  const [survey] = await sql<{ id: string; form: SurveyFile }>(
    `select s.id, f.content as form from survey s join survey_form f on f.id = s.survey_form_id
     where s.campaign_id = $1`,
    [campaignId],
  );
  if (!survey) return null;
  const counted = await sql<{ side: SurveySide; code: string; value: number; count: number }>(COUNTS, [
    survey.id,
    tiedServices,
  ]);
  const countOf = (side: SurveySide, code: string, value: number): number =>
    counted.find((row) => row.side === side && row.code === code && row.value === value)?.count ?? 0;
  return {
    surveyId: survey.id,
    sides: SURVEY_SIDES.map((side) => {
      const questions = survey.form.sides[side].questions.flatMap(({ code, text }) => {
        const counts = [1, 2, 3, 4, 5].map((value) => countOf(side, code, value));
        const all = counts.reduce((sum, count) => sum + count, 0);
        const favourable = (counts[3] ?? 0) + (counts[4] ?? 0);
        const interval = wilson(favourable, all);
        if (!interval) return [];
        return [{ code, text, counts, favourable: favourable / all, interval }];
      });
      const answerCount = questions[0]?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
      return { side, answerCount, questions };
    }),
  };
}

/** A remark, whoever wrote it. */
export interface SurveyRemark {
  side: SurveySide;
  text: string;
}

/**
 * The remarks of full lots of a closed survey, in an order that says nothing.
 * @param sql sees every answer
 * @param tiedServices UUIDs of services whose lots are left out
 */
export async function surveyRemarks(
  sql: Ask,
  surveyId: string,
  tiedServices: readonly string[],
): Promise<SurveyRemark[]> {
  const [closed] = await sql<unknown>(`select 1 from survey where id = $1 and state = 'CLOSED'`, [surveyId]);
  return closed ? sql<SurveyRemark>(REMARKS, [surveyId, tiedServices]) : [];
}
