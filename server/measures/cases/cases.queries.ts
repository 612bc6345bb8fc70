import { columns, oneOfIds, readModel, type ComputedEdge, type ReadModel } from '../../database/read-model';
import { transitionsEdge } from '../../identity';
import { historyEdge } from '../../trail';
import { caseResultsEdge } from './case-results-edge';
import { caseRoundsEdge } from './case-rounds';
import { caseSampleFacts } from './case-sample-facts';
import { caseSampleStates } from './case-sample.states';
import { disagreementEdge } from './disagreement-edge';
import { caseCriteriaEdge } from './rated-criteria';

/** Whether the row is the viewer's own, by the auditor that a field of it names. */
const isOwn = (field: string): ComputedEdge => ({
  kind: 'computed',
  needs: [field],
  compute: (rows, { viewer }) =>
    Promise.resolve(rows.map((row) => row[field] !== null && row[field] === viewer.auditorId)),
});

/** By id: in the order of creation, what one rater said would stand apart from what the other did. */
const BY_ID = { sorts: { ID: { column: 'id', type: 'uuid' } }, defaultSort: 'ID' } as const;

/**
 * The state of a sample as a viewer may know it. That the raters disagree somewhere is their team's until there are
 * results to read: to others they are still at work.
 */
const STATE_IN_SIGHT = `
  case when t.state = 'ARBITRATION' and t.audit_id <> all(app.assigned_audits()) then 'REVIEWING' else t.state end`;

/** How samples of cases, and what is judged of them, are read. */
export const casesReads: readonly ReadModel[] = [
  readModel({
    type: 'CaseSample',
    table: 'case_sample',
    columns: columns(
      `auditId campaignId auditedServiceId strataNames populationSize listSha256 nonceSha256 listedAt size nonce word
       seed algorithm drawnAt completedAt version createdAt updatedAt`,
      {
        state: STATE_IN_SIGHT,
        evidenceKindId: '(select k.id from evidence_kind k where k.code = t.evidence_kind_code)',
      },
    ),
    always: ['auditId', 'auditedServiceId', 'state'],
    edges: {
      history: historyEdge('CaseSample'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      evidenceKind: { kind: 'one', to: 'EvidenceKind', key: 'evidenceKindId' },
      cases: { kind: 'many', to: 'SampledCase', column: 'case_sample_id' },
      reviews: { kind: 'many', to: 'CaseReview', column: 'case_sample_id' },
      submissions: { kind: 'list', to: 'CaseReviewSubmission', column: 'case_sample_id', sort: 'created_at' },
      outcomes: { kind: 'many', to: 'CaseOutcome', column: 'case_sample_id' },
      criteria: caseCriteriaEdge,
      results: caseResultsEdge,
      rounds: caseRoundsEdge,
      availableTransitions: transitionsEdge(caseSampleStates, {
        needs: ['state', 'auditId', 'auditedServiceId'],
        facts: (rows, { sql, viewer }) =>
          caseSampleFacts(
            sql,
            rows.map(({ id }) => id),
            viewer.auditorId,
          ),
      }),
    },
  }),
  readModel({
    type: 'SampledCase',
    table: 'sampled_case',
    columns: columns(
      'caseSampleId auditId position recordNumber strata replacesId unavailableReason version createdAt updatedAt',
    ),
    edges: {
      caseSample: { kind: 'one', to: 'CaseSample', key: 'caseSampleId' },
      replaces: { kind: 'one', to: 'SampledCase', key: 'replacesId' },
      reviews: { kind: 'many', to: 'CaseReview', column: 'sampled_case_id' },
    },
    sorts: { POSITION: { column: 'position', type: 'integer' } },
    defaultSort: 'POSITION',
    filters: {
      isReplaced: (value, t) => `${t}.unavailable_reason is ${value === true ? 'not null' : 'null'}`,
    },
  }),
  readModel({
    type: 'CaseReview',
    table: 'case_review',
    columns: columns(
      `caseSampleId auditId sampledCaseId criterionId fieldCode value remark minutes capturedAt version createdAt updatedAt`,
    ),
    edges: {
      caseSample: { kind: 'one', to: 'CaseSample', key: 'caseSampleId' },
      sampledCase: { kind: 'one', to: 'SampledCase', key: 'sampledCaseId' },
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
    },
    ...BY_ID,
  }),
  readModel({
    type: 'CaseReviewSubmission',
    table: 'case_review_submission',
    columns: columns('caseSampleId auditId auditorId createdAt'),
    edges: {
      caseSample: { kind: 'one', to: 'CaseSample', key: 'caseSampleId' },
      isOwn: isOwn('auditorId'),
    },
  }),
  readModel({
    type: 'CaseOutcome',
    table: 'case_outcome',
    columns: columns(
      `caseSampleId auditId sampledCaseId criterionId basis value remarks proposedValue decisionRemark decidedAt version
       proposedByAuditorId`,
      {
        // In the order of the alphabet: whose is whose is not told.
        ratings: `array[least(t.first_value, t.second_value), greatest(t.first_value, t.second_value)]`,
      },
    ),
    edges: {
      caseSample: { kind: 'one', to: 'CaseSample', key: 'caseSampleId' },
      sampledCase: { kind: 'one', to: 'SampledCase', key: 'sampledCaseId' },
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      isOwnProposal: isOwn('proposedByAuditorId'),
      disagreement: disagreementEdge,
    },
    ...BY_ID,
    filters: {
      isOpen: (value, t) => `${t}.basis is ${value === true ? 'null' : 'not null'}`,
      criterionIds: oneOfIds('Criterion', (t, ids) => `${t}.criterion_id = any(${ids})`),
    },
  }),
  // Made by what they belong to, never read by themselves: their objects are edges like any other.
  ...['CaseCriterion', 'CaseResult', 'PooledCriterion'].map((type) =>
    readModel({
      type,
      table: 'criterion',
      columns: columns('', { criterionId: 't.id' }),
      edges: { criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' } },
    }),
  ),
  readModel({
    type: 'CaseRound',
    table: 'criterion',
    columns: columns('', { criterionId: 't.id', previousSampleId: 'null::uuid' }),
    edges: {
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      previousSample: { kind: 'one', to: 'CaseSample', key: 'previousSampleId' },
    },
  }),
];
