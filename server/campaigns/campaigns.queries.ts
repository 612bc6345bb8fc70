import {
  columns,
  oneOf,
  readModel,
  type ComputedEdge,
  type ReadModel,
  type Row,
} from '../database/read-model';
import { transitionsEdge } from '../identity';
import { applicationStates, type ApplicationFacts } from './application.states';
import { campaignFacts } from './campaign-facts';
import { campaignStates } from './campaign.states';
import { contradictoryRulesEdge } from './contradictory-rules';
import { historyEdge } from '../trail';

const campaignTransitions: ComputedEdge = transitionsEdge(campaignStates, {
  needs: ['state'],
  facts: (rows, { sql, viewer }) =>
    campaignFacts(
      sql,
      rows.map((row) => row.id),
      viewer,
    ),
});

const applicationTransitions: ComputedEdge = transitionsEdge(applicationStates, {
  needs: ['state', 'auditedServiceId', 'campaignId'],
  facts: (rows, { sql }) =>
    sql<ApplicationFacts & { id: string }>(
      `select a.id, c.state as "campaignState" from application a join campaign c on c.id = a.campaign_id where a.id = any($1::uuid[])`,
      [rows.map((row) => row.id)],
    ),
});

/** The frozen rules of a campaign, each with its label in the viewer's language. */
const frozen =
  (field: string): ComputedEdge['compute'] =>
  (rows: readonly Row[], { viewer }) =>
    Promise.resolve(
      rows.map((row) => {
        const items = row[field] as { label: Record<string, string> }[];
        return items.map((item) => ({ ...item, label: item.label[viewer.locale] }));
      }),
    );

/** How campaigns and applications are read. */
export const campaignsReads: readonly ReadModel[] = [
  readModel({
    type: 'Campaign',
    table: 'campaign',
    columns: columns(
      'code title description state templateVersionId callClosesOn visitsFrom visitsTo cancelReason version createdAt updatedAt',
      { frozenConflictRules: 't.conflict_rules', frozenDeadlines: 't.deadlines' },
    ),
    always: ['state'],
    edges: {
      history: historyEdge('Campaign'),
      templateVersion: { kind: 'one', to: 'TemplateVersion', key: 'templateVersionId' },
      applications: { kind: 'many', to: 'Application', column: 'campaign_id' },
      audits: { kind: 'many', to: 'Audit', column: 'campaign_id' },
      matchingRuns: { kind: 'many', to: 'MatchingRun', column: 'campaign_id' },
      availableTransitions: campaignTransitions,
      conflictRules: {
        kind: 'computed',
        needs: ['frozenConflictRules'],
        compute: frozen('frozenConflictRules'),
      },
      deadlines: { kind: 'computed', needs: ['frozenDeadlines'], compute: frozen('frozenDeadlines') },
      contradictoryRules: contradictoryRulesEdge,
    },
    sorts: {
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
      CODE: { column: 'code', type: 'text' },
    },
    filters: { states: oneOf('state') },
  }),
  readModel({
    type: 'Application',
    table: 'application',
    columns: columns(
      'campaignId auditedServiceId state motivation decisionReason version createdAt updatedAt',
    ),
    always: ['state', 'auditedServiceId'],
    edges: {
      history: historyEdge('Application'),
      campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      availableTransitions: applicationTransitions,
    },
    filters: { states: oneOf('state') },
  }),
];
