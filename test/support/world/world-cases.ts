import { isFrom, type WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

const SHA = '0'.repeat(64);

/** How far a sample of an audit is. */
function stateOf(audit: WorldAudit): string | null {
  const { state } = audit;
  if (state === 'SELF_ASSESSMENT') return 'LISTED';
  if (state === 'DOCUMENT_REVIEW') return 'DRAWN';
  // The one that B has is in dispute: of A, one auditor has submitted.
  if (state === 'ON_SITE' || state === 'SUSPENDED')
    return audit.service === 'B' ? 'ARBITRATION' : 'REVIEWING';
  return isFrom(state, 'DRAFT_REPORT') ? 'COMPLETE' : null;
}

/** A sample of requests with what has been judged of it; from the document review on. */
export function addCases(rows: WorldRows, audit: WorldAudit): void {
  const state = stateOf(audit);
  const { name, id: audit_id } = audit;
  if (!state) return;
  const isDrawn = state !== 'LISTED';
  const drawn = {
    size: 2,
    nonce: SHA,
    word: '',
    seed: SHA,
    algorithm: 'SHA256-RANK-1',
    drawn_at: '2027-01-08T09:00:00Z',
  };
  const case_sample_id = rows.add('case_sample', name, {
    audit_id,
    campaign_id: audit.campaignId,
    audited_service_id: audit.serviceId,
    evidence_kind_code: 'E-REQ',
    state,
    strata_names: ['âge'],
    population_size: 3,
    list_sha256: SHA,
    nonce_sha256: SHA,
    listed_at: '2027-01-08T08:30:00Z',
    listed_by_id: worldId('account', `manager ${audit.service}`),
    ...(isDrawn ? drawn : {}),
    completed_at: state === 'COMPLETE' ? '2027-01-09T07:30:00Z' : null,
  });
  if (!isDrawn) rows.link('case_draw_secret', { id: case_sample_id, nonce: SHA });
  if (!isDrawn || state === 'DRAWN') {
    for (const record of ['1', '2', '3'])
      rows.link('case_list_record', {
        case_sample_id,
        record_number: `${name}-${record}`,
        strata: ['adulte'],
      });
  }
  if (isDrawn) addReviews(rows, audit, case_sample_id, state);
}

function addReviews(rows: WorldRows, audit: WorldAudit, case_sample_id: string, state: string): void {
  const { name, id: audit_id } = audit;
  const [, , justified] = audit.template.criteria;
  const isCompared = state === 'ARBITRATION' || state === 'COMPLETE';
  const raters = [
    ['lead', audit.leadId],
    ['member', audit.memberId],
  ] as const;
  for (const position of [1, 2]) {
    const sampled_case_id = rows.add('sampled_case', `${name}/${position}`, {
      case_sample_id,
      audit_id,
      position,
      record_number: `${name}-${position}`,
      strata: ['adulte'],
    });
    for (const [who, auditor_id] of raters) {
      // While records are judged, the second auditor has not come far.
      if (who === 'member' && position === 2 && !isCompared) continue;
      rows.add('case_review', `${name}/${position} by ${who}`, {
        case_sample_id,
        audit_id,
        sampled_case_id,
        criterion_id: justified?.id,
        auditor_id,
        value: who === 'lead' ? 'J' : 'N',
        remark: `Remarque ${name} by ${who}`,
        minutes: 3,
      });
    }
    if (isCompared)
      rows.add('case_outcome', `${name}/${position}`, {
        case_sample_id,
        audit_id,
        sampled_case_id,
        criterion_id: justified?.id,
        basis: state === 'COMPLETE' ? 'SETTLED' : null,
        value: state === 'COMPLETE' ? 'P' : null,
        first_value: 'J',
        second_value: 'N',
        remarks: ['Remarque sans nom'],
        proposed_value: 'P',
        proposed_by_auditor_id: audit.leadId,
        decided_by_auditor_id: state === 'COMPLETE' ? audit.memberId : null,
      });
  }
  for (const [who, auditor_id] of raters) {
    if (isCompared || (state === 'REVIEWING' && who === 'lead'))
      rows.add('case_review_submission', `${name}/${who}`, {
        case_sample_id,
        audit_id,
        auditor_id,
        is_counted: isCompared,
      });
  }
}
