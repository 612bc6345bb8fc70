import { sentence, type Sentence } from './sentence';

/** What a service sees of its own audits, and never of another's. */
export const aboutServices: readonly Sentence[] = [
  sentence(
    'what a service is told of those like it is its own alone',
    [
      'manager B > ServiceComparison A.CLOSED',
      'coordinator > ServiceComparison A.CLOSED',
      'steering member > ServiceComparison A.CLOSED',
      'lead A > ServiceComparison A.CLOSED',
    ],
    ['manager A > ServiceComparison A.CLOSED', 'reader A > ServiceComparison A.CLOSED'],
  ),
  sentence(
    'a service reads the synthesis once it is published, and never its draft',
    ['manager A > Synthesis FOLLOW_UP', 'manager A > Campaign.synthesis FOLLOW_UP'],
    ['manager A > Synthesis CLOSED'],
  ),
  sentence(
    'service A never sees an audit of service B',
    ['manager A > Audit B.ON_SITE'],
    ['manager A > Audit A.ON_SITE'],
  ),
  sentence(
    'service B never sees an audit of service A',
    ['manager B > Audit A.ON_SITE'],
    ['manager B > Audit B.ON_SITE'],
  ),
  sentence(
    'a service never sees an audit of another campaign that is not its own',
    ['manager A > Audit C.ON_SITE', 'manager C > Audit A.CLOSED'],
    ['manager C > Audit C.ON_SITE'],
  ),
  sentence(
    'a service never sees the findings of another',
    ['manager A > Finding B.CLOSED/FINAL'],
    ['manager A > Finding A.CLOSED/FINAL'],
  ),
  sentence(
    'a service never sees the report of another',
    ['manager A > Report B.CLOSED/v1'],
    ['manager A > Report A.CLOSED/v1'],
  ),
  sentence(
    'a service never sees the evidence of another',
    ['manager A > Evidence B.ON_SITE/evidence'],
    ['manager A > Evidence A.ON_SITE/evidence'],
  ),
  sentence(
    'a service never sees the corrective actions of another',
    ['manager A > CorrectiveAction B.FOLLOW_UP/DONE'],
    ['manager A > CorrectiveAction A.FOLLOW_UP/DONE'],
  ),
  sentence(
    'a service never sees the notes on actions of another',
    ['manager A > CorrectiveActionNote B.FOLLOW_UP/DONE'],
    ['manager A > CorrectiveActionNote A.FOLLOW_UP/DONE'],
  ),
  sentence(
    'a service never sees the follow-up of another',
    ['manager A > DocumentaryFollowUp B.CLOSED/follow-up', 'manager A > FollowUpItem B.CLOSED/VERIFIED'],
    ['manager A > DocumentaryFollowUp A.CLOSED/follow-up', 'manager A > FollowUpItem A.CLOSED/VERIFIED'],
  ),
  sentence(
    'a service never sees what another answered to a finding',
    ['manager A > FindingReply B.FINALISATION/AMENDED'],
    ['manager A > FindingReply A.FINALISATION/AMENDED'],
  ),
  sentence(
    'a service never sees how another graded itself',
    ['manager A > Grade B.ON_SITE/s1 self'],
    ['manager A > Grade A.ON_SITE/s1 self'],
  ),
  sentence(
    'a service never sees the consensus grades of another',
    ['manager A > Grade B.CLOSED/s1 consensus'],
    ['manager A > Grade A.CLOSED/s1 consensus'],
  ),
  sentence(
    'a service never sees whom another recused',
    ['manager A > Recusal B.RECUSAL_WINDOW/lead'],
    ['manager A > Recusal A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'a service never sees the team of another',
    ['manager A > Assignment B.ON_SITE/lead'],
    ['manager A > Assignment A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees that another applied',
    ['manager A > Application B.SUBMITTED'],
    ['manager A > Application A.SUBMITTED'],
  ),
  sentence(
    'a service never learns through the register which audits another has',
    ['manager A > AuditedService.audits B'],
    ['manager A > AuditedService.audits A', 'coordinator > AuditedService.audits B'],
  ),
  sentence(
    'a service never learns through the register where another applied',
    ['manager A > AuditedService.applications B'],
    ['manager A > AuditedService.applications A'],
  ),
  sentence(
    'a service never learns who has which role in another',
    ['manager A > AuditedService.roleGrants B', 'manager A > RoleGrant manager B SERVICE_MANAGER'],
    ['manager A > AuditedService.roleGrants A'],
  ),
  sentence(
    'a contributor never learns who else has a role in his service',
    ['contributor A > RoleGrant manager A SERVICE_MANAGER'],
    ['manager A > RoleGrant contributor A SERVICE_CONTRIBUTOR'],
  ),
  sentence(
    'a service never learns why an auditor withdrew',
    [
      'manager A > Assignment A.TEAM_PROPOSED/declined',
      'manager A > Assignment A.ON_SITE/declined',
      'manager A > Assignment.reason A.ON_SITE/lead',
    ],
    ['coordinator > Assignment.reason A.ON_SITE/declined'],
  ),
  sentence(
    'a service never sees who declined',
    ['manager A > Assignment A.DRAFT_REPORT/declined'],
    ['coordinator > Assignment A.DRAFT_REPORT/declined'],
  ),
  sentence(
    'a service never sees who declared a conflict with it',
    ['manager A > Assignment A.TEAM_PROPOSED/declarer'],
    ['coordinator > Assignment A.TEAM_PROPOSED/declarer'],
  ),
  sentence(
    'a service never sees conflicts that were found',
    ['manager A > Conflict A.ON_SITE/lead', 'manager A > Audit.conflicts A.ON_SITE'],
    ['coordinator > Conflict A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees who was replaced',
    ['manager A > Assignment A.ON_SITE/replaced'],
    ['coordinator > Assignment A.ON_SITE/replaced'],
  ),
  sentence(
    'a service never sees its team before it is shown to it',
    ['manager A > Assignment A.TEAM_PROPOSED/hidden', 'manager A > Audit.assignments A.TEAM_PROPOSED'],
    ['manager A > Assignment A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'a service never sees who is called on and has not accepted',
    ['manager A > Assignment A.RECUSAL_WINDOW/proposed'],
    ['coordinator > Assignment A.RECUSAL_WINDOW/proposed'],
  ),
  sentence(
    'a service never sees a substitute before the team is shown to it again',
    ['manager C > Assignment C.TEAM_PROPOSED/member'],
    ['manager C > Assignment C.TEAM_PROPOSED/lead', 'coordinator > Assignment C.TEAM_PROPOSED/member'],
  ),
  sentence(
    'a service sees the names of its team',
    ['manager B > Assignment.auditor.person.familyName A.ON_SITE/lead'],
    ['manager A > Assignment.auditor.person.familyName A.ON_SITE/lead'],
  ),
  sentence(
    'a service sees the employers of its team',
    ['manager B > Assignment.auditor.affiliations A.ON_SITE/lead'],
    ['manager A > Assignment.auditor.affiliations.organisation A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees the interests of its team',
    ['manager A > Assignment.auditor.declarations A.ON_SITE/lead', 'manager A > Interest lead A SIGNED'],
    ['coordinator > Assignment.auditor.declarations A.ON_SITE/lead', 'coordinator > Interest lead A SIGNED'],
  ),
  sentence(
    'a service never sees for whom an auditor consults',
    ['manager A > Affiliation lead A consulting'],
    ['coordinator > Affiliation lead A consulting'],
  ),
  sentence(
    'a service never sees where an auditor used to work',
    ['manager A > Affiliation lead A formerly employed'],
    ['coordinator > Affiliation lead A formerly employed'],
  ),
  sentence(
    'a service never sees the RPPS number of its auditors',
    ['manager A > Assignment.auditor.rpps A.ON_SITE/lead'],
    ['coordinator > Assignment.auditor.rpps A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees the e-mail address of its auditors',
    ['manager A > Assignment.auditor.person.email A.ON_SITE/lead'],
    ['coordinator > Assignment.auditor.person.email A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees when its auditors are away',
    ['manager A > Assignment.auditor.unavailabilities A.ON_SITE/lead'],
    ['coordinator > Assignment.auditor.unavailabilities A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees how its auditors are qualified',
    ['manager A > Assignment.auditor.qualification A.ON_SITE/lead'],
    ['coordinator > Assignment.auditor.qualification A.ON_SITE/lead'],
  ),
  sentence(
    'a service never sees what else its auditors audit',
    ['manager A > Assignment B.ON_SITE/member', 'manager A > Assignment C.ON_SITE/lead'],
    ['elsewhere > Assignment C.ON_SITE/lead'],
  ),
];
