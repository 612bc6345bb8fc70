import type { AuditState } from '../../../server/audits/audit.states';
import type { WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** The state of the one request of an audit, and what the team made of the answer; no answer where there is no evidence. */
const REQUESTS: Partial<Record<AuditState, readonly [string, string | null]>> = {
  TEAM_CONFIRMED: ['OPEN', null],
  SELF_ASSESSMENT: ['REJECTED', 'REJECTED'],
  ON_SITE: ['ANSWERED', null],
  CONTRADICTORY: ['ANSWERED', null],
  FOLLOW_UP: ['ACCEPTED', 'ACCEPTED'],
  // What answered it was refused by the scan: it is open again.
  CLOSED: ['ACCEPTED', 'ACCEPTED'],
};

/** What teams ask for, what services answer and what is made of it. */
export function addEvidenceRequests(rows: WorldRows, audit: WorldAudit): void {
  const [state, verdict] = REQUESTS[audit.state] ?? [];
  if (!state) return;
  const of = { audit_id: audit.id, audited_service_id: audit.serviceId };
  const evidence_request_id = rows.add('evidence_request', `${audit.name}/request`, {
    ...of,
    evidence_kind_code: audit.template.evidenceKind,
    state,
    is_from_template: false,
    text: `Demande ${audit.name}`,
    due_on: '2027-01-08',
    asked_by_auditor_id: audit.leadId,
  });
  rows.link('evidence_request_criterion', {
    evidence_request_id,
    criterion_id: audit.template.criteria[0]?.id,
  });
  if (state === 'OPEN') return;
  const evidence_id = worldId('evidence', `${audit.name}/evidence`);
  const evidence_answer_id = rows.add('evidence_answer', `${audit.name}/answer`, {
    ...of,
    evidence_request_id,
    number: 1,
    remark: `Remarque ${audit.name}`,
    missing: `Manque ${audit.name}`,
    verdict,
    verdict_reason: verdict ? `Suite ${audit.name}` : null,
    decided_by_auditor_id: verdict ? audit.leadId : null,
    decided_at: verdict ? '2027-01-08T10:00:00Z' : null,
    answered_by_id: worldId('account', `manager ${audit.service}`),
  });
  rows.link('answering_evidence', { evidence_answer_id, evidence_id });
  if (audit.state !== 'FOLLOW_UP' && audit.state !== 'ON_SITE') return;
  rows.add('evidence_verdict', `${audit.name}/verdict`, {
    ...of,
    evidence_id,
    value: 'ACCEPTED',
    reason: `Avis ${audit.name}`,
    evidence_version: 1,
    decided_by_auditor_id: audit.leadId,
    decided_at: '2027-01-08T10:00:00Z',
  });
  rows.link('evidence_validity', {
    id: evidence_id,
    expires_on: '2027-12-31',
    taken_over_from_id:
      audit.state === 'FOLLOW_UP' ? worldId('evidence', `${audit.service}.ON_SITE/evidence`) : null,
  });
}
