import type { RoomPolicy, TypePolicy } from '../access';
import { NOTHING } from '../row-rules';

/** What is told of a run; made from what its reader may see of the plan, so that a tie hides all of a service. */
const reasons = (withRow: string): TypePolicy => ({
  seenBy:
    'La coordination et le comité de pilotage, comme si les services avec lesquels ils ont un lien n’existaient pas.',
  rows: () => NOTHING,
  withRow,
});

/** Why a plan is as it is: for whoever sees the run. */
export const runReasonsPolicy: RoomPolicy = {
  types: {
    MatchingReason: reasons('code sentence points'),
    PlanSubstitute: reasons('auditor replaces week valueDifference change first'),
    Why: reasons('seat week value valueParts planParts worth alternatives'),
    MatchingMove: reasons('auditor from to'),
    ServesElsewhere: reasons('audit seat week value worth'),
    InHisPlace: reasons('auditor value'),
    WhyNot: reasons('verdict sentence hard inPlan value loss scope moves elsewhere inHisPlace'),
    SeatLimit: reasons('limit sentence auditors'),
    SeatRelaxation: reasons('kind sentence gain filled'),
    SeatShortfall: reasons('audit seat missing sentence blocking relaxations'),
    PlanPart: reasons('code sentence before after'),
    TeamChange: reasons('audit leaves joins weekBefore weekAfter valueBefore valueAfter'),
    SeatChange: reasons('audit seat count'),
    PlanFigures: reasons(
      'services servicesComplete seatsMissing assignments kilometres placesUnknown auditorsServing leastLoad mostLoad teams teamsMixed teamsOfSeveralRegions worstValue',
    ),
    MatchingComparison: reasons(
      'objectiveBefore objectiveAfter parts moves teams seatsFilled seatsEmptied figuresBefore figuresAfter',
    ),
  },
  mutations: {},
  queries: {
    why: ['SIGNED_IN'],
    whyNot: ['SIGNED_IN'],
    planSubstitutes: ['SIGNED_IN'],
    matchingShortfalls: ['SIGNED_IN'],
    matchingComparison: ['SIGNED_IN'],
  },
  arguments: {
    'Query.why.matchingRunId': { reveals: 'value' },
    'Query.why.auditorId': { reveals: 'value' },
    'Query.why.auditId': { reveals: 'value' },
    'Query.whyNot.matchingRunId': { reveals: 'verdict' },
    'Query.whyNot.auditorId': { reveals: 'verdict' },
    'Query.whyNot.auditId': { reveals: 'verdict' },
    'Query.planSubstitutes.matchingRunId': { reveals: 'auditor' },
    'Query.planSubstitutes.auditId': { reveals: 'auditor' },
    'Query.planSubstitutes.seat': { reveals: 'auditor' },
    'Query.matchingShortfalls.matchingRunId': { reveals: 'missing' },
    'Query.matchingComparison.fromRunId': { reveals: 'objectiveBefore' },
    'Query.matchingComparison.toRunId': { reveals: 'objectiveAfter' },
  },
};
