import {
  columns,
  oneOf,
  oneOfIds,
  readModel,
  type Ask,
  type ComputedEdge,
  type ReadModel,
} from '../database/read-model';
import { transitionsEdge } from '../identity';
import { parisDate } from '../kernel/working-days';
import type { OutsideBody } from './outside-recommendation.entity';
import {
  outsideRecommendationStates,
  type OutsideRecommendationState,
} from './outside-recommendation.states';

/** The body has still to answer, and the day has passed. */
const isOverdue: ComputedEdge = {
  kind: 'computed',
  needs: ['state', 'dueOn'],
  compute: (rows, { now }) =>
    Promise.resolve(
      rows.map(
        (row) =>
          row['state'] === 'SENT' && row['dueOn'] !== null && (row['dueOn'] as string) < parisDate(now),
      ),
    ),
};

/** How recommendations to outside bodies are read. */
export const outsideRecommendationsReads: readonly ReadModel[] = [
  readModel({
    type: 'OutsideRecommendation',
    table: 'outside_recommendation',
    columns: columns(
      `campaignId body bodyName state title text dueOn sentOn answer outcomeReason isPublished version createdAt updatedAt`,
    ),
    edges: {
      campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
      criteria: {
        kind: 'list',
        to: 'Criterion',
        column: 'outside_recommendation_id',
        through: { table: 'outside_recommendation_criterion', key: 'criterion_id' },
        sort: 'position',
      },
      notes: {
        kind: 'list',
        to: 'OutsideRecommendationNote',
        column: 'outside_recommendation_id',
        sort: 'created_at',
      },
      isOverdue,
      availableTransitions: transitionsEdge(outsideRecommendationStates, {
        needs: ['state', 'dueOn'],
        facts: (rows) =>
          Promise.resolve(rows.map((row) => ({ id: row.id, hasDueDate: row['dueOn'] !== null }))),
      }),
    },
    filters: {
      bodies: oneOf('body'),
      states: oneOf('state'),
      campaignIds: oneOfIds('Campaign', (t, ids) => `${t}.campaign_id = any(${ids})`),
    },
  }),
  readModel({
    type: 'OutsideRecommendationNote',
    table: 'outside_recommendation_note',
    columns: columns('outsideRecommendationId text createdAt'),
  }),
];

/** A recommendation as a synthesis shows it. */
export interface RecommendationOfCampaign {
  id: string;
  body: OutsideBody;
  bodyName: string | null;
  title: string;
  text: string;
  state: OutsideRecommendationState;
}

/**
 * The published recommendations of a campaign, as a synthesis shows them.
 * @param sql sees every recommendation
 */
export function publishedRecommendations(sql: Ask, campaignId: string): Promise<RecommendationOfCampaign[]> {
  return sql<RecommendationOfCampaign>(
    `select id, body, body_name as "bodyName", title, text, state from outside_recommendation
     where campaign_id = $1 and is_published order by body, created_at, id`,
    [campaignId],
  );
}
