import type { Ask } from '../database/read-model';
import { wilson, type Interval } from '../measures';
import type { LocalisedText } from '../templates';
import { FULL_LOTS } from './full-lots';
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
  /** In full lots: never fewer than six people about six services. */
  answerCount: number;
  questions: SurveyQuestionResult[];
}

/** The results of a campaign's survey; a side without a full lot stands in them with nothing. */
export interface SurveyResults {
  surveyId: string;
  sides: SurveySideResult[];
}

/**
 * Full lots of surveys ($1), without those that hold a service with which the reader has a tie ($2): lots are the same for
 * everybody and never change once they are full, so that of two results one is never the other and a single answer more.
 */
const SHOWN_LOTS = `
  select l.survey_id, l.side, l.lot from (${FULL_LOTS}) l
  where not exists (
    select 1 from survey_participation p where p.survey_id = l.survey_id and p.side = l.side and p.lot = l.lot
      and p.audited_service_id = any($2::uuid[])
  )`;

const COUNTS = `
  with shown as (${SHOWN_LOTS})
  select a.survey_id as "surveyId", a.side, r.key as code, r.value::int as value, count(*)::int as count
  from survey_answer a join shown l on l.survey_id = a.survey_id and l.side = a.side and l.lot = a.lot
  cross join lateral jsonb_each_text(a.ratings) r
  group by a.survey_id, a.side, r.key, r.value`;

const REMARKS = `
  with shown as (${SHOWN_LOTS})
  select a.survey_id as "surveyId", a.side, a.remark as text
  from survey_answer a join shown l on l.survey_id = a.survey_id and l.side = a.side and l.lot = a.lot
  join survey s on s.id = a.survey_id and s.state = 'CLOSED'
  where a.remark is not null
  order by a.survey_id, a.side, md5(a.id::text)`;

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
  return (await surveysResults(sql, [campaignId], tiedServices)).get(campaignId) ?? null;
}

interface Counted {
  surveyId: string;
  side: SurveySide;
  code: string;
  value: number;
  count: number;
}

/** The same for several campaigns, by their ids and in two statements; one without a survey is left out. */
export async function surveysResults(
  sql: Ask,
  campaignIds: readonly string[],
  tiedServices: readonly string[],
): Promise<Map<string, SurveyResults>> {
  const surveys = await sql<{ id: string; campaignId: string; form: SurveyFile }>(
    `select s.id, s.campaign_id as "campaignId", f.content as form
     from survey s join survey_form f on f.id = s.survey_form_id
     where s.campaign_id = any($1::uuid[])`,
    [campaignIds],
  );
  if (surveys.length === 0) return new Map();
  const counted = await sql<Counted>(COUNTS, [surveys.map(({ id }) => id), tiedServices]);
  return new Map(
    surveys.map(({ id, campaignId, form }) => {
      const own = counted.filter(({ surveyId }) => surveyId === id);
      return [campaignId, { surveyId: id, sides: sidesOf(form, own) }];
    }),
  );
}

function sidesOf(form: SurveyFile, counted: readonly Counted[]): SurveySideResult[] {
  const countOf = (side: SurveySide, code: string, value: number): number =>
    counted.find((row) => row.side === side && row.code === code && row.value === value)?.count ?? 0;
  return SURVEY_SIDES.map((side) => {
    const questions = form.sides[side].questions.flatMap(({ code, text }) => {
      const counts = [1, 2, 3, 4, 5].map((value) => countOf(side, code, value));
      const all = counts.reduce((sum, count) => sum + count, 0);
      const favourable = (counts[3] ?? 0) + (counts[4] ?? 0);
      const interval = wilson(favourable, all);
      if (!interval) return [];
      return [{ code, text, counts, favourable: favourable / all, interval }];
    });
    const answerCount = questions[0]?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
    return { side, answerCount, questions };
  });
}

/** A remark, whoever wrote it. */
export interface SurveyRemark {
  side: SurveySide;
  text: string;
}

/**
 * The remarks of full lots of closed surveys, by survey and in an order that says nothing.
 * @param sql sees every answer
 * @param tiedServices UUIDs of services whose lots are left out
 */
export async function surveyRemarks(
  sql: Ask,
  surveyIds: readonly string[],
  tiedServices: readonly string[],
): Promise<Map<string, SurveyRemark[]>> {
  const found = await sql<SurveyRemark & { surveyId: string }>(REMARKS, [surveyIds, tiedServices]);
  const remarks = new Map<string, SurveyRemark[]>();
  for (const { surveyId, ...remark } of found)
    remarks.set(surveyId, [...(remarks.get(surveyId) ?? []), remark]);
  return remarks;
}
