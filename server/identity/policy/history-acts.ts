// Which acts on an object its viewers learn of, by when and as what; who did them is told apart. Acts that stand nowhere here
// are for the programme and for whoever did them: an act that is added later starts hidden.

/** Told to the audited service, and to the team. */
export const ACTS_FOR_SERVICES = [
  'auditPlanVisit',
  'auditShowTeam',
  'auditAgreeTeam',
  'auditConfirmTeam',
  'auditOpenSelfAssessment',
  'auditRecordDefault',
  'selfAssessmentSubmit',
  'auditStartVisit',
  'auditEndVisit',
  'draftReportSubmit',
  'contradictoryAnswer',
  'contradictoryClose',
  'reportIssue',
  'reportAmend',
  'planOpen',
  'planSubmit',
  'planReturn',
  'planAccept',
  'auditClose',
  'auditSuspend',
  'auditResume',
  'auditCancel',
  'auditEscalateSafety',
  'findingReply',
  'findingDispose',
  'caseListSet',
  'caseSampleDraw',
  'caseReplace',
] as const;

/** Told to the audited service alone: how far it is with its own assessment. */
export const ACTS_OF_SERVICES = ['gradeSelf', 'gradesSelf'] as const;

/** Told to the team alone: its own work on what the service has not been shown. */
export const ACTS_FOR_TEAMS = [
  'auditPlan',
  'auditProposeTeam',
  'draftReportSign',
  'reportSign',
  'reportAmendmentPropose',
  'reportAmendmentSign',
  'reportAmendmentWithdraw',
  'findingCreate',
  'findingUpdate',
  'findingDiscard',
] as const;

/**
 * Judging. Not even that it happened is told to the other auditor, who would learn how far his peer is; the programme reads
 * it once the report is out, when it reads the grades themselves.
 */
export const BLIND_ACTS = [
  'gradeRecord',
  'gradesRecord',
  'sectionSubmit',
  'consensusPropose',
  'consensusAgree',
  'consensusAgreeAll',
  'measureRecord',
  'caseReviewsRecord',
  'caseReviewsSubmit',
  'caseDisputesArbitrate',
  'caseSettlementPropose',
  'caseSettlementAgree',
] as const;

/**
 * Reading a file or a report: that it was looked at, and when, would tell how far its reader is, or whether he cares. Told to
 * himself alone.
 */
export const ACTS_FOR_ONESELF = ['evidenceDownload', 'reportDownload'] as const;

/** Told to the service of a file alone: that a person had to decide says that a patient may have stood in it. */
export const ACTS_OF_SCANS = ['evidenceScan', 'evidenceRelease', 'evidenceRefuse'] as const;
