import { sentence, type Sentence } from './sentence';

/** Who grades, writes, answers and checks, and never anybody else. */
export const aboutActsInAudits: readonly Sentence[] = [
  sentence(
    'only the team grades',
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
    [
      'lead A ! gradeSelf A.SELF_ASSESSMENT',
      'coordinator ! gradeSelf A.SELF_ASSESSMENT',
      'manager B ! gradeSelf A.SELF_ASSESSMENT',
    ],
    ['manager A ! gradeSelf A.SELF_ASSESSMENT'],
  ),
  sentence(
    'only a manager hands in the self-assessment',
    [
      'contributor A ! selfAssessmentSubmit A.SELF_ASSESSMENT',
      'lead A ! selfAssessmentSubmit A.SELF_ASSESSMENT',
    ],
    ['manager A ! selfAssessmentSubmit A.SELF_ASSESSMENT'],
  ),
  sentence(
    'only the team writes findings',
    [
      'coordinator ! findingCreate A.ON_SITE',
      'manager A ! findingCreate A.ON_SITE',
      'recused A ! findingCreate A.ON_SITE',
    ],
    ['member A ! findingCreate A.ON_SITE'],
  ),
  sentence(
    'only a manager replies to findings',
    [
      'contributor A ! findingReply A.CONTRADICTORY/SHARED',
      'coordinator ! findingReply A.CONTRADICTORY/SHARED',
      'manager B ! findingReply A.CONTRADICTORY/SHARED',
    ],
    ['manager A ! findingReply A.CONTRADICTORY/SHARED'],
  ),
  sentence(
    'only the team disposes of replies',
    [
      'manager A ! findingDispose A.CONTRADICTORY/CONTESTED',
      'coordinator ! findingDispose A.CONTRADICTORY/CONTESTED',
    ],
    ['member A ! findingDispose A.CONTRADICTORY/CONTESTED'],
  ),
  sentence(
    'only the service adds evidence',
    [
      'lead A ! evidenceAdd A.SELF_ASSESSMENT',
      'coordinator ! evidenceAdd A.SELF_ASSESSMENT',
      'manager B ! evidenceAdd A.SELF_ASSESSMENT',
    ],
    ['contributor A ! evidenceAdd A.SELF_ASSESSMENT'],
  ),
  sentence(
    'only the service proposes corrective actions',
    [
      'lead A ! correctiveActionPropose A.PLAN_DUE/FINAL',
      'coordinator ! correctiveActionPropose A.PLAN_DUE/FINAL',
    ],
    ['contributor A ! correctiveActionPropose A.PLAN_DUE/FINAL'],
  ),
  sentence(
    'a service never verifies its own actions',
    [
      'manager A ! correctiveActionVerify A.FOLLOW_UP/DONE',
      'contributor A ! correctiveActionVerify A.FOLLOW_UP/DONE',
    ],
    ['member A ! correctiveActionVerify A.FOLLOW_UP/DONE'],
  ),
  sentence(
    'a service never waives its own actions',
    ['manager A ! correctiveActionWaive A.FOLLOW_UP/AGREED'],
    [
      'lead A ! correctiveActionWaive A.FOLLOW_UP/AGREED',
      'manager A ! correctiveActionRequestWaiver A.PLAN_DUE/PROPOSED',
    ],
  ),
  sentence(
    'a service never judges the effect of its own actions',
    ['manager A ! correctiveActionJudgeEffect A.CLOSED/VERIFIED'],
    ['member A ! correctiveActionJudgeEffect A.CLOSED/VERIFIED'],
  ),
  sentence(
    'only whoever was named concludes on a follow-up',
    [
      'manager A ! documentaryFollowUpReview A.CLOSED/follow-up',
      'member A ! documentaryFollowUpReview A.CLOSED/follow-up',
      'coordinator ! documentaryFollowUpReview A.CLOSED/follow-up',
    ],
    ['lead A ! documentaryFollowUpReview A.CLOSED/follow-up'],
  ),
  sentence(
    'only the lead accepts the plan',
    [
      'manager A ! planAccept A.PLAN_DUE',
      'member A ! planAccept A.PLAN_DUE',
      'coordinator ! planAccept A.PLAN_DUE',
    ],
    ['lead A ! planAccept A.PLAN_DUE'],
  ),
  sentence(
    'a danger is reported by the team',
    [
      'manager A ! auditEscalateSafety A.ON_SITE',
      'coordinator ! auditEscalateSafety A.ON_SITE',
      'proposed A ! auditEscalateSafety A.ON_SITE',
    ],
    ['member A ! auditEscalateSafety A.ON_SITE'],
  ),
  sentence(
    'an auditor never qualifies himself',
    ['lead A ! auditorQualify lead A', 'steering member ! auditorQualify lead A'],
    ['coordinator ! auditorQualify lead A'],
  ),
  sentence(
    'an auditor changes his own file and nobody else’s',
    ['lead B ! auditorUpdate lead A', 'steering member ! auditorUpdate lead A'],
    ['lead A ! auditorUpdate lead A'],
  ),
  sentence(
    'an auditor declares and ends his own ties',
    ['lead B ! affiliationEnd lead A employed', 'manager A ! affiliationEnd lead A employed'],
    ['lead A ! affiliationEnd lead A employed', 'coordinator ! affiliationEnd lead A employed'],
  ),
  sentence(
    'only the administration closes accounts',
    [
      'coordinator ! accountDisable manager A',
      'manager A ! accountDisable manager A',
      'steering member ! accountDisable manager A',
    ],
    ['admin ! accountDisable manager A'],
  ),
  sentence(
    'the coordination hands out no role of the programme',
    ['coordinator ! roleGrant manager A', 'manager A ! roleGrant manager A'],
    ['admin ! roleGrant manager A', 'coordinator ! roleGrant manager B'],
  ),
  sentence(
    'a manager takes no role back',
    ['manager A ! roleRevoke lead A AUDITOR', 'lead A ! roleRevoke lead A AUDITOR'],
    ['admin ! roleRevoke lead A AUDITOR'],
  ),
  sentence(
    'only the coordination imports the registers',
    [
      'admin ! auditedServicesImport',
      'steering member ! auditorsImport',
      'manager A ! auditedServicesImport',
    ],
    ['coordinator ! auditedServicesImport', 'coordinator ! auditorsImport'],
  ),
  sentence(
    'the authorities do nothing',
    ['observer ! accountCreate', 'observer ! campaignCreate draft', 'observer ! auditedServicesImport'],
    ['observer ! passwordChange', 'coordinator ! accountCreate'],
  ),
  sentence(
    'an analyst does nothing',
    ['analyst ! accountCreate', 'analyst ! organisationLinkDeclare A'],
    ['coordinator ! organisationLinkDeclare A'],
  ),
  sentence(
    'whoever has not signed in does nothing but sign in',
    ['nobody ! passwordChange', 'nobody ! accountCreate', 'nobody ! auditCancel A.PLANNED'],
    ['nobody ! signIn'],
  ),
  sentence(
    'a disabled account does nothing',
    ['disabled ! passwordChange', 'disabled ! accountCreate', 'disabled ! auditCancel A.PLANNED'],
    ['coordinator ! accountCreate'],
  ),
];
