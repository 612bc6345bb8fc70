import { sentence, type Sentence } from './sentence';

/** What auditors see, when, and what they judge blind. */
export const aboutAuditors: readonly Sentence[] = [
  sentence(
    'an auditor never sees an audit before accepting',
    [
      'proposed A > Audit A.TEAM_PROPOSED',
      'proposed A > Audit A.ON_SITE',
      'member B > Assignment.audit.id A.ON_SITE/lead',
    ],
    ['hidden A > Audit A.TEAM_PROPOSED', 'proposed A > Assignment A.ON_SITE/proposed'],
  ),
  sentence(
    'who is called on knows where before he accepts',
    ['lead B > Assignment.auditedService.name A.ON_SITE/proposed'],
    ['proposed A > Assignment.auditedService.name A.ON_SITE/proposed'],
  ),
  sentence(
    'who is called on sees nothing of the audit but his own call',
    [
      'proposed A > Assignment A.ON_SITE/lead',
      'proposed A > Evidence A.ON_SITE/evidence',
      'proposed A > Finding A.ON_SITE/DRAFT',
    ],
    ['member A > Assignment A.ON_SITE/lead'],
  ),
  sentence(
    'who declined never sees the audit',
    ['declined A > Audit A.ON_SITE', 'declined A > Audit A.TEAM_PROPOSED'],
    ['declined A > Assignment A.ON_SITE/declined'],
  ),
  sentence(
    'who declared a conflict never sees the audit',
    ['declarer A > Audit A.TEAM_PROPOSED'],
    ['declarer A > Assignment A.TEAM_PROPOSED/declarer'],
  ),
  sentence(
    'who was recused loses sight of the audit',
    ['recused A > Audit A.ON_SITE', 'recused A > Finding A.ON_SITE/DRAFT'],
    ['recused A > Assignment A.ON_SITE/recused', 'lead A > Audit A.ON_SITE'],
  ),
  sentence(
    'who was recused never reads why',
    ['recused A > Recusal A.ON_SITE/recused', 'recused A > Assignment.recusal.reason A.ON_SITE/recused'],
    ['manager A > Recusal.reason A.ON_SITE/recused'],
  ),
  sentence(
    'an auditor never reads a recusal filed against him',
    ['lead A > Recusal A.RECUSAL_WINDOW/lead', 'lead A > Audit.recusals A.RECUSAL_WINDOW'],
    ['steering member > Recusal A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'who was replaced loses sight of the audit',
    ['replaced A > Audit A.ON_SITE'],
    ['replaced A > Assignment A.ON_SITE/replaced'],
  ),
  sentence(
    'who was replaced loses even the grades he gave',
    ['replaced A > Grade A.ON_SITE/s1 by replaced'],
    ['lead A > Grade A.ON_SITE/s1 by replaced'],
  ),
  sentence(
    'an auditor whose role has ended sees no audit',
    ['grantless A > Audit A.CONTRADICTORY', 'grantless A > Finding A.CONTRADICTORY/SHARED'],
    ['lead A > Audit A.CONTRADICTORY'],
  ),
  sentence(
    'an auditor never sees an audit that is not his',
    ['lead A > Audit B.ON_SITE', 'lead B > Audit A.ON_SITE', 'elsewhere > Audit A.CLOSED'],
    ['elsewhere > Audit C.ON_SITE'],
  ),
  sentence(
    'an auditor never sees findings of an audit that is not his',
    ['lead B > Finding A.CLOSED/FINAL'],
    ['lead A > Finding A.CLOSED/FINAL'],
  ),
  sentence(
    'an auditor never sees reports of an audit that is not his',
    ['member B > Report A.CLOSED/v1'],
    ['member A > Report A.CLOSED/v1'],
  ),
  sentence(
    'an auditor never sees evidence of an audit that is not his',
    ['lead B > Evidence A.ON_SITE/evidence'],
    ['lead A > Evidence A.ON_SITE/evidence'],
  ),
  sentence(
    'an auditor never sees actions of an audit that is not his',
    ['lead B > CorrectiveAction A.FOLLOW_UP/DONE'],
    ['lead A > CorrectiveAction A.FOLLOW_UP/DONE'],
  ),
  sentence(
    'grades stay blind until both have submitted the section',
    ['lead A > Grade A.ON_SITE/s2 by member', 'member A > Grade A.ON_SITE/s2 by lead'],
    ['lead A > Grade A.ON_SITE/s1 by member', 'member A > Grade A.ON_SITE/s1 by lead'],
  ),
  sentence(
    'having submitted alone shows nobody the other grades',
    ['lead A > Grade A.ON_SITE/s2 by member'],
    ['lead A > Grade A.ON_SITE/s2 by lead'],
  ),
  sentence(
    'grades of a section that nobody submitted are for their authors alone',
    ['member A > Grade A.ON_SITE/s3 by lead', 'watcher A > Grade A.ON_SITE/s3 by lead'],
    ['lead A > Grade A.ON_SITE/s3 by lead'],
  ),
  sentence(
    'suspending an audit opens no blind grade',
    ['lead A > Grade A.SUSPENDED/s2 by member', 'member A > Grade A.SUSPENDED/s3 by lead'],
    ['lead A > Grade A.SUSPENDED/s1 by member'],
  ),
  sentence(
    'a trainee never sees a grade before those who judge have submitted',
    ['watcher A > Grade A.ON_SITE/s2 by lead', 'watcher A > Grade A.ON_SITE/s2 by member'],
    ['watcher A > Grade A.ON_SITE/s1 by lead'],
  ),
  sentence(
    'a grader who has not submitted keeps the section blind for the others',
    ['lead A > Grade A.CONTRADICTORY/s1 by member'],
    ['lead B > Grade B.CONTRADICTORY/s1 by member'],
  ),
  sentence(
    'the coordination never sees raw grades while they are given',
    ['coordinator > Grade A.ON_SITE/s1 by lead', 'coordinator > Grade A.FINALISATION/s1 by lead'],
    ['coordinator > Grade A.REPORT_ISSUED/s1 by lead'],
  ),
  sentence(
    'raw grades are kept for agreement statistics once the report is issued',
    ['analyst > Grade A.CLOSED/s1 by lead'],
    ['coordinator > Grade A.CLOSED/s1 by lead', 'coordinator > Grade A.CLOSED/s1 by member'],
  ),
  sentence(
    'the team never reads the self-assessment before it is handed in',
    ['lead A > Grade A.SELF_ASSESSMENT/s1 self'],
    ['lead A > Grade A.DOCUMENT_REVIEW/s1 self', 'manager A > Grade A.SELF_ASSESSMENT/s1 self'],
  ),
  sentence(
    'the coordination never reads the self-assessment',
    ['coordinator > Grade A.CLOSED/s1 self', 'steering member > Grade A.DOCUMENT_REVIEW/s1 self'],
    ['lead A > Grade A.CLOSED/s1 self'],
  ),
  sentence(
    'a score never tells more than the grades it is made of',
    ['manager A > Grade A.DRAFT_REPORT/s2 consensus', 'observer > Audit A.CLOSED'],
    ['manager A > Grade A.CLOSED/s2 consensus'],
  ),
  sentence(
    'drafts stay with the team until they are shared',
    ['coordinator > Finding A.ON_SITE/DRAFT', 'steering member > Finding A.DRAFT_REPORT/DRAFT'],
    ['member A > Finding A.ON_SITE/DRAFT'],
  ),
  sentence(
    'the coordination never counts drafts',
    ['coordinator > Audit.findings A.DRAFT_REPORT'],
    ['lead A > Audit.findings A.DRAFT_REPORT'],
  ),
  sentence(
    'drafts of a suspended audit stay with the team',
    ['coordinator > Finding A.SUSPENDED/DRAFT', 'manager A > Finding A.SUSPENDED/DRAFT'],
    ['lead A > Finding A.SUSPENDED/DRAFT'],
  ),
];
