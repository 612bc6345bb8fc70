import { sentence, type Sentence } from './sentence';

/** Who does what, and never anybody else. */
export const aboutActs: readonly Sentence[] = [
  sentence(
    'nobody but the coordination opens a call',
    [
      'steering member ! campaignOpenCall draft',
      'admin ! campaignOpenCall draft',
      'editor ! campaignOpenCall draft',
    ],
    ['coordinator ! campaignOpenCall draft'],
  ),
  sentence(
    'nobody but the coordination cancels an audit',
    ['steering member ! auditCancel A.PLANNED', 'manager A ! auditCancel A.PLANNED'],
    ['coordinator ! auditCancel A.PLANNED'],
  ),
  sentence(
    'nobody but the coordination suspends an audit',
    ['lead A ! auditResume A.SUSPENDED', 'manager A ! auditResume A.SUSPENDED'],
    ['coordinator ! auditResume A.SUSPENDED'],
  ),
  sentence(
    'a coordinator with a tie never acts on the audit',
    [
      'tied coordinator ! auditCancel A.PLANNED',
      'tied coordinator ! auditShowTeam A.TEAM_PROPOSED',
      'tied coordinator ! assignmentReplace A.TEAM_PROPOSED/hidden',
    ],
    ['coordinator ! auditShowTeam A.TEAM_PROPOSED', 'tied coordinator ! auditCancel B.PLANNED'],
  ),
  sentence(
    'a coordinator with a tie never selects the service',
    ['tied coordinator ! applicationSelect A.SUBMITTED'],
    ['tied coordinator ! applicationSelect B.SUBMITTED', 'coordinator ! applicationSelect A.SUBMITTED'],
  ),
  sentence(
    'a coordinator with a tie makes no account for the service',
    ['tied coordinator ! serviceAccountCreate A'],
    ['tied coordinator ! serviceAccountCreate B'],
  ),
  sentence(
    'only a manager applies for his service',
    [
      'contributor A ! applicationSubmit A',
      'manager B ! applicationSubmit A',
      'coordinator ! applicationSubmit A',
    ],
    ['manager A ! applicationSubmit A'],
  ),
  sentence(
    'only a manager recuses',
    [
      'contributor A ! recusalFile A.RECUSAL_WINDOW/member',
      'lead A ! recusalFile A.RECUSAL_WINDOW/member',
      'coordinator ! recusalFile A.RECUSAL_WINDOW/member',
    ],
    ['manager A ! recusalFile A.RECUSAL_WINDOW/member'],
  ),
  sentence(
    'a service never recuses the auditor of another',
    ['manager B ! recusalFile A.RECUSAL_WINDOW/member'],
    ['manager B ! recusalFile B.RECUSAL_WINDOW/member'],
  ),
  sentence(
    'a service never decides its own recusal',
    ['manager A ! recusalGrant A.RECUSAL_WINDOW/lead', 'manager A ! recusalRefuse A.RECUSAL_WINDOW/lead'],
    ['steering member ! recusalRefuse A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'an auditor never decides a recusal',
    ['lead A ! recusalRefuse A.RECUSAL_WINDOW/lead', 'member A ! recusalGrant A.RECUSAL_WINDOW/lead'],
    ['coordinator ! recusalGrant A.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'nobody accepts an assignment for somebody else',
    [
      'coordinator ! assignmentAccept A.TEAM_PROPOSED/proposed',
      'hidden A ! assignmentAccept A.TEAM_PROPOSED/proposed',
    ],
    ['proposed A ! assignmentAccept A.TEAM_PROPOSED/proposed'],
  ),
  sentence(
    'nobody declines an assignment for somebody else',
    ['coordinator ! assignmentDecline A.TEAM_PROPOSED/proposed'],
    ['proposed A ! assignmentDecline A.TEAM_PROPOSED/proposed'],
  ),
  sentence(
    'nobody declares a conflict for somebody else',
    ['coordinator ! assignmentDeclareConflict A.TEAM_PROPOSED/hidden'],
    ['hidden A ! assignmentDeclareConflict A.TEAM_PROPOSED/hidden'],
  ),
  sentence(
    'nobody signs interests for somebody else',
    ['coordinator ! declarationSign lead A DRAFT', 'lead B ! declarationSign lead A DRAFT'],
    ['lead A ! declarationSign lead A DRAFT'],
  ),
  sentence(
    'nobody changes interests for somebody else',
    ['coordinator ! declarationUpdate lead A DRAFT', 'admin ! declarationUpdate lead A DRAFT'],
    ['lead A ! declarationUpdate lead A DRAFT'],
  ),
  sentence(
    'only the lead starts and ends the visit',
    [
      'member A ! auditStartVisit A.DOCUMENT_REVIEW',
      'coordinator ! auditEndVisit A.ON_SITE',
      'manager A ! auditEndVisit A.ON_SITE',
    ],
    ['lead A ! auditStartVisit A.DOCUMENT_REVIEW', 'lead A ! auditEndVisit A.ON_SITE'],
  ),
  sentence(
    'only the lead submits the draft report',
    ['member A ! draftReportSubmit A.DRAFT_REPORT', 'coordinator ! draftReportSubmit A.DRAFT_REPORT'],
    ['lead A ! draftReportSubmit A.DRAFT_REPORT'],
  ),
  sentence(
    'only the lead issues the report',
    [
      'coordinator ! reportIssue A.FINALISATION',
      'member A ! reportIssue A.FINALISATION',
      'steering member ! reportIssue A.FINALISATION',
    ],
    ['lead A ! reportIssue A.FINALISATION'],
  ),
  sentence(
    'only the lead proposes to amend a report, or gives it up',
    [
      'coordinator ! reportAmendmentPropose A.REPORT_ISSUED',
      'manager A ! reportAmendmentPropose A.REPORT_ISSUED',
      'member A ! reportAmendmentWithdraw A.FOLLOW_UP',
    ],
    ['lead A ! reportAmendmentPropose A.REPORT_ISSUED', 'lead A ! reportAmendmentWithdraw A.FOLLOW_UP'],
  ),
  sentence(
    'only the team signs',
    [
      'coordinator ! reportSign A.FINALISATION',
      'manager A ! draftReportSign A.DRAFT_REPORT',
      'manager A ! reportAmendmentSign A.FOLLOW_UP',
    ],
    [
      'member A ! reportSign A.FINALISATION',
      'member A ! draftReportSign A.DRAFT_REPORT',
      'member A ! reportAmendmentSign A.FOLLOW_UP',
    ],
  ),
];
