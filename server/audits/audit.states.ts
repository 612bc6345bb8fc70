import type { Hindrance, StateTable } from '../kernel/states';

export const AUDIT_STATES = [
  'PLANNED',
  'TEAM_PROPOSED',
  'RECUSAL_WINDOW',
  'TEAM_CONFIRMED',
  'SELF_ASSESSMENT',
  'DOCUMENT_REVIEW',
  'ON_SITE',
  'DRAFT_REPORT',
  'CONTRADICTORY',
  'FINALISATION',
  'REPORT_ISSUED',
  'PLAN_DUE',
  'FOLLOW_UP',
  'CLOSED',
  'SUSPENDED',
  'CANCELLED',
] as const;
export type AuditState = (typeof AUDIT_STATES)[number];

/** States in which the audit can still be suspended or given up. */
export const BEFORE_REPORT: readonly AuditState[] = AUDIT_STATES.slice(
  0,
  AUDIT_STATES.indexOf('REPORT_ISSUED'),
);

/** What the guards of an audit's moves look at; days are compared with today in Paris. */
export interface AuditFacts {
  /** As many of each profession are on the team as the service needs, and one of its members leads. */
  isTeamComplete: boolean;
  /** Nobody on the team still has to accept and attest. */
  isTeamAccepted: boolean;
  /** Recusals filed or appealed, that nobody has decided. */
  openRecusals: number;
  isRecusalWindowElapsed: boolean;
  isTeamAgreed: boolean;
  visitOn: string | null;
  isVisitReached: boolean;
  selfAssessmentDueOn: string | null;
  isSelfAssessmentOverdue: boolean;
  /** Criteria that the service has not answered. */
  selfGradesMissing: number;
  /** Criteria without a consensus that a second auditor agreed to. */
  consensusMissing: number;
  /** Findings that stand. */
  findings: number;
  isDraftSigned: boolean;
  isReportSigned: boolean;
  /** Shared findings that the service has not replied to. */
  repliesMissing: number;
  isContradictoryAnswered: boolean;
  isContradictoryElapsed: boolean;
  /** Contestations and corrections that the team has not answered. */
  dispositionsPending: number;
  isPlanSubmitted: boolean;
  /** Major and critical non-conformities without any action. */
  findingsWithoutAction: number;
  /** Actions neither verified nor waived. */
  openActions: number;
  suspendedFromState: AuditState | null;
}

const missing = (code: Hindrance['code'], count: number): Hindrance | null =>
  count > 0 ? { code, params: { missing: count } } : null;

const teamComplete = ({ isTeamComplete }: AuditFacts) => (isTeamComplete ? null : 'TEAM_INCOMPLETE');

function teamAccepted(facts: AuditFacts) {
  return teamComplete(facts) ?? (facts.isTeamAccepted ? null : 'TEAM_NOT_ACCEPTED');
}

function recusalsSettled(facts: AuditFacts) {
  if (facts.openRecusals > 0) return 'RECUSAL_PENDING';
  if (!facts.isRecusalWindowElapsed && !facts.isTeamAgreed) return 'RECUSAL_WINDOW_OPEN';
  return teamAccepted(facts);
}

function visitReached({ visitOn, isVisitReached }: AuditFacts) {
  if (visitOn === null) return 'VISIT_DATE_MISSING';
  return isVisitReached ? null : { code: 'VISIT_NOT_REACHED' as const, params: { date: visitOn } };
}

function draftReady({ findings, isDraftSigned }: AuditFacts) {
  if (findings === 0) return 'FINDINGS_MISSING';
  return isDraftSigned ? null : 'SIGNATURES_MISSING';
}

function serviceHeard(facts: AuditFacts) {
  const isHeard = facts.repliesMissing === 0 || facts.isContradictoryAnswered || facts.isContradictoryElapsed;
  return isHeard ? null : 'REPLIES_PENDING';
}

function reportReady({ dispositionsPending, isReportSigned }: AuditFacts) {
  if (dispositionsPending > 0) return 'DISPOSITIONS_PENDING';
  return isReportSigned ? null : 'SIGNATURES_MISSING';
}

/**
 * The legal moves of an audit (domain: the audit of one service in one campaign). Acts that leave the state as it is
 * (agreeing to the team, signing, handing in the plan, the safety flag) are not moves and do not stand here.
 */
export const auditStates: StateTable<AuditState, AuditFacts> = {
  noun: 'Audit',
  states: AUDIT_STATES,
  initial: 'PLANNED',
  moves: [
    { act: 'auditProposeTeam', from: ['PLANNED'], to: 'TEAM_PROPOSED', guard: teamComplete },
    { act: 'auditShowTeam', from: ['TEAM_PROPOSED'], to: 'RECUSAL_WINDOW', guard: teamAccepted },
    { act: 'auditConfirmTeam', from: ['RECUSAL_WINDOW'], to: 'TEAM_CONFIRMED', guard: recusalsSettled },
    {
      act: 'auditOpenSelfAssessment',
      from: ['TEAM_CONFIRMED'],
      to: 'SELF_ASSESSMENT',
      guard: ({ visitOn }) => (visitOn === null ? 'VISIT_DATE_MISSING' : null),
    },
    {
      act: 'selfAssessmentSubmit',
      from: ['SELF_ASSESSMENT'],
      to: 'DOCUMENT_REVIEW',
      guard: ({ selfGradesMissing }) => missing('SELF_ASSESSMENT_INCOMPLETE', selfGradesMissing),
    },
    {
      act: 'auditRecordDefault',
      from: ['SELF_ASSESSMENT'],
      to: 'DOCUMENT_REVIEW',
      guard: ({ isSelfAssessmentOverdue, selfAssessmentDueOn }) =>
        isSelfAssessmentOverdue
          ? null
          : { code: 'SELF_ASSESSMENT_NOT_OVERDUE', params: { date: selfAssessmentDueOn ?? '—' } },
    },
    { act: 'auditStartVisit', from: ['DOCUMENT_REVIEW'], to: 'ON_SITE', guard: visitReached },
    {
      act: 'auditEndVisit',
      from: ['ON_SITE'],
      to: 'DRAFT_REPORT',
      guard: ({ consensusMissing }) => missing('GRADES_INCOMPLETE', consensusMissing),
    },
    { act: 'draftReportSubmit', from: ['DRAFT_REPORT'], to: 'CONTRADICTORY', guard: draftReady },
    { act: 'contradictoryClose', from: ['CONTRADICTORY'], to: 'FINALISATION', guard: serviceHeard },
    { act: 'reportIssue', from: ['FINALISATION'], to: 'REPORT_ISSUED', guard: reportReady },
    { act: 'planOpen', from: ['REPORT_ISSUED'], to: 'PLAN_DUE' },
    {
      act: 'planAccept',
      from: ['PLAN_DUE'],
      to: 'FOLLOW_UP',
      guard: ({ isPlanSubmitted }) => (isPlanSubmitted ? null : 'PLAN_NOT_SUBMITTED'),
    },
    {
      act: 'auditClose',
      from: ['FOLLOW_UP'],
      to: 'CLOSED',
      guard: ({ openActions }) => (openActions > 0 ? 'ACTIONS_OPEN' : null),
    },
    {
      act: 'loseAuditor',
      isInternal: true,
      from: ['RECUSAL_WINDOW', 'TEAM_CONFIRMED', 'SELF_ASSESSMENT', 'DOCUMENT_REVIEW'],
      to: 'TEAM_PROPOSED',
    },
    { act: 'auditSuspend', from: BEFORE_REPORT, to: 'SUSPENDED' },
    {
      act: 'auditResume',
      from: ['SUSPENDED'],
      // A suspended audit always knows where it comes from: `auditSuspend` writes it.
      to: { among: BEFORE_REPORT, by: ({ suspendedFromState }) => suspendedFromState ?? 'PLANNED' },
    },
    { act: 'auditCancel', from: [...BEFORE_REPORT, 'SUSPENDED'], to: 'CANCELLED' },
  ],
};
