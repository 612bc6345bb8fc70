import type { Ask } from '../../database/read-model';
import { publishedRecommendations } from '../../outside-recommendations';
import { sharedPractices } from '../../practices';
import { surveyResults } from '../../surveys';
import { round } from '../disclosure/spread';

/**
 * What people say in a synthesis: what they think of the audits (by the rules of surveys: full lots only), practices that
 * services share (named only where they want it), and what the programme recommends to bodies outside.
 * @param codes of the criteria, by id
 */
export async function voicesOf(sql: Ask, campaignId: string, codes: ReadonlyMap<string, string>) {
  const survey = await surveyResults(sql, campaignId);
  const practices = await sharedPractices(sql, campaignId);
  const recommendations = await publishedRecommendations(sql, campaignId);
  return {
    survey: (survey?.sides ?? []).map(({ side, answerCount, questions }) => ({
      side,
      answers: answerCount,
      questions: questions.map(({ code, text, counts, favourable, interval }) => ({
        code,
        text: { fr: text.fr, en: text.en },
        counts,
        favourable: {
          estimate: round(favourable, 2),
          low: round(interval.low, 2),
          high: round(interval.high, 2),
        },
      })),
    })),
    practices: practices.map(({ criterionId, text, auditedServiceName }) => ({
      criterion: criterionId === null ? null : (codes.get(criterionId) ?? null),
      text,
      service: auditedServiceName,
    })),
    recommendations: recommendations.map(({ body, bodyName, title, text, state }) => ({
      body,
      bodyName,
      title,
      text,
      state,
    })),
  };
}
