import { DATABASE_ROLES, type RowPolicies } from '../../row-level-security';
import { ME, MY_AUDITOR, ofAudit, ofMyAudits, ofMyService, programmeFree } from '../second-wall/conditions';

const { runtime, reader } = DATABASE_ROLES;
const TEAM = ofMyAudits('audit_id');
const SERVICE = ofMyService('audited_service_id');
const STAFF = programmeFree('audited_service_id');

/** Acts read it, nobody else: the list is the service's own, and the platform's part of a seed is secret until the draw. */
const FOR_ACTS = 'false';

const ofSample = (sample: string, condition: string): string =>
  `exists (select 1 from case_sample s where s.id = ${sample} and ${condition})`;
const GIVEN = ofMyService('s.audited_service_id');
const GIVEN_OR_DRAWN = `(${GIVEN} or ${ofMyAudits('s.audit_id')})`;

/** A review is its author's alone, before and after; once he has submitted, it stays as it is. */
const OWN_AND_OPEN = `auditor_id = ${MY_AUDITOR} and ${TEAM} and not exists (select 1 from case_review_submission u
  where u.case_sample_id = case_review.case_sample_id and u.auditor_id = case_review.auditor_id)`;

/**
 * A sample is seen by its service, its team and the programme; the records drawn by service and team; reviews by nobody but
 * their author; outcomes, that do not exist before both have judged, by the team. What the service and the programme learn
 * is counted in `app.case_tallies`.
 */
export const CASE_POLICIES: Readonly<Record<string, RowPolicies>> = {
  case_sample: {
    select: `${STAFF} or ${SERVICE} or ${TEAM}`,
    insert: SERVICE,
    update: `${SERVICE} or ${TEAM}`,
    fixed: ['audit_id', 'campaign_id', 'audited_service_id', 'evidence_kind_code'],
  },
  case_draw_secret: {
    select: FOR_ACTS,
    insert: ofSample('case_draw_secret.id', GIVEN),
    delete: ofSample('case_draw_secret.id', GIVEN_OR_DRAWN),
  },
  case_list_record: {
    select: FOR_ACTS,
    insert: ofSample('case_sample_id', GIVEN),
    delete: ofSample('case_sample_id', GIVEN_OR_DRAWN),
  },
  sampled_case: {
    select: `${TEAM} or ${ofAudit('audit_id', ofMyService('a.audited_service_id'))}`,
    insert: TEAM,
    update: TEAM,
    fixed: ['case_sample_id', 'audit_id', 'position', 'record_number', 'strata', 'replaces_id'],
  },
  case_review: {
    select: `auditor_id = ${MY_AUDITOR} and ${TEAM}`,
    insert: OWN_AND_OPEN,
    update: OWN_AND_OPEN,
    fixed: ['case_sample_id', 'audit_id', 'sampled_case_id', 'criterion_id', 'field_code', 'auditor_id'],
  },
  case_review_submission: {
    select: `${TEAM} or ${ofAudit('audit_id', programmeFree('a.audited_service_id'))}`,
    insert: `auditor_id = ${MY_AUDITOR} and ${TEAM}`,
    update: TEAM,
    fixed: ['case_sample_id', 'audit_id', 'auditor_id'],
  },
  case_outcome: {
    select: TEAM,
    insert: TEAM,
    update: TEAM,
    fixed: [
      'case_sample_id',
      'audit_id',
      'sampled_case_id',
      'criterion_id',
      'first_value',
      'second_value',
      'remarks',
    ],
  },
};

/** Acts on a sample that its service and its team learn of. */
const TOLD = `{caseListSet,caseSampleDraw,caseReplace}`;

/** Judging: for whoever did it; for the programme with the report. */
const BLIND = `{caseReviewsRecord,caseReviewsSubmit,caseDisputesArbitrate,caseSettlementPropose,caseSettlementAgree}`;

/** Who reads what of the history of a sample, beside the entries that earlier nouns let through. */
export const CASE_HISTORY = `
  create policy reads_case_samples on trail_entry for select to ${runtime}, ${reader} using (
    object_type = 'CaseSample' and exists (select 1 from case_sample o where o.id = object_id and (
      account_id = ${ME} or act = any('${TOLD}'::text[])
      or (${programmeFree('o.audited_service_id')} and (act <> all('${BLIND}'::text[])
        or ${ofAudit('o.audit_id', 'a.report_issued_at is not null')})))));`;
