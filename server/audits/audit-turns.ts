import type { StepFacts } from './audit-facts';
import type { AuditState } from './audit.states';

/** Who must act next for an audit to go on. */
export const AUDIT_TURNS = ['SERVICE', 'TEAM', 'LEAD', 'COORDINATION', 'STEERING'] as const;
export type AuditTurn = (typeof AUDIT_TURNS)[number];

/** What whose turn it is depends on: the facts that guards look at, and what waits beside the audit's own steps. */
export interface TurnFacts extends StepFacts {
  /** Recusals filed that nobody has decided; those on appeal are counted apart. */
  filedRecusals: number;
  appealedRecusals: number;
  /** Assignments frozen by a conflict that came since. */
  frozenAssignments: number;
  /** Requests for evidence that wait for the service. */
  requestsToAnswer: number;
  /** Corrective actions that the service still owes. */
  actionsOwed: number;
  /** Corrective actions said to be done, that nobody has verified. */
  actionsToVerify: number;
}

interface TurnRule {
  turn: AuditTurn;
  /** The act that is waited for. */
  act: string;
  /** Whether it is; left out on what holds when nothing else does. */
  when?: (facts: TurnFacts) => boolean;
}

const someFrozen = ({ frozenAssignments }: TurnFacts) => frozenAssignments > 0;

const FROZEN: TurnRule = { turn: 'COORDINATION', act: 'assignmentReplace', when: someFrozen };
const NO_VISIT_DAY: TurnRule = {
  turn: 'COORDINATION',
  act: 'auditPlanVisit',
  when: ({ visitOn }) => visitOn === null,
};
const TEAM_INCOMPLETE: TurnRule = {
  turn: 'COORDINATION',
  act: 'assignmentPropose',
  when: ({ isTeamComplete }) => !isTeamComplete,
};
const TEAM_ASKED: TurnRule = {
  turn: 'TEAM',
  act: 'assignmentAccept',
  when: ({ isTeamAccepted }) => !isTeamAccepted,
};

/**
 * Whose turn it is in each state, and for which act: the first rule that holds. Nothing rests on grades, which those who
 * follow a campaign do not read. A closed or cancelled audit waits for nobody.
 */
export const TURNS_BY_STATE: Readonly<Partial<Record<AuditState, readonly TurnRule[]>>> = {
  PLANNED: [FROZEN, TEAM_INCOMPLETE, { turn: 'COORDINATION', act: 'auditProposeTeam' }],
  TEAM_PROPOSED: [FROZEN, TEAM_INCOMPLETE, TEAM_ASKED, { turn: 'COORDINATION', act: 'auditShowTeam' }],
  RECUSAL_WINDOW: [
    { turn: 'COORDINATION', act: 'recusalGrant', when: ({ filedRecusals }) => filedRecusals > 0 },
    { turn: 'STEERING', act: 'recusalGrantAppeal', when: ({ appealedRecusals }) => appealedRecusals > 0 },
    FROZEN,
    {
      turn: 'SERVICE',
      act: 'auditAgreeTeam',
      when: ({ isTeamAgreed, isRecusalWindowElapsed }) => !isTeamAgreed && !isRecusalWindowElapsed,
    },
    { turn: 'COORDINATION', act: 'auditConfirmTeam' },
  ],
  TEAM_CONFIRMED: [FROZEN, NO_VISIT_DAY, { turn: 'COORDINATION', act: 'auditOpenSelfAssessment' }],
  SELF_ASSESSMENT: [FROZEN, { turn: 'SERVICE', act: 'selfAssessmentSubmit' }],
  DOCUMENT_REVIEW: [
    FROZEN,
    NO_VISIT_DAY,
    { turn: 'LEAD', act: 'auditStartVisit', when: ({ isVisitReached }) => isVisitReached },
    {
      turn: 'SERVICE',
      act: 'evidenceRequestAnswer',
      when: ({ requestsToAnswer }) => requestsToAnswer > 0,
    },
    { turn: 'TEAM', act: 'gradeRecord' },
  ],
  ON_SITE: [{ turn: 'TEAM', act: 'gradeRecord' }],
  DRAFT_REPORT: [
    { turn: 'TEAM', act: 'draftReportSign', when: ({ isDraftSigned }) => !isDraftSigned },
    { turn: 'LEAD', act: 'draftReportSubmit' },
  ],
  CONTRADICTORY: [
    {
      turn: 'SERVICE',
      act: 'findingReply',
      when: ({ repliesMissing, isContradictoryAnswered, isContradictoryElapsed }) =>
        repliesMissing > 0 && !isContradictoryAnswered && !isContradictoryElapsed,
    },
    { turn: 'LEAD', act: 'contradictoryClose' },
  ],
  FINALISATION: [
    { turn: 'TEAM', act: 'findingDispose', when: ({ dispositionsPending }) => dispositionsPending > 0 },
    { turn: 'TEAM', act: 'reportSign', when: ({ isReportSigned }) => !isReportSigned },
    { turn: 'LEAD', act: 'reportIssue' },
  ],
  REPORT_ISSUED: [{ turn: 'LEAD', act: 'planOpen' }],
  PLAN_DUE: [
    { turn: 'SERVICE', act: 'planSubmit', when: ({ isPlanSubmitted }) => !isPlanSubmitted },
    { turn: 'LEAD', act: 'planAccept' },
  ],
  FOLLOW_UP: [
    { turn: 'SERVICE', act: 'correctiveActionDeclareDone', when: ({ actionsOwed }) => actionsOwed > 0 },
    { turn: 'TEAM', act: 'correctiveActionVerify', when: ({ actionsToVerify }) => actionsToVerify > 0 },
    { turn: 'LEAD', act: 'auditClose' },
  ],
  SUSPENDED: [{ turn: 'COORDINATION', act: 'auditResume' }],
};

/** Whose turn it is in an audit; null when it has ended. */
export function whoseTurn(state: AuditState, facts: TurnFacts): AuditTurn | null {
  const rule = TURNS_BY_STATE[state]?.find(({ when }) => when?.(facts) ?? true);
  return rule?.turn ?? null;
}
