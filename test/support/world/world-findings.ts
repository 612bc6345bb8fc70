import type { AuditState } from '../../../server/audits/audit.states';
import { isFrom, type WorldAudit } from './world-audits';
import { addReplyVersion, addSignatures } from './world-signatures';
import { worldId, type WorldRows } from './world-rows';

/** States of the findings of an audit, by its own. */
function findingStatesIn(state: AuditState): readonly string[] {
  if (state === 'ON_SITE' || state === 'DRAFT_REPORT' || state === 'SUSPENDED') return ['DRAFT'];
  if (state === 'CONTRADICTORY') return ['SHARED', 'CONTESTED'];
  if (state === 'FINALISATION') return ['MAINTAINED', 'AMENDED', 'WITHDRAWN'];
  return isFrom(state, 'REPORT_ISSUED') ? ['FINAL'] : [];
}

const ACTION_STATES: Partial<Record<AuditState, readonly string[]>> = {
  PLAN_DUE: ['PROPOSED'],
  FOLLOW_UP: ['AGREED', 'IN_PROGRESS', 'DONE', 'REOPENED', 'WAIVED'],
  CLOSED: ['VERIFIED'],
};

/** Findings and replies of every state, reports, and the actions that follow. */
export function addFindings(rows: WorldRows, audit: WorldAudit): void {
  const { name, id, state } = audit;
  findingStatesIn(state).forEach((found, index) => {
    const isShared = found !== 'DRAFT';
    const finding_id = rows.add('finding', `${name}/${found}`, {
      audit_id: id,
      campaign_id: audit.campaignId,
      criterion_id: audit.template.criteria[index]?.id,
      number: index + 1,
      kind: 'NON_CONFORMITY',
      severity: 'MAJOR',
      state: found,
      statement: `Constat ${name} ${found}`,
      drafted_statement: isShared ? `Constat rédigé ${name} ${found}` : null,
      drafted_severity: isShared ? 'MINOR' : null,
      author_auditor_id: audit.leadId,
    });
    if (['CONTESTED', 'MAINTAINED', 'AMENDED', 'WITHDRAWN'].includes(found)) {
      const isDisposed = found !== 'CONTESTED';
      const finding_reply_id = rows.add('finding_reply', `${name}/${found}`, {
        finding_id,
        audit_id: id,
        kind: 'CONTESTED',
        argument: `Réponse ${name}`,
        disposition: isDisposed ? 'REJECTED' : null,
        disposition_reason: isDisposed ? 'Suite donnée' : null,
        disposed_by_auditor_id: isDisposed ? audit.leadId : null,
        disposed_at: isDisposed ? '2027-01-10T08:00:00Z' : null,
        replied_by_id: worldId('account', `manager ${audit.service}`),
      });
      addReplyVersion(rows, audit, { name: `${name}/${found}`, finding_reply_id });
    }
  });
  addSignatures(rows, audit);
  addReports(rows, audit);
  for (const action of ACTION_STATES[state] ?? []) addAction(rows, audit, action);
}

function addReports(rows: WorldRows, { name, id, state }: WorldAudit): void {
  if (!isFrom(state, 'REPORT_ISSUED')) return;
  for (const number of state === 'CLOSED' ? [1, 2] : [1]) {
    rows.add('report', `${name}/v${number}`, {
      audit_id: id,
      number,
      content: `{"rapport":"${name}"}`,
      sha256: 'a'.repeat(64),
      amendment_reason: number === 2 ? 'Coquille' : null,
      issued_by_id: worldId('account', 'coordinator'),
    });
  }
}

function addAction(rows: WorldRows, audit: WorldAudit, state: string): void {
  const { name, service } = audit;
  const manager = worldId('account', `manager ${service}`);
  const isWaived = state === 'WAIVED';
  const corrective_action_id = rows.add('corrective_action', `${name}/${state}`, {
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    campaign_id: audit.campaignId,
    finding_id: worldId('finding', `${name}/FINAL`),
    state,
    title: `Action ${name} ${state}`,
    cause: 'Cause',
    containment: 'Mesure immédiate',
    owner_name: 'Cadre du service',
    due_on: '2027-01-05',
    effectiveness_due_on: '2027-12-01',
    done_at: ['DONE', 'VERIFIED'].includes(state) ? '2027-01-10T08:00:00Z' : null,
    waiver_reason: isWaived ? 'Sans objet' : null,
    waiver_expires_on: isWaived ? '2028-01-01' : null,
    waiver_requested_by_id: isWaived ? manager : null,
    waived_by_id: isWaived ? worldId('account', 'coordinator') : null,
    proposed_by_id: manager,
  });
  if (state !== 'IN_PROGRESS' && state !== 'DONE') return;
  rows.add('corrective_action_note', `${name}/${state}`, {
    corrective_action_id,
    kind: state === 'DONE' ? 'PROOF' : 'PROGRESS',
    text: `Point ${name}`,
    evidence_id: worldId('evidence', `${name}/evidence`),
    created_by_id: manager,
  });
}
