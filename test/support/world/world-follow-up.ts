import type { WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** How far the documentary follow-up of an audit is, by the state of the audit: one of each. */
const FOLLOW_UP_STATES: Partial<Record<string, string>> = {
  REPORT_ISSUED: 'REVIEWED',
  PLAN_DUE: 'SCHEDULED',
  FOLLOW_UP: 'OPEN',
  CLOSED: 'SUBMITTED',
};

/** Who owns actions, what they wait for, what came of them; and the follow-up at half-cycle. */
export function addFollowUp(rows: WorldRows, audit: WorldAudit): void {
  const { name, state } = audit;
  if (state === 'FOLLOW_UP') addToActions(rows, audit);
  const followUp = FOLLOW_UP_STATES[state];
  if (!followUp) return;
  const documentary_follow_up_id = rows.add('documentary_follow_up', `${name}/follow-up`, {
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    campaign_id: audit.campaignId,
    state: followUp,
    due_on: '2029-01-10',
    reviewer_auditor_id: audit.leadId,
  });
  const action = { FOLLOW_UP: 'DONE', CLOSED: 'VERIFIED' }[state as string];
  if (!action) return;
  rows.add('follow_up_item', `${name}/${action}`, {
    documentary_follow_up_id,
    corrective_action_id: worldId('corrective_action', `${name}/${action}`),
    subject: `Action ${name} ${action}`,
    outcome: 'STILL_EFFECTIVE',
    statement: `Toujours en place ${name}`,
    evidence_id: worldId('evidence', `${name}/evidence`),
    stated_by_id: worldId('account', `manager ${audit.service}`),
    conclusion: state === 'CLOSED' ? 'LAPSED' : null,
    conclusion_reason: state === 'CLOSED' ? `Conclusion ${name}` : null,
    concluded_by_auditor_id: state === 'CLOSED' ? audit.leadId : null,
    concluded_at: state === 'CLOSED' ? '2027-01-11T08:00:00Z' : null,
  });
}

function addToActions(rows: WorldRows, audit: WorldAudit): void {
  const { name, service } = audit;
  const action = (of: string) => worldId('corrective_action', `${name}/${of}`);
  const manager = worldId('account', `manager ${service}`);
  rows.add('corrective_action_owner', `${name}/AGREED`, { id: action('AGREED'), account_id: manager });
  rows.add('corrective_action_dependency', `${name}/AGREED`, {
    corrective_action_id: action('AGREED'),
    waits_for_id: action('IN_PROGRESS'),
    added_by_id: manager,
  });
  rows.add('waiver_extension', `${name}/WAIVED`, {
    id: action('WAIVED'),
    reason: `Prolongation ${name}`,
    expires_on: '2028-06-01',
    requested_by_id: manager,
  });
  rows.add('effectiveness_check', `${name}/REOPENED`, {
    corrective_action_id: action('REOPENED'),
    round: 1,
    due_on: '2027-01-05',
    judged_on: '2027-01-08',
    verdict: 'NOT_EFFECTIVE',
    reason: `Sans effet ${name}`,
    evidence_id: worldId('evidence', `${name}/evidence`),
    judged_by_id: worldId('account', audit.lead),
  });
  // The audit that is closed was the earlier one.
  rows.add('corrective_action_relapse', `${service}.CLOSED/VERIFIED`, {
    corrective_action_id: worldId('corrective_action', `${service}.CLOSED/VERIFIED`),
    finding_id: worldId('finding', `${name}/FINAL`),
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    relapsed_on: '2027-01-10',
  });
  // The same action came back in an audit that nobody of the earlier team is on.
  rows.add('corrective_action_relapse', `${service}.CLOSED/elsewhere`, {
    corrective_action_id: worldId('corrective_action', `${service}.CLOSED/VERIFIED`),
    finding_id: worldId('finding', `${service}.PLAN_DUE/FINAL`),
    audit_id: worldId('audit', `${service}.PLANNED`),
    audited_service_id: audit.serviceId,
    relapsed_on: '2027-01-11',
  });
}
