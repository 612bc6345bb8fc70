import { AUDIT_STATES, type AuditState } from '../../../server/audits/audit.states';
import { addAuditContent } from './world-content';
import { addDeliveries } from './world-notifications';
import { worldId, type WorldRows } from './world-rows';

/** What the audits of the world are made from. */
export interface WorldTemplate {
  versionId: string;
  /** A criterion of each of three sections. */
  criteria: readonly { id: string; sectionId: string }[];
  /** Code of a kind of evidence. */
  evidenceKind: string;
  conflictRules: unknown;
  deadlines: unknown;
}

/** One audit, as what belongs to it is added. */
export interface WorldAudit {
  /** `A.ON_SITE` */
  name: string;
  id: string;
  service: string;
  serviceId: string;
  campaignId: string;
  state: AuditState;
  leadId: string;
  memberId: string;
  lead: string;
  member: string;
  template: WorldTemplate;
}

/** What campaign an audit of a state belongs to; another state of the campaign than RUNNING for some. */
const CAMPAIGN_STATE: Partial<Record<AuditState, string>> = {
  PLANNED: 'MATCHING',
  CANCELLED: 'CANCELLED',
  CLOSED: 'SYNTHESIS_PUBLISHED',
  FOLLOW_UP: 'CLOSED',
};

/** Audits of a third service, in campaigns of their own. */
const ELSEWHERE: readonly AuditState[] = ['TEAM_PROPOSED', 'ON_SITE', 'CONTRADICTORY', 'CLOSED'];

/** From this state on (in the order of an audit's life) something is there. */
export function isFrom(state: AuditState, first: AuditState): boolean {
  const counted = state === 'SUSPENDED' ? 'ON_SITE' : state;
  return state !== 'CANCELLED' && AUDIT_STATES.indexOf(counted) >= AUDIT_STATES.indexOf(first);
}

/** Campaigns of every state, applications of every state, audits of every state for two services and some for a third. */
export function addAudits(rows: WorldRows, template: WorldTemplate): void {
  const campaign = (name: string, state: string): string =>
    rows.add('campaign', name, {
      code: `W-${name}`,
      title: `Campagne ${name}`,
      description: 'Pour la matrice.',
      state,
      template_version_id: template.versionId,
      conflict_rules: template.conflictRules,
      deadlines: template.deadlines,
      call_closes_on: '2027-02-01',
      visits_from: '2027-01-01',
      visits_to: '2027-12-31',
      cancel_reason: state === 'CANCELLED' ? 'Abandon.' : null,
      created_by_id: worldId('account', 'coordinator'),
    });
  campaign('draft', 'DRAFT');
  campaign('open', 'CALL_OPEN');
  campaign('call closed', 'CALL_CLOSED');
  for (const state of AUDIT_STATES) campaign(state, CAMPAIGN_STATE[state] ?? 'RUNNING');
  for (const state of ELSEWHERE) campaign(`elsewhere ${state}`, 'RUNNING');
  addApplications(rows);
  for (const service of ['A', 'B'] as const) {
    for (const state of AUDIT_STATES)
      addAudit(rows, template, service, state, state, [`lead ${service}`, `member ${service}`]);
  }
  for (const state of ELSEWHERE)
    addAudit(rows, template, 'C', state, `elsewhere ${state}`, ['elsewhere', 'late mate']);
}

function addApplications(rows: WorldRows): void {
  const states: [string, string, string, string?][] = [
    // Nobody may apply yet: what leads to a campaign in the drawer does not show it.
    ['A', 'draft', 'SELECTED', 'EARLY'],
    ['A', 'open', 'SUBMITTED'],
    ['B', 'open', 'SUBMITTED'],
    ['A', 'call closed', 'SELECTED'],
    ['B', 'call closed', 'WAITLISTED'],
    ['A', 'elsewhere ON_SITE', 'REJECTED'],
    ['B', 'elsewhere ON_SITE', 'WITHDRAWN'],
    ['C', 'elsewhere ON_SITE', 'CONFIRMED'],
    ['A', 'ON_SITE', 'CONFIRMED'],
    ['B', 'ON_SITE', 'CONFIRMED'],
  ];
  for (const [service, campaign, state, name = state] of states) {
    rows.add('application', `${service}.${name}`, {
      campaign_id: worldId('campaign', campaign),
      audited_service_id: worldId('audited_service', service),
      state,
      motivation: `Motifs de ${service}`,
      decision_reason: `Décision sur ${service}`,
      submitted_by_id: worldId('account', `manager ${service}`),
    });
  }
}

let number = 0;

function addAudit(
  rows: WorldRows,
  template: WorldTemplate,
  service: string,
  state: AuditState,
  campaign: string,
  [lead, member]: readonly [string, string],
): void {
  number += 1;
  const name = `${service}.${state}`;
  const isShown = isFrom(state, 'RECUSAL_WINDOW') || state === 'CANCELLED' || name === 'C.TEAM_PROPOSED';
  const when = (first: AuditState, value: string): string | null => (isFrom(state, first) ? value : null);
  const id = rows.add('audit', name, {
    reference: `AUD-W-${String(number).padStart(5, '0')}`,
    campaign_id: worldId('campaign', campaign),
    audited_service_id: worldId('audited_service', service),
    template_version_id: template.versionId,
    state,
    suspended_from_state: state === 'SUSPENDED' ? 'ON_SITE' : null,
    state_reason: `Motif ${name}`,
    visit_on: when('TEAM_CONFIRMED', '2027-01-11'),
    team_shown_at: isShown ? '2027-01-02T08:00:00Z' : null,
    recusal_until: isShown ? '2027-02-01' : null,
    self_assessment_due_on: when('SELF_ASSESSMENT', '2027-01-08'),
    self_assessment_submitted_at: when('DOCUMENT_REVIEW', '2027-01-08T08:00:00Z'),
    visit_closed_at: when('DRAFT_REPORT', '2027-01-09T08:00:00Z'),
    draft_due_on: when('DRAFT_REPORT', '2027-01-30'),
    draft_shared_at: when('CONTRADICTORY', '2027-01-09T18:00:00Z'),
    contradictory_until: when('CONTRADICTORY', '2027-02-10'),
    report_due_on: when('FINALISATION', '2027-02-20'),
    report_issued_at: when('REPORT_ISSUED', '2027-01-10T08:00:00Z'),
    plan_due_on: when('PLAN_DUE', '2027-03-10'),
    plan_submitted_at: when('FOLLOW_UP', '2027-01-10T18:00:00Z'),
    safety_escalated_at: when('ON_SITE', '2027-01-09T07:00:00Z'),
    safety_note: when('ON_SITE', `Danger ${name}`),
    closed_at: state === 'CLOSED' ? '2027-01-11T00:00:00Z' : null,
  });
  const audit: WorldAudit = {
    name,
    id,
    service,
    serviceId: worldId('audited_service', service),
    campaignId: worldId('campaign', campaign),
    state,
    leadId: worldId('auditor', lead),
    memberId: worldId('auditor', member),
    lead,
    member,
    template,
  };
  addAuditContent(rows, audit);
  addDeliveries(rows, audit);
}
