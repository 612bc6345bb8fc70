import { isFrom, type WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** The second auditor's seat, or the one of who is called on beside. */
const OTHER_SEAT = 'MEDICAL_PHYSICIST';

/** Assignments of every state, conflicts, and recusals of every state. */
export function addTeam(rows: WorldRows, audit: WorldAudit): void {
  const { name, id, state } = audit;
  const seat = (who: string, auditor: string, cells: Record<string, unknown>): string =>
    rows.add('assignment', `${name}/${who}`, {
      audit_id: id,
      auditor_id: worldId('auditor', auditor),
      reason: `Raison ${name} ${who}`,
      respond_by: '2027-01-20',
      attested_at: '2027-01-01T08:00:00Z',
      responded_at: '2027-01-01T08:00:00Z',
      ...cells,
    });
  const conflict = (who: string, auditor: string, cells: Record<string, unknown>): void => {
    rows.add('conflict', `${name}/${who}`, {
      audit_id: id,
      assignment_id: worldId('assignment', `${name}/${who}`),
      auditor_id: worldId('auditor', auditor),
      rule_code: 'EMPLOYED_THERE',
      rule_number: 1,
      facts: [{ fr: `Lien secret ${name}`, en: `Secret tie ${name}` }],
      ...cells,
    });
  };
  if (state === 'PLANNED') return;
  if (name === 'A.TEAM_PROPOSED') {
    seat('hidden', 'hidden A', { seat: 'RADIOLOGIST', is_lead: true, state: 'ACCEPTED' });
    seat('proposed', 'proposed A', { seat: OTHER_SEAT, state: 'PROPOSED', responded_at: null });
    seat('declined', 'declined A', { seat: 'RADIOGRAPHER', state: 'DECLINED' });
    seat('declarer', 'declarer A', { seat: 'RADIOGRAPHER', state: 'CONFLICT_DECLARED' });
    conflict('declarer', 'declarer A', { level: 'BLOCK' });
    return;
  }
  const isLate = state === 'TEAM_PROPOSED';
  const settled =
    state === 'CLOSED' ? 'COMPLETED' : isFrom(state, 'TEAM_CONFIRMED') ? 'CONFIRMED' : 'ACCEPTED';
  const lead = seat('lead', audit.lead, {
    seat: 'RADIOLOGIST',
    is_lead: true,
    state: settled,
    draft_signed_at: isFrom(state, 'CONTRADICTORY') ? '2027-01-09T12:00:00Z' : null,
    report_signed_at: isFrom(state, 'REPORT_ISSUED') ? '2027-01-09T13:00:00Z' : null,
  });
  // Where a substitute is sought, he has answered after the service was shown the team.
  const member = seat('member', audit.member, {
    seat: 'RADIOGRAPHER',
    state: settled,
    responded_at: isLate ? '2027-01-10T08:00:00Z' : '2027-01-01T08:00:00Z',
  });
  if (state === 'ON_SITE')
    conflict('lead', audit.lead, {
      level: 'REVIEW',
      overridden_by_id: worldId('account', 'coordinator'),
      override_reason: `Levé ${name}`,
    });
  if (state === 'RECUSAL_WINDOW' || state === 'ON_SITE')
    rows.add('conflict_alert', `${name}/lead`, {
      audit_id: id,
      assignment_id: lead,
      auditor_id: worldId('auditor', audit.lead),
      rule_code: 'C09',
      rule_number: 2,
      predicate: 'COMPETITOR',
      level: 'REVIEW',
      facts: [{ fr: `Alerte secrète ${name}`, en: `Secret alert ${name}` }],
      cause: 'affiliationDeclare',
      found_at: '2027-01-09T08:00:00Z',
      substitute_auditor_id: worldId('auditor', 'elsewhere'),
      // An open one freezes the assignment; before the day of the visit is fixed, there are substitutes.
      state: state === 'ON_SITE' ? 'VANISHED' : 'OPEN',
      resolved_at: state === 'ON_SITE' ? '2027-01-10T08:00:00Z' : null,
    });
  const recusal = (assignment_id: string, who: string, recused: string): void => {
    const isDecided = recused !== 'FILED';
    rows.add('recusal', `${name}/${who}`, {
      audit_id: id,
      assignment_id,
      state: recused,
      reason: `Récusation ${name}`,
      decide_by: '2027-01-20',
      decision_reason: isDecided ? 'Décision' : null,
      decided_at: isDecided ? '2027-01-05T08:00:00Z' : null,
      filed_by_id: worldId('account', `manager ${audit.service}`),
      decided_by_id: isDecided ? worldId('account', 'steering member') : null,
    });
  };
  if (state === 'RECUSAL_WINDOW') {
    recusal(lead, 'lead', 'FILED');
    recusal(member, 'member', 'APPEALED');
  }
  if (state === 'TEAM_CONFIRMED') recusal(lead, 'lead', 'REFUSED');
  if (state === 'SELF_ASSESSMENT') recusal(lead, 'lead', 'APPEAL_REFUSED');
  if (audit.service !== 'A') return;
  if (state === 'RECUSAL_WINDOW' || state === 'ON_SITE') {
    const recused = seat('recused', 'recused A', { seat: 'RADIOLOGIST', state: 'RECUSED' });
    recusal(recused, 'recused', state === 'ON_SITE' ? 'GRANTED' : 'APPEAL_GRANTED');
    seat('proposed', 'proposed A', { seat: OTHER_SEAT, state: 'PROPOSED', responded_at: null });
  }
  if (state === 'ON_SITE' || state === 'DRAFT_REPORT') {
    const signed = { draft_signed_at: '2027-01-08T12:00:00Z', report_signed_at: '2027-01-08T13:00:00Z' };
    seat('replaced', 'replaced A', { seat: 'RADIOGRAPHER', state: 'REPLACED', ...signed });
    seat('declined', 'declined A', { seat: 'RADIOGRAPHER', state: 'DECLINED' });
    seat('watcher', 'watcher A', { seat: 'OBSERVER', state: 'CONFIRMED' });
  }
  if (state === 'CONTRADICTORY') seat('grantless', 'grantless A', { seat: OTHER_SEAT, state: 'CONFIRMED' });
}
