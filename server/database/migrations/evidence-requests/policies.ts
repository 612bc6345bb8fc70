import type { RowPolicies } from '../../row-level-security';
import { ofMyAudits, ofMyService, PLATFORM, SIGNED_IN } from '../second-wall/conditions';

const TEAM = ofMyAudits('audit_id');
const SERVICE = ofMyService('audited_service_id');

/** The row that this one belongs to, on a condition that names it `p`. */
const of = (table: string, key: string, condition: string): string =>
  `exists (select 1 from ${table} p where p.id = ${key} and ${condition})`;

const TEAM_OF_IT = ofMyAudits('p.audit_id');
const SERVICE_OF_IT = ofMyService('p.audited_service_id');
const EITHER_OF_IT = `(${TEAM_OF_IT} or ${SERVICE_OF_IT})`;

/** Between the service and its team alone, as evidence is; families of texts are for everyone. */
export const EVIDENCE_REQUEST_POLICIES: Readonly<Record<string, RowPolicies>> = {
  reference_family: { select: SIGNED_IN, insert: PLATFORM, update: PLATFORM },
  evidence_request: {
    select: `${TEAM} or ${SERVICE}`,
    insert: TEAM,
    update: `${TEAM} or ${SERVICE}`,
    fixed: [
      'audit_id',
      'audited_service_id',
      'evidence_kind_code',
      'is_from_template',
      'text',
      'due_on',
      'asked_by_auditor_id',
    ],
  },
  evidence_request_criterion: {
    select: of('evidence_request', 'evidence_request_id', EITHER_OF_IT),
    insert: of('evidence_request', 'evidence_request_id', TEAM_OF_IT),
  },
  evidence_answer: {
    select: `${TEAM} or ${SERVICE}`,
    insert: SERVICE,
    update: `${TEAM} or ${SERVICE}`,
    fixed: ['evidence_request_id', 'audit_id', 'audited_service_id', 'number'],
  },
  answering_evidence: {
    select: of('evidence_answer', 'evidence_answer_id', EITHER_OF_IT),
    insert: of('evidence_answer', 'evidence_answer_id', SERVICE_OF_IT),
    delete: of('evidence_answer', 'evidence_answer_id', SERVICE_OF_IT),
  },
  evidence_verdict: {
    select: `${TEAM} or ${SERVICE}`,
    insert: TEAM,
    update: TEAM,
    fixed: ['evidence_id', 'audit_id', 'audited_service_id'],
  },
  evidence_validity: {
    select: of('evidence', 'evidence_validity.id', EITHER_OF_IT),
    insert: of('evidence', 'evidence_validity.id', SERVICE_OF_IT),
    update: of('evidence', 'evidence_validity.id', SERVICE_OF_IT),
    fixed: ['taken_over_from_id'],
  },
};
