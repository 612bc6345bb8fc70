import type { Instance } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { campaignProblems } from './campaign-rules';
import { caseOf, filed, seatedOf, type Case, type Seated } from './case';
import { provedBound } from './certificate';
import { objectiveOf } from './objective';
import type { PlanProblem } from './problem';
import { seatProblems, shortfallProblems, teamProblems } from './team-rules';
import { seatedValue } from './worth';

const THOUSANDTHS = 1000;
/** Shares are divided in doubles. */
const TOLERANCE = 1e-9;

/**
 * Checks a plan against its instance and nothing else; shares no code with what made it. Counts anew who sits where
 * against every rule, what each team and the whole plan are worth, load, empty seats, the gap, and the bound that the
 * certificate proves.
 * @returns what is wrong, in words, with its place in the plan; empty when all is right
 */
export function checkPlan(instance: Instance, plan: Plan): PlanProblem[] {
  const given = caseOf(instance);
  if (plan.status === 'INFEASIBLE') return infeasibleProblems(given, plan);
  const seated = seatedOf(given, plan.teams);
  return [
    ...seatProblems(given, plan, seated),
    ...teamProblems(given, plan, seated),
    ...campaignProblems(given, plan, seated),
    ...shortfallProblems(given, plan, seated),
    ...valueProblems(given, plan, seated),
    ...boundProblems(given, plan),
  ];
}

/** Without a plan there is nothing to count, and only pins can be to blame. */
function infeasibleProblems({ instance }: Case, plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (instance.pinned.length === 0)
    problems.push({
      path: ['status'],
      message: 'nothing is pinned, so that a plan without anybody is possible',
    });
  if (plan.teams.some(({ members }) => members.length > 0))
    problems.push({ path: ['teams'], message: 'teams of a plan that is impossible' });
  return problems;
}

function valueProblems(given: Case, plan: Plan, seated: readonly Seated[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const members = filed(seated, ({ team }) => team);
  for (const [index, team] of plan.teams.entries()) {
    const value = (members.get(index) ?? []).reduce(
      (sum, { auditor, service }) => sum + seatedValue(given, auditor, service),
      0,
    );
    if (value !== team.value)
      problems.push({
        path: ['teams', index, 'value'],
        message: `"${team.service}" has a team worth ${value}, not ${team.value}`,
      });
  }
  const objective = objectiveOf(given, seated);
  if (objective !== plan.objective)
    problems.push({ path: ['objective'], message: `the plan is worth ${objective}, not ${plan.objective}` });
  return problems;
}

function boundProblems(given: Case, plan: Plan): PlanProblem[] {
  const { objective, bound, gap, status, certificate } = plan;
  if (!Number.isFinite(bound)) return [{ path: ['bound'], message: `${bound} is no bound` }];
  const problems: PlanProblem[] = [];
  if (bound < objective)
    problems.push({ path: ['bound'], message: `${bound} is below the plan, which is worth ${objective}` });
  const share = (bound - objective) / Math.max(1, Math.abs(bound));
  if (!(Math.abs(share - gap) <= TOLERANCE))
    problems.push({ path: ['gap'], message: `bound and objective are ${share} apart, not ${gap}` });
  // Plans are worth whole points, so that less than one lies between the best and its bound; by the smallest team
  // first, the best plan may be worth less than the bound on its sum.
  if (status === 'OPTIMAL' && given.instance.fairness === 'SUM' && bound >= objective + 1)
    problems.push({
      path: ['status'],
      message: `${bound - objective} points below its bound nothing is proved`,
    });
  return certificate ? [...problems, ...certificateProblems(given, plan)] : problems;
}

/** A bound on the candidates that were kept is not one on all pairs, which are what the certificate is counted on. */
function certificateProblems(given: Case, { bound, boundCovers, certificate }: Plan): PlanProblem[] {
  if (!certificate || boundCovers !== 'ALL_PAIRS') return [];
  const proof = provedBound(given, certificate);
  if ('problems' in proof) return [...proof.problems];
  const proved = Math.floor(proof.bound / THOUSANDTHS);
  return bound < proved
    ? [{ path: ['bound'], message: `the certificate proves ${proof.bound / THOUSANDTHS}, not ${bound}` }]
    : [];
}
