import { compileInstance } from './compile-instance';
import { SEAT_KINDS, TRAINEE, valueOf, type Compiled, type Solution } from './compiled';
import { exactModel, limitPair, type ExactModel } from './exact-model';
import { solveMilp, type MilpAnswer, type MilpLimits } from './highs';
import type { Instance } from './instance';
import { addColumn, addRow } from './linear-model';
import type { PlanTeam } from './plan';
import { planOf } from './plan-of';
import { type ExactScope, type SeatColumns } from './seat-columns';

/** What a proof may cost, what is left as it is, and where to begin. */
export interface ExactOptions extends ExactScope {
  limits?: MilpLimits;
  /** A plan to begin from; one that breaks a rule does no harm. */
  start?: readonly PlanTeam[];
}

/** A plan and the proof of how good it is. */
export interface ExactPlan {
  solution: Solution;
  /** The same in ids: one for each service, in the order of their ids. */
  teams: readonly PlanTeam[];
  objective: number;
  /** No plan within the scope is worth more. */
  bound: number;
  isProved: boolean;
}

/** Enough for a proof on a hundred services, and an end to everything else. */
export const PROOF_LIMITS: MilpLimits = { nodes: 100_000, iterations: 2_000_000 };

/** What the solver's doubles may be off by. */
const DUST = 1e-6;

/**
 * Solves an instance by branch and bound: the reference for all that is faster, the proof for what is small, and the
 * answer to questions about a neighbourhood (whose other teams are frozen). MAX_MIN_THEN_SUM is solved in its three
 * steps, each held while the next is sought.
 * @param problem an instance, or one that is compiled already
 * @returns null when pins or frozen teams contradict each other, or when the limits ended the run before any plan
 * @throws InstanceError when the instance contradicts itself; HighsFailure when the solver breaks down
 */
export async function solveExactly(
  problem: Instance | Compiled,
  options: ExactOptions = {},
): Promise<ExactPlan | null> {
  const c = 'worth' in problem ? problem : compileInstance(problem);
  const exact = exactModel(c, options);
  const limits = options.limits ?? PROOF_LIMITS;
  const sharesFreely = options.without?.has('SHARED_TEAMS') ?? false;
  let start: Float64Array | null = options.start ? startFrom(c, exact, options.start) : null;
  const solve = async (): Promise<MilpAnswer> => {
    for (;;) {
      // Columns that came since are the solver's to complete.
      const from = start && padded(start, exact.model.cost.length);
      const answer = await solveMilp(exact.model, limits, from);
      if (!answer.values) return answer;
      if (sharesFreely || !limitSharedTeams(c, exact, answer.values)) {
        start = answer.values;
        return answer;
      }
    }
  };
  if (c.instance.fairness === 'MAX_MIN_THEN_SUM' && !(await holdWorstService(c, exact, solve))) return null;
  const answer = await solve();
  if (!answer.values) return null;
  const objective = Math.round(answer.objective);
  const bound = Math.max(objective, Math.floor(answer.bound + DUST));
  const isProved = answer.end === 'OPTIMAL' && bound === objective;
  const solution = readSolution(c, exact, answer.values);
  return { solution, teams: planOf(c, solution).teams, objective, bound, isProved };
}

/**
 * The first two steps of the fair plan: fewest empty seats, then the most for the worst-off service. Both become rows.
 * @returns false when there is no plan
 */
async function holdWorstService(
  c: Compiled,
  exact: ExactModel,
  solve: () => Promise<MilpAnswer>,
): Promise<boolean> {
  const { model } = exact;
  const worst = addColumn(model, 0, -FAR, FAR, false);
  const wanted = [...model.cost];
  const { offset } = model;
  const seek = async (columns: readonly number[], gain: number): Promise<number | null> => {
    model.cost.fill(0);
    model.offset = 0;
    for (const column of columns) model.cost[column] = gain;
    const answer = await solve();
    return answer.values && Math.round(answer.objective);
  };
  const filled = await seek(exact.shortColumns, -1);
  if (filled === null) return false;
  addRow(model, 0, -filled, exact.shortColumns);
  const required = exact.byService.filter((_, service) => isRequired(c, service));
  for (const seats of required)
    addRow(
      model,
      0,
      Infinity,
      [...seats.flatMap((seat) => seat.columns), worst],
      [...seats.flatMap((seat) => seat.columns.map(() => valueOf(c, seat.service, seat.auditor))), -1],
    );
  const least = required.length > 0 ? await seek([worst], 1) : null;
  if (least !== null) model.lower[worst] = least;
  // Columns that came since cost nothing.
  model.cost.forEach((_, column) => (model.cost[column] = wanted[column] ?? 0));
  model.offset = offset;
  return true;
}

function padded(values: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(values);
  return longer;
}

/** Beyond the value of any team. */
const FAR = 1e7;

function isRequired(c: Compiled, service: number): boolean {
  for (let kind = 0; kind < TRAINEE; kind += 1) if (c.seats[service * SEAT_KINDS + kind]! > 0) return true;
  return false;
}

const isTaken = (seat: SeatColumns, values: Float64Array): boolean =>
  seat.columns.some((column) => values[column]! > 0.5);

/**
 * Adds the rows for each two auditors who share too many teams in a solution.
 * @returns whether there were any
 */
function limitSharedTeams(c: Compiled, exact: ExactModel, values: Float64Array): boolean {
  const most = c.weights.sharedTeams;
  const shared = new Map<number, number>();
  for (const seats of exact.byService) {
    const team = seats.filter((seat) => isTaken(seat, values)).map((seat) => seat.auditor);
    for (const one of team)
      for (const other of team) {
        const pair = one * c.auditorCount + other;
        if (one < other) shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
  }
  const tooOften = [...shared].filter(([, times]) => times > most);
  for (const [pair] of tooOften)
    limitPair(exact, Math.floor(pair / c.auditorCount), pair % c.auditorCount, most);
  return tooOften.length > 0;
}

/** Reads whom each seat has and when. */
function readSolution(c: Compiled, exact: ExactModel, values: Float64Array): Solution {
  const member = new Int32Array(c.slotKind.length).fill(-1);
  const week = new Int32Array(c.serviceCount).fill(-1);
  exact.byService.forEach((seats, service) => {
    const taken = seats.filter((seat) => isTaken(seat, values));
    for (let slot = c.slotFrom[service]!; slot < c.slotFrom[service + 1]!; slot += 1) {
      const at = taken.findIndex((seat) => seat.kind === c.slotKind[slot]);
      if (at < 0) continue;
      const [seat] = taken.splice(at, 1);
      member[slot] = seat!.auditor;
      week[service] = seat!.weeks[seat!.columns.findIndex((column) => values[column]! > 0.5)]!;
    }
  });
  return { member, week };
}

/** Values of the whole columns that a plan takes; the solver completes the rest. */
function startFrom(c: Compiled, exact: ExactModel, teams: readonly PlanTeam[]): Float64Array {
  const values = new Float64Array(exact.model.cost.length);
  const byService = new Map(teams.map((team) => [team.service, team]));
  c.services.forEach(({ id }, service) => {
    const team = byService.get(id);
    const members = new Set(team?.members.map((member) => member.auditor));
    for (const seat of exact.byService[service]!)
      if (members.has(c.auditors[seat.auditor]!.id))
        seat.columns.forEach((column, at) => {
          if ((c.weeks[seat.weeks[at]!] ?? null) === team!.week) values[column] = 1;
        });
    // An empty team takes its first week: some week is always chosen.
    const weeks = exact.weekColumns[service]!;
    const chosen = [...weeks].find(([week]) => c.weeks[week] === team?.week) ?? [...weeks][0];
    if (chosen) values[chosen[1]] = 1;
  });
  for (const { column, forward } of exact.directions)
    values[column] = forward.some((taken) => values[taken] === 1) ? 1 : 0;
  return values;
}
