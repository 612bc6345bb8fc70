import type { RowPolicies } from '../../row-level-security';
import {
  AUDIT_SEEN,
  AUDIT_WORKED_ON,
  COORDINATOR,
  coordinatorFree,
  MY_AUDITOR,
  ofAudit,
  ofMyAudits,
  ofMyService,
  ofReachedAudit,
  PRESENT,
  PROGRAMME,
  programmeFree,
  reachesAudit,
  TAKES_PART,
} from './conditions';

const SERVICE_FREE = 'a.audited_service_id';
const TEAM = ofMyAudits('audit_id');

/**
 * What the team may read of the grades of its audit: the self-assessment once it is handed in; single grades once all
 * present graders have submitted the section; the consensus once the viewer has judged for himself. These facts are asked
 * of functions: the viewer may not see all that they rest on, and who is not of the team pays nothing for them.
 */
const TEAM_GRADES = `case stage
  when 'SELF' then app.is_self_assessed(audit_id)
  when 'AUDITOR' then auditor_id = ${MY_AUDITOR} or app.is_submitted_by_all(audit_id, criterion_id)
  else app.is_judged_by_me(audit_id, criterion_id) end`;

const GRADES = `(${programmeFree('a.audited_service_id')} and stage <> 'SELF' and a.report_issued_at is not null)
  or (${ofMyService('a.audited_service_id')} and stage <> 'AUDITOR' and (stage = 'SELF' or a.draft_shared_at is not null))`;

/** Grades are written by whose judgement they are. */
const GRADED = `case stage when 'SELF' then ${ofAudit('audit_id', ofMyService(SERVICE_FREE))}
  when 'AUDITOR' then auditor_id = ${MY_AUDITOR} and ${TEAM} else ${TEAM} end`;

const ofEvidence = (condition: string): string =>
  `exists (select 1 from evidence e where e.id = evidence_id and ${condition})`;
const ofAction = (condition: string): string =>
  `exists (select 1 from corrective_action c where c.id = corrective_action_id and ${condition})`;

/** Campaigns and what belongs to one audit: the tables that hold what must not leak. */
export const AUDIT_POLICIES: Readonly<Record<string, RowPolicies>> = {
  campaign: {
    select: `${PROGRAMME} or (${TAKES_PART} and state <> 'DRAFT')
      or (state = 'SYNTHESIS_PUBLISHED' and 'OBSERVER' = any((select app.roles())::text[]))`,
    insert: COORDINATOR,
    update: COORDINATOR,
    fixed: ['created_by_id'],
  },
  application: {
    select: `${programmeFree('audited_service_id')} or ${ofMyService('audited_service_id')}`,
    insert: ofMyService('audited_service_id'),
    update: `${coordinatorFree('audited_service_id')} or ${ofMyService('audited_service_id')}`,
    fixed: ['campaign_id', 'audited_service_id'],
  },
  audit: {
    select: `${programmeFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${ofMyAudits('id')}`,
    insert: coordinatorFree('audited_service_id'),
    update: reachesAudit('id', 'audited_service_id'),
    fixed: ['reference', 'campaign_id', 'audited_service_id', 'template_version_id'],
  },
  assignment: {
    select: `auditor_id = ${MY_AUDITOR} or ${ofAudit('audit_id', programmeFree(SERVICE_FREE))}
      or (${TEAM} and state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'))
      or (state in ${PRESENT} and ${ofAudit(
        'audit_id',
        `${ofMyService(SERVICE_FREE)} and a.team_shown_at is not null
          and (a.state <> 'TEAM_PROPOSED' or responded_at <= a.team_shown_at)`,
      )})`,
    insert: ofAudit('audit_id', coordinatorFree(SERVICE_FREE)),
    update: ofReachedAudit('audit_id'),
    fixed: ['audit_id', 'auditor_id', 'seat'],
  },
  conflict: {
    select: ofAudit('audit_id', programmeFree(SERVICE_FREE)),
    insert: ofAudit('audit_id', coordinatorFree(SERVICE_FREE)),
    update: ofAudit('audit_id', coordinatorFree(SERVICE_FREE)),
    fixed: ['audit_id', 'auditor_id'],
  },
  recusal: {
    select: ofAudit('audit_id', `(${programmeFree(SERVICE_FREE)} or ${ofMyService(SERVICE_FREE)})`),
    insert: ofAudit('audit_id', ofMyService(SERVICE_FREE)),
    update: ofAudit('audit_id', `(${programmeFree(SERVICE_FREE)} or ${ofMyService(SERVICE_FREE)})`),
    fixed: ['audit_id', 'assignment_id', 'filed_by_id'],
  },
  grade: {
    select: `(${TEAM} and ${TEAM_GRADES}) or ${ofAudit('audit_id', `(${GRADES})`)}`,
    insert: GRADED,
    update: GRADED,
    fixed: ['audit_id', 'campaign_id', 'criterion_id', 'stage'],
  },
  section_submission: {
    select: `${TEAM} or ${ofAudit('audit_id', programmeFree(SERVICE_FREE))}`,
    insert: `auditor_id = ${MY_AUDITOR} and ${TEAM}`,
  },
  evidence: {
    select: `${TEAM} or ${ofMyService('audited_service_id')}`,
    insert: ofMyService('audited_service_id'),
    update: ofMyService('audited_service_id'),
    fixed: ['audit_id', 'audited_service_id', 'created_by_id'],
  },
  evidence_criterion: {
    select: ofEvidence(`(${ofMyAudits('e.audit_id')} or ${ofMyService('e.audited_service_id')})`),
    insert: ofEvidence(ofMyService('e.audited_service_id')),
    delete: ofEvidence(ofMyService('e.audited_service_id')),
  },
  finding: {
    select: `${TEAM} or (drafted_statement is not null and ${ofAudit('audit_id', AUDIT_SEEN)})`,
    insert: TEAM,
    update: ofAudit('audit_id', AUDIT_WORKED_ON),
    fixed: ['audit_id', 'campaign_id', 'number'],
  },
  finding_reply: {
    select: ofAudit('audit_id', AUDIT_SEEN),
    insert: ofAudit('audit_id', ofMyService(SERVICE_FREE)),
    update: TEAM,
    fixed: ['audit_id', 'finding_id', 'replied_by_id'],
  },
  report: {
    select: ofAudit('audit_id', AUDIT_SEEN),
    insert: TEAM,
  },
  corrective_action: {
    select: `${programmeFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${TEAM}`,
    insert: ofMyService('audited_service_id'),
    update: `${coordinatorFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${TEAM}`,
    fixed: ['audit_id', 'audited_service_id', 'campaign_id', 'finding_id', 'proposed_by_id'],
  },
  corrective_action_note: {
    select: ofAction(
      `(${programmeFree('c.audited_service_id')} or ${ofMyService('c.audited_service_id')} or ${ofMyAudits('c.audit_id')})`,
    ),
    insert: ofAction(
      `(${coordinatorFree('c.audited_service_id')} or ${ofMyService('c.audited_service_id')} or ${ofMyAudits('c.audit_id')})`,
    ),
  },
};
