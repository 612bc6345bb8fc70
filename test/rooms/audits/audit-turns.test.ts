import { AUDIT_STATES, auditStates, whoseTurn, type AuditTurn, type TurnFacts } from '../../../server/audits';
import { TURNS_BY_STATE } from '../../../server/audits/audit-turns';
import type { Relation } from '../../../server/identity/access';
import { policy } from '../../../server/identity/policy';

/** In which relations each of them acts. */
const ACTS_AS: Record<AuditTurn, readonly Relation[]> = {
  SERVICE: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
  TEAM: ['TEAM', 'SELF'],
  LEAD: ['LEAD'],
  COORDINATION: ['COORDINATOR'],
  STEERING: ['STEERING_MEMBER'],
};

const rules = Object.entries(TURNS_BY_STATE).flatMap(([state, list]) =>
  list.map((rule) => [`${state}: ${rule.turn} for ${rule.act}`, state, rule] as const),
);

/** Everything is done, nothing waits. */
const SETTLED: TurnFacts = {
  isTeamComplete: true,
  isTeamAccepted: true,
  openRecusals: 0,
  isRecusalWindowElapsed: true,
  isTeamAgreed: true,
  visitOn: '2027-03-01',
  isVisitReached: false,
  selfAssessmentDueOn: '2027-02-01',
  isSelfAssessmentOverdue: false,
  findings: 2,
  isDraftSigned: true,
  isReportSigned: true,
  repliesMissing: 0,
  isContradictoryAnswered: true,
  isContradictoryElapsed: false,
  dispositionsPending: 0,
  isPlanSubmitted: true,
  findingsWithoutAction: 0,
  openActions: 0,
  suspendedFromState: null,
  filedRecusals: 0,
  appealedRecusals: 0,
  frozenAssignments: 0,
  requestsToAnswer: 0,
  actionsOwed: 0,
  actionsToVerify: 0,
};

describe('whose turn it is', () => {
  it.each(rules)('%s: they may do it, by the policy table', (_name, _state, { turn, act }) => {
    const allowed = policy.mutations[act];
    expect(allowed).toBeDefined();
    expect(ACTS_AS[turn].filter((relation) => allowed?.includes(relation))).not.toEqual([]);
  });

  it.each(AUDIT_STATES)('in %s is told, unless the audit has ended', (state) => {
    const isEnd = state === 'CLOSED' || state === 'CANCELLED';
    expect(whoseTurn(state, SETTLED) === null).toBe(isEnd);
    // Only the last rule holds without a condition: none after it would ever be asked.
    const list = TURNS_BY_STATE[state] ?? [];
    expect(list.map(({ when }) => when === undefined)).toEqual(
      list.map((_, index) => index === list.length - 1),
    );
  });

  it.each(AUDIT_STATES.filter((state) => state !== 'CLOSED' && state !== 'CANCELLED'))(
    'in %s is, once nothing else waits, that of whoever may move the audit on',
    (state) => {
      const last = TURNS_BY_STATE[state]?.at(-1);
      const moves = auditStates.moves.filter(
        ({ from, act }) => from.includes(state) && act !== 'auditCancel',
      );
      // While the file is studied and during the visit, the work itself is waited for: the move is the lead's when it is time.
      if (state === 'DOCUMENT_REVIEW' || state === 'ON_SITE') expect(last?.act).toBe('gradeRecord');
      else if (state === 'TEAM_CONFIRMED') expect(last?.act).toBe('auditOpenSelfAssessment');
      else expect(moves.map(({ act }) => act)).toContain(last?.act);
    },
  );

  it('goes from one to the next as things get done', () => {
    const waiting: TurnFacts = {
      ...SETTLED,
      openRecusals: 2,
      filedRecusals: 1,
      appealedRecusals: 1,
      frozenAssignments: 1,
      isTeamAgreed: false,
      isRecusalWindowElapsed: false,
    };
    const steps: [Partial<TurnFacts>, AuditTurn][] = [
      [{}, 'COORDINATION'],
      [{ filedRecusals: 0 }, 'STEERING'],
      [{ appealedRecusals: 0 }, 'COORDINATION'],
      [{ frozenAssignments: 0 }, 'SERVICE'],
      [{ isTeamAgreed: true }, 'COORDINATION'],
    ];
    let facts = waiting;
    for (const [done, turn] of steps) {
      facts = { ...facts, ...done };
      expect(whoseTurn('RECUSAL_WINDOW', facts)).toBe(turn);
    }
  });
});
