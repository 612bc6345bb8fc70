import { columns, oneOf, oneOfIds, readModel, type Edge, type ReadModel } from '../database/read-model';
import { scoresEdge } from './scores-edge';

/** What hangs on an audit of its grades; part of the audit's own read model. */
export const auditGradeEdges: Readonly<Record<'grades' | 'sectionSubmissions' | 'scores', Edge>> = {
  grades: { kind: 'many', to: 'Grade', column: 'audit_id' },
  sectionSubmissions: { kind: 'list', to: 'SectionSubmission', column: 'audit_id', sort: 'created_at' },
  scores: scoresEdge,
};

/** How grades, submissions of sections and scores are read. */
export const gradeReads: readonly ReadModel[] = [
  readModel({
    type: 'Grade',
    table: 'grade',
    columns: columns(
      'auditId criterionId stage auditorId value reason comment minutes agreedByAuditorId capturedAt version createdAt updatedAt',
      {
        isAgreed: 't.agreed_by_auditor_id is not null',
        proposedValue: '(select d.proposed_value from grade_difference d where d.id = t.id)',
        differenceReason: '(select d.reason from grade_difference d where d.id = t.id)',
      },
    ),
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId', needs: ['auditId'] },
      agreedBy: { kind: 'one', to: 'Auditor', key: 'agreedByAuditorId', needs: ['auditId'] },
    },
    filters: {
      stages: oneOf('stage'),
      values: oneOf('value'),
      criterionIds: oneOfIds('Criterion', (t, ids) => `${t}.criterion_id = any(${ids})`),
      sectionIds: oneOfIds(
        'Section',
        (t, ids) =>
          `exists (select 1 from criterion c where c.id = ${t}.criterion_id and c.section_id = any(${ids}))`,
      ),
      isAgreed: (value, t) => `${t}.agreed_by_auditor_id is ${value === true ? 'not null' : 'null'}`,
    },
  }),
  readModel({
    type: 'SectionSubmission',
    table: 'section_submission',
    columns: columns('auditId sectionId auditorId createdAt'),
    always: ['auditId', 'auditorId'],
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      section: { kind: 'one', to: 'Section', key: 'sectionId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
    },
  }),
  // Made by `Audit.scores`, never read by itself: its section is an edge like any other.
  readModel({
    type: 'SectionScore',
    table: 'section',
    columns: columns('', { sectionId: 't.id' }),
    edges: { section: { kind: 'one', to: 'Section', key: 'sectionId' } },
  }),
];
