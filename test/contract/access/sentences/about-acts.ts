import { sentence, type Sentence } from './sentence';

/** Who does what, and never anybody else. */
export const aboutActs: readonly Sentence[] = [
  sentence(
    'nobody but the coordination opens a call',
    'domain §3.1',
    [
      'steering member ! campaignOpenCall draft',
      'admin ! campaignOpenCall draft',
      'editor ! campaignOpenCall draft',
    ],
    ['coordinator ! campaignOpenCall draft'],
  ),
  sentence(
    'nobody but the coordination cancels an audit',
    'domain §3.1',
    ['steering member ! auditCancel A.PLANNED', 'manager A ! auditCancel A.PLANNED'],
    ['coordinator ! auditCancel A.PLANNED'],
  ),
  sentence(
    'nobody but the coordination suspends an audit',
    'domain §3.2',
    ['lead A ! auditResume A.SUSPENDED', 'manager A ! auditResume A.SUSPENDED'],
    ['coordinator ! auditResume A.SUSPENDED'],
  ),
  sentence(
    'a coordinator with a tie never acts on the audit',
    'design §5',
    [
      'tied coordinator ! auditCancel A.PLANNED',
      'tied coordinator ! auditShowTeam A.TEAM_PROPOSED',
      'tied coordinator ! assignmentReplace A.TEAM_PROPOSED/hidden',
    ],
    ['coordinator ! auditShowTeam A.TEAM_PROPOSED', 'tied coordinator ! auditCancel B.PLANNED'],
  ),
  sentence(
    'a coordinator with a tie never selects the service',
    'design §5',
    ['tied coordinator ! applicationSelect A.SUBMITTED'],
    ['tied coordinator ! applicationSelect B.SUBMITTED', 'coordinator ! applicationSelect A.SUBMITTED'],
  ),
  sentence(
    'a coordinator with a tie makes no account for the service',
    'design §5',
    ['tied coordinator ! serviceAccountCreate A'],
    ['tied coordinator ! serviceAccountCreate B'],
  ),
  sentence(
    'only a manager applies for his service',
    'domain §3.1',
    [
      'contributor A ! applicationSubmit A',
      'manager B ! applicationSubmit A',
      'coordinator ! applicationSubmit A',
    ],
    ['manager A ! applicationSubmit A'],
  ),
  sentence(
    'only a manager recuses',
    'domain §3.1',
    [
      'contributor A ! recusalFile A.RECUSAL_WINDOW/member',
      'lead A ! recusalFile A.RECUSAL_WINDOW/member',
      'coordinator ! recusalFile A.RECUSAL_WINDOW/member',
    ],
    ['manager A ! recusalFile A.RECUSAL_WINDOW/member'],
  ),
  sentence(
    'a service never recuses the auditor of another',
    'design §5',
    ['manager B ! recusalFile A.RECUSAL_WINDOW/member'],
    ['manager B ! recusalFile B.RECUSAL_WINDOW/member'],
  ),
  sentence(
    'a service never decides its own recusal',
    'domain §3.2',
    ['manager A ! recusalGrant A.RECUSAL_WINDOW/lead', 'manager A ! recusalRefuse A.RECUSAL_WINDOW/lead'],
    ['steering member ! recusalRefuse A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'an auditor never decides a recusal',
    'domain §3.2',
    ['lead A ! recusalRefuse A.RECUSAL_WINDOW/lead', 'member A ! recusalGrant A.RECUSAL_WINDOW/lead'],
    ['coordinator ! recusalGrant A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'nobody accepts an assignment for somebody else',
    'design §5',
    [
      'coordinator ! assignmentAccept A.TEAM_PROPOSED/proposed',
      'hidden A ! assignmentAccept A.TEAM_PROPOSED/proposed',
    ],
    ['proposed A ! assignmentAccept A.TEAM_PROPOSED/proposed'],
  ),
  sentence(
    'nobody declines an assignment for somebody else',
    'design §5',
    ['coordinator ! assignmentDecline A.TEAM_PROPOSED/proposed'],
    ['proposed A ! assignmentDecline A.TEAM_PROPOSED/proposed'],
  ),
  sentence(
    'nobody declares a conflict for somebody else',
    'design §5',
    ['coordinator ! assignmentDeclareConflict A.TEAM_PROPOSED/hidden'],
    ['hidden A ! assignmentDeclareConflict A.TEAM_PROPOSED/hidden'],
  ),
  sentence(
    'nobody signs interests for somebody else',
    'design §5',
    ['coordinator ! declarationSign lead A DRAFT', 'lead B ! declarationSign lead A DRAFT'],
    ['lead A ! declarationSign lead A DRAFT'],
  ),
  sentence(
    'nobody changes interests for somebody else',
    'design §5',
    ['coordinator ! declarationUpdate lead A DRAFT', 'admin ! declarationUpdate lead A DRAFT'],
    ['lead A ! declarationUpdate lead A DRAFT'],
  ),
  sentence(
    'only the lead starts and ends the visit',
    'domain §3.1',
    [
      'member A ! auditStartVisit A.DOCUMENT_REVIEW',
      'coordinator ! auditEndVisit A.ON_SITE',
      'manager A ! auditEndVisit A.ON_SITE',
    ],
    ['lead A ! auditStartVisit A.DOCUMENT_REVIEW', 'lead A ! auditEndVisit A.ON_SITE'],
  ),
  sentence(
    'only the lead submits the draft report',
    'domain §3.1',
    ['member A ! draftReportSubmit A.DRAFT_REPORT', 'coordinator ! draftReportSubmit A.DRAFT_REPORT'],
    ['lead A ! draftReportSubmit A.DRAFT_REPORT'],
  ),
  sentence(
    'only the lead issues the report',
    'domain §3.1',
    [
      'coordinator ! reportIssue A.FINALISATION',
      'member A ! reportIssue A.FINALISATION',
      'steering member ! reportIssue A.FINALISATION',
    ],
    ['lead A ! reportIssue A.FINALISATION'],
  ),
  sentence(
    'only the lead amends a report',
    'design §2',
    ['coordinator ! reportAmend A.REPORT_ISSUED', 'manager A ! reportAmend A.REPORT_ISSUED'],
    ['lead A ! reportAmend A.REPORT_ISSUED'],
  ),
  sentence(
    'only the team signs',
    'domain §3.2',
    ['coordinator ! reportSign A.FINALISATION', 'manager A ! draftReportSign A.DRAFT_REPORT'],
    ['member A ! reportSign A.FINALISATION', 'member A ! draftReportSign A.DRAFT_REPORT'],
  ),
  sentence(
    'only the team grades',
    'design §3',
    [
      'coordinator ! gradeRecord A.ON_SITE',
      'manager A ! gradeRecord A.ON_SITE',
      'lead B ! gradeRecord A.ON_SITE',
      'replaced A ! gradeRecord A.ON_SITE',
    ],
    ['lead A ! gradeRecord A.ON_SITE', 'member A ! gradeRecord A.ON_SITE'],
  ),
  sentence(
    'only the service grades itself',
    'design §3',
    [
      'lead A ! gradeSelf A.SELF_ASSESSMENT',
      'coordinator ! gradeSelf A.SELF_ASSESSMENT',
      'manager B ! gradeSelf A.SELF_ASSESSMENT',
    ],
    ['manager A ! gradeSelf A.SELF_ASSESSMENT'],
  ),
  sentence(
    'only a manager hands in the self-assessment',
    'domain §3.1',
    [
      'contributor A ! selfAssessmentSubmit A.SELF_ASSESSMENT',
      'lead A ! selfAssessmentSubmit A.SELF_ASSESSMENT',
    ],
    ['manager A ! selfAssessmentSubmit A.SELF_ASSESSMENT'],
  ),
  sentence(
    'only the team writes findings',
    'design §3',
    [
      'coordinator ! findingCreate A.ON_SITE',
      'manager A ! findingCreate A.ON_SITE',
      'recused A ! findingCreate A.ON_SITE',
    ],
    ['member A ! findingCreate A.ON_SITE'],
  ),
  sentence(
    'only a manager replies to findings',
    'domain §3.1',
    [
      'contributor A ! findingReply A.CONTRADICTORY/SHARED',
      'coordinator ! findingReply A.CONTRADICTORY/SHARED',
      'manager B ! findingReply A.CONTRADICTORY/SHARED',
    ],
    ['manager A ! findingReply A.CONTRADICTORY/SHARED'],
  ),
  sentence(
    'only the team disposes of replies',
    'domain §3.3',
    [
      'manager A ! findingDispose A.CONTRADICTORY/CONTESTED',
      'coordinator ! findingDispose A.CONTRADICTORY/CONTESTED',
    ],
    ['member A ! findingDispose A.CONTRADICTORY/CONTESTED'],
  ),
  sentence(
    'only the service adds evidence',
    'domain §3.1',
    [
      'lead A ! evidenceAdd A.SELF_ASSESSMENT',
      'coordinator ! evidenceAdd A.SELF_ASSESSMENT',
      'manager B ! evidenceAdd A.SELF_ASSESSMENT',
    ],
    ['contributor A ! evidenceAdd A.SELF_ASSESSMENT'],
  ),
  sentence(
    'only the service proposes corrective actions',
    'design §2',
    [
      'lead A ! correctiveActionPropose A.PLAN_DUE/FINAL',
      'coordinator ! correctiveActionPropose A.PLAN_DUE/FINAL',
    ],
    ['contributor A ! correctiveActionPropose A.PLAN_DUE/FINAL'],
  ),
  sentence(
    'a service never verifies its own actions',
    'design §2',
    [
      'manager A ! correctiveActionVerify A.FOLLOW_UP/DONE',
      'contributor A ! correctiveActionVerify A.FOLLOW_UP/DONE',
    ],
    ['member A ! correctiveActionVerify A.FOLLOW_UP/DONE'],
  ),
  sentence(
    'a service never waives its own actions',
    'design §2',
    ['manager A ! correctiveActionWaive A.FOLLOW_UP/AGREED'],
    [
      'lead A ! correctiveActionWaive A.FOLLOW_UP/AGREED',
      'manager A ! correctiveActionRequestWaiver A.PLAN_DUE/PROPOSED',
    ],
  ),
  sentence(
    'only the lead accepts the plan',
    'domain §3.2',
    [
      'manager A ! planAccept A.PLAN_DUE',
      'member A ! planAccept A.PLAN_DUE',
      'coordinator ! planAccept A.PLAN_DUE',
    ],
    ['lead A ! planAccept A.PLAN_DUE'],
  ),
  sentence(
    'a danger is reported by the team',
    'domain §5.4',
    [
      'manager A ! auditEscalateSafety A.ON_SITE',
      'coordinator ! auditEscalateSafety A.ON_SITE',
      'proposed A ! auditEscalateSafety A.ON_SITE',
    ],
    ['member A ! auditEscalateSafety A.ON_SITE'],
  ),
  sentence(
    'an auditor never qualifies himself',
    'design §2',
    ['lead A ! auditorQualify lead A', 'steering member ! auditorQualify lead A'],
    ['coordinator ! auditorQualify lead A'],
  ),
  sentence(
    'an auditor changes his own file and nobody else’s',
    'design §2',
    ['lead B ! auditorUpdate lead A', 'steering member ! auditorUpdate lead A'],
    ['lead A ! auditorUpdate lead A'],
  ),
  sentence(
    'an auditor declares and ends his own ties',
    'domain §4',
    ['lead B ! affiliationEnd lead A employed', 'manager A ! affiliationEnd lead A employed'],
    ['lead A ! affiliationEnd lead A employed', 'coordinator ! affiliationEnd lead A employed'],
  ),
  sentence(
    'only the administration closes accounts',
    'design §5',
    [
      'coordinator ! accountDisable manager A',
      'manager A ! accountDisable manager A',
      'steering member ! accountDisable manager A',
    ],
    ['admin ! accountDisable manager A'],
  ),
  sentence(
    'the coordination hands out no role of the programme',
    'design §5',
    ['coordinator ! roleGrant manager A', 'manager A ! roleGrant manager A'],
    ['admin ! roleGrant manager A', 'coordinator ! roleGrant manager B'],
  ),
  sentence(
    'a manager takes no role back',
    'design §5',
    ['manager A ! roleRevoke lead A AUDITOR', 'lead A ! roleRevoke lead A AUDITOR'],
    ['admin ! roleRevoke lead A AUDITOR'],
  ),
  sentence(
    'only the coordination imports the registers',
    'design §2',
    [
      'admin ! auditedServicesImport',
      'steering member ! auditorsImport',
      'manager A ! auditedServicesImport',
    ],
    ['coordinator ! auditedServicesImport', 'coordinator ! auditorsImport'],
  ),
  sentence(
    'the authorities do nothing',
    'design §5',
    ['observer ! accountCreate', 'observer ! campaignCreate draft', 'observer ! auditedServicesImport'],
    ['observer ! passwordChange', 'coordinator ! accountCreate'],
  ),
  sentence(
    'an analyst does nothing',
    'domain §3.1',
    ['analyst ! accountCreate', 'analyst ! organisationLinkDeclare A'],
    ['coordinator ! organisationLinkDeclare A'],
  ),
  sentence(
    'whoever has not signed in does nothing but sign in',
    'design §5',
    ['nobody ! passwordChange', 'nobody ! accountCreate', 'nobody ! auditCancel A.PLANNED'],
    ['nobody ! signIn'],
  ),
  sentence(
    'a disabled account does nothing',
    'design §5',
    ['disabled ! passwordChange', 'disabled ! accountCreate', 'disabled ! auditCancel A.PLANNED'],
    ['coordinator ! accountCreate'],
  ),
];
