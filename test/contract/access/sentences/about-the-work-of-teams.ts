import { sentence, type Sentence } from './sentence';

/** What a service sees of what the team does, and who within it sees what. */
export const aboutTheWorkOfTeams: readonly Sentence[] = [
  sentence(
    'a service never sees a draft finding',
    ['manager A > Finding A.ON_SITE/DRAFT', 'manager A > Finding A.DRAFT_REPORT/DRAFT'],
    ['manager A > Finding A.CONTRADICTORY/SHARED'],
  ),
  sentence(
    'a service never counts draft findings',
    ['manager A > Audit.findings A.ON_SITE'],
    ['lead A > Audit.findings A.ON_SITE', 'manager A > Audit.findings A.CONTRADICTORY'],
  ),
  sentence(
    'a service never sees who wrote a finding',
    ['manager A > Finding.author A.CLOSED/FINAL'],
    ['lead A > Finding.author A.CLOSED/FINAL'],
  ),
  sentence(
    'a service never sees what a single auditor graded',
    ['manager A > Grade A.CLOSED/s1 by lead', 'manager A > Grade A.ON_SITE/s1 by member'],
    ['lead A > Grade A.CLOSED/s1 by member'],
  ),
  sentence(
    'a service never sees the consensus before the draft report is shared',
    ['manager A > Grade A.ON_SITE/s1 consensus', 'manager A > Grade A.DRAFT_REPORT/s1 consensus'],
    ['manager A > Grade A.CONTRADICTORY/s1 consensus'],
  ),
  sentence(
    'a service never sees who agreed to a consensus',
    ['manager A > Grade.agreedBy A.CLOSED/s1 consensus'],
    ['lead A > Grade.agreedBy A.CLOSED/s1 consensus'],
  ),
  sentence(
    'a service never sees who proposed a consensus',
    ['manager A > Grade.auditor A.CLOSED/s1 consensus'],
    ['member A > Grade.auditor A.CLOSED/s1 consensus'],
  ),
  sentence(
    'a service never sees which auditor has handed in which section',
    ['manager A > SectionSubmission A.ON_SITE/s2 lead', 'manager A > Audit.sectionSubmissions A.ON_SITE'],
    ['coordinator > SectionSubmission A.ON_SITE/s2 lead'],
  ),
  sentence(
    'a reader of the service sees what its manager sees of the audit',
    ['reader A > Audit B.CLOSED'],
    ['reader A > Audit A.CLOSED', 'reader A > Report A.CLOSED/v1'],
  ),
  sentence(
    'a reader never does anything',
    [
      'reader A ! gradeSelf A.SELF_ASSESSMENT',
      'reader A ! evidenceAdd A.SELF_ASSESSMENT',
      'reader A ! correctiveActionStart A.FOLLOW_UP/AGREED',
    ],
    ['contributor A ! gradeSelf A.SELF_ASSESSMENT'],
  ),
  sentence(
    'the note on a danger is never read by a contributor or reader',
    ['contributor A > Audit.safetyNote A.ON_SITE', 'reader A > Audit.safetyNote A.ON_SITE'],
    ['manager A > Audit.safetyNote A.ON_SITE'],
  ),
  sentence(
    'why an audit was stopped is for its manager, not for every member of the service',
    ['reader A > Audit.stateReason A.SUSPENDED'],
    ['manager A > Audit.stateReason A.SUSPENDED'],
  ),
  sentence(
    'a service sees what was decided of its own recusals',
    ['manager B > Recusal.decisionReason A.TEAM_CONFIRMED/lead'],
    ['manager A > Recusal.decisionReason A.TEAM_CONFIRMED/lead'],
  ),
  sentence(
    'a service sees every version of its report',
    ['manager B > Report A.CLOSED/v2'],
    ['manager A > Report A.CLOSED/v2', 'manager A > Report.content A.CLOSED/v1'],
  ),
];
