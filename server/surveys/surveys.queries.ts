import {
  columns,
  readModel,
  type ComputeContext,
  type ComputedEdge,
  type Edge,
  type ReadModel,
} from '../database/read-model';
import { transitionsEdge } from '../identity';
import { tiedServices } from '../measures';
import type { SurveyFile } from './survey-file';
import { surveyRemarks, surveysResults } from './survey-results';
import { SURVEY_SIDES, type SurveySide } from './survey-words';
import { surveyStates, type SurveyFacts } from './survey.states';

/** What is asked, in the viewer's language. */
const form: ComputedEdge = {
  kind: 'computed',
  needs: ['surveyFormId'],
  async compute(rows, { viewer: { locale }, sql }) {
    const forms = await sql<{ id: string; content: SurveyFile }>(
      'select id, content from survey_form where id = any($1::uuid[])',
      [rows.map((row) => row['surveyFormId'])],
    );
    const byId = new Map(forms.map(({ id, content }) => [id, content]));
    return rows.map((row) => {
      const content = byId.get(row['surveyFormId'] as string);
      if (!content) return null;
      const { code, version, title, likert, sides } = content;
      return {
        code,
        number: version,
        title: title[locale],
        lowest: likert.lowest[locale],
        highest: likert.highest[locale],
        sides: SURVEY_SIDES.map((side) => ({
          side,
          questions: sides[side].questions.map(({ code: question, text }) => ({
            code: question,
            text: text[locale],
          })),
          remark: sides[side].remark[locale],
        })),
      };
    });
  },
};

const results: ComputedEdge = {
  kind: 'computed',
  needs: ['campaignId'],
  async compute(rows, { viewer, sqlOfActs }) {
    const campaigns = rows.map((row) => row['campaignId'] as string);
    const found = await surveysResults(sqlOfActs, campaigns, tiedServices(viewer));
    return campaigns.map((campaignId) =>
      (found.get(campaignId)?.sides ?? []).map(({ side, answerCount, questions }) => ({
        side,
        answerCount,
        questions: questions.map(({ text, interval, ...question }) => ({
          ...question,
          ...interval,
          text: text[viewer.locale],
        })),
      })),
    );
  },
};

const remarks: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(rows, { viewer, sqlOfActs }) {
    const ids = rows.map(({ id }) => id);
    const found = await surveyRemarks(sqlOfActs, ids, tiedServices(viewer));
    return ids.map((id) => found.get(id) ?? []);
  },
};

/** Who has answered, counted by audit: what the viewer may see of both, and nothing of any answer. */
const PROGRESS = `
  select s.id, side, count(*)::int as "auditCount",
    count(*) filter (where exists (
      select 1 from survey_participation p where p.survey_id = s.id and p.audit_id = a.id and p.side = sides.side
    ))::int as "answeredAuditCount"
  from survey s join audit a on a.campaign_id = s.campaign_id and a.report_issued_at is not null
  cross join unnest($2::text[]) sides (side)
  where s.id = any($1::uuid[])
  group by s.id, side`;

const progress: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(rows, { sql }: ComputeContext) {
    const counted = await sql<{ id: string; side: SurveySide }>(PROGRESS, [
      rows.map(({ id }) => id),
      SURVEY_SIDES,
    ]);
    return rows.map(({ id }) =>
      SURVEY_SIDES.map(
        (side) =>
          counted.find((row) => row.id === id && row.side === side) ?? {
            side,
            auditCount: 0,
            answeredAuditCount: 0,
          },
      ),
    );
  },
};

/** How surveys are read. */
export const surveysReads: readonly ReadModel[] = [
  readModel({
    type: 'Survey',
    table: 'survey',
    columns: columns('campaignId surveyFormId state version createdAt updatedAt'),
    edges: {
      campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
      form,
      progress,
      participations: { kind: 'many', to: 'SurveyParticipation', column: 'survey_id' },
      results,
      remarks,
      availableTransitions: transitionsEdge(surveyStates, {
        needs: ['state'],
        facts: (rows, { sql }) =>
          sql<SurveyFacts & { id: string }>(
            `select s.id, c.state as "campaignState" from survey s join campaign c on c.id = s.campaign_id
             where s.id = any($1::uuid[])`,
            [rows.map(({ id }) => id)],
          ),
      }),
    },
  }),
  readModel({
    type: 'SurveyParticipation',
    table: 'survey_participation',
    columns: columns('surveyId auditId side answeredById'),
    edges: {
      survey: { kind: 'one', to: 'Survey', key: 'surveyId' },
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      isOwn: {
        kind: 'computed',
        needs: ['answeredById'],
        compute: (rows, { viewer }) =>
          Promise.resolve(rows.map((row) => row['answeredById'] === viewer.accountId)),
      },
    },
    sorts: { ID: { column: 'id', type: 'uuid' } },
    defaultSort: 'ID',
  }),
];

/** What this room hangs on types of rooms before it, by type and field. */
export const surveysEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Campaign: { survey: { kind: 'back', to: 'Survey', column: 'campaign_id' } },
};
