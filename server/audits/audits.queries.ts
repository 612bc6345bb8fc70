import {
  columns,
  oneOf,
  oneOfIds,
  readModel,
  type ComputedEdge,
  type ReadModel,
} from '../database/read-model';
import { transitionsEdge } from '../identity';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { auditFacts } from './audit-facts';
import { auditStates } from './audit.states';
import { currentDueOn, isOverdue, type AuditDays } from './current-deadline';
import { auditGradeEdges, gradeReads } from './grades.queries';
import { conflictAlertReads } from './conflict-alerts.queries';
import { teamReads } from './teams.queries';
import { staffingNeedEdge } from '../matching';
import { historyEdge } from '../trail';

const auditTransitions: ComputedEdge = transitionsEdge(auditStates, {
  needs: ['state', 'auditId', 'auditedServiceId'],
  facts: (rows, { sql, now }) =>
    auditFacts(
      sql,
      rows.map((row) => row.id),
      now,
    ),
});

const DAYS = [
  'state',
  'recusalUntil',
  'selfAssessmentDueOn',
  'visitOn',
  'draftDueOn',
  'contradictoryUntil',
  'reportDueOn',
  'planDueOn',
  'planSubmittedAt',
];

/** A value that follows from the days of the row itself. */
function fromDays(value: (days: AuditDays, today: CalendarDate) => unknown): ComputedEdge {
  return {
    kind: 'computed',
    needs: DAYS,
    compute: (rows, { now }) =>
      Promise.resolve(rows.map((row) => value(row as unknown as AuditDays, parisDate(now)))),
  };
}

/** How audits are read. */
const auditRead: ReadModel = readModel({
  type: 'Audit',
  table: 'audit',
  columns: columns(
    `reference campaignId auditedServiceId templateVersionId state stateReason visitOn teamShownAt recusalUntil
     isTeamAgreed selfAssessmentDueOn selfAssessmentSubmittedAt visitClosedAt draftDueOn draftSharedAt
     contradictoryUntil isContradictoryAnswered reportDueOn reportIssuedAt planDueOn planSubmittedAt
     safetyEscalatedAt safetyNote closedAt version createdAt updatedAt`,
    { auditId: 't.id' },
  ),
  always: ['auditId', 'auditedServiceId', 'campaignId', 'state', 'draftSharedAt', 'reportIssuedAt'],
  edges: {
    history: historyEdge('Audit'),
    campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
    auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
    templateVersion: { kind: 'one', to: 'TemplateVersion', key: 'templateVersionId' },
    assignments: { kind: 'many', to: 'Assignment', column: 'audit_id' },
    recusals: { kind: 'many', to: 'Recusal', column: 'audit_id' },
    conflicts: { kind: 'many', to: 'Conflict', column: 'audit_id' },
    matchingDecisions: { kind: 'many', to: 'MatchingDecision', column: 'audit_id' },
    staffingNeed: staffingNeedEdge,
    ...auditGradeEdges,
    evidence: { kind: 'many', to: 'Evidence', column: 'audit_id' },
    caseSamples: { kind: 'list', to: 'CaseSample', column: 'audit_id', sort: 'evidence_kind_code' },
    findings: { kind: 'many', to: 'Finding', column: 'audit_id' },
    correctiveActions: { kind: 'many', to: 'CorrectiveAction', column: 'audit_id' },
    reports: { kind: 'many', to: 'Report', column: 'audit_id' },
    currentDueOn: fromDays(currentDueOn),
    isOverdue: fromDays(isOverdue),
    availableTransitions: auditTransitions,
  },
  sorts: {
    REFERENCE: { column: 'reference', type: 'text' },
    CREATED_AT: { column: 'created_at', type: 'timestamptz' },
  },
  defaultSort: 'REFERENCE',
  filters: {
    states: oneOf('state'),
    campaignIds: oneOfIds('Campaign', (t, ids) => `${t}.campaign_id = any(${ids})`),
  },
});

/** How audits and what stands directly on them are read. */
export const auditsReads: readonly ReadModel[] = [
  auditRead,
  ...teamReads,
  ...conflictAlertReads,
  ...gradeReads,
];
