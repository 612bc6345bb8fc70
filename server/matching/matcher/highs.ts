import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { LinearModel } from './linear-model';

/** HiGHS refused a model or broke down: a mistake of ours or of its, never a property of an instance. */
export class HighsFailure extends Error {}

/** How much work a run may do: counted, so that a run ends at the same point on every machine. */
export interface MilpLimits {
  /** Branch-and-bound nodes. */
  nodes: number;
  /** Simplex iterations of all nodes together. */
  iterations: number;
  /** Asked now and then; true ends the run. For clocks and cancelling, which no count can foresee. */
  stop?: () => boolean;
}

/** How a run ended: proved, proved that nothing fits, or out of its limits. */
export type MilpEnd = 'OPTIMAL' | 'INFEASIBLE' | 'LIMIT';

/** What a run found. */
export interface MilpAnswer {
  end: MilpEnd;
  /** Value of each column, whole numbers rounded; null when nothing was found. */
  values: Float64Array | null;
  /** Objective of `values` as the solver counts it; −∞ when nothing was found. */
  objective: number;
  /** No solution is worth more; +∞ when nothing is known. */
  bound: number;
  nodes: number;
  iterations: number;
}

/** What is whole for the solver within this of a whole number. */
const WHOLE = 1e-6;

/** Options of every run: silent, and the same path through the search each time. */
const QUIET = { output_flag: false, random_seed: 1 };

/** Entries of a model that leaves no mark on memory. */
const SMALL = 20_000;

let forSmall: Promise<Highs> | null = null;

/**
 * A HiGHS to solve a model with. WebAssembly memory only grows, so that each large run has its own and loses it with
 * its instance; small ones, which questions about a plan ask by the dozen, share one: to load it costs far more than
 * they do. Nothing passes from one run to the next.
 */
const highsFor = ({ indices }: LinearModel): Promise<Highs> =>
  indices.length > SMALL ? loadHighs() : (forSmall ??= loadHighs());

/** The solver's form of a model. */
function modelData(highs: Highs, model: LinearModel, isWhole: boolean): ModelData {
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    offset: model.offset,
    colCost: Float64Array.from(model.cost),
    colLower: Float64Array.from(model.lower),
    colUpper: Float64Array.from(model.upper),
    rowLower: Float64Array.from(model.rowLower),
    rowUpper: Float64Array.from(model.rowUpper),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: Int32Array.from(model.starts),
      indices: Int32Array.from(model.indices),
      values: Float64Array.from(model.values),
    },
    ...(isWhole ? { integrality: Int32Array.from(model.integer) } : {}),
  };
}

/** Runs a piece of work on the solver and gives its errors our name. */
function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    // What broke down once is not used again.
    forSmall = null;
    throw new HighsFailure(`HiGHS: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/**
 * Solves a mixed-integer program, to the proof unless a limit ends it first. Blocks its thread.
 * @param model all gains whole numbers, or the gap below 1 that counts as proof proves nothing
 * @param start values of all columns to begin from; tried, not trusted
 * @returns the best solution and the bound; compare neither with another number without the tolerance of 1e-6
 * @throws HighsFailure when the solver refuses the model or breaks down
 */
export async function solveMilp(
  model: LinearModel,
  limits: MilpLimits,
  start: ArrayLike<number> | null = null,
): Promise<MilpAnswer> {
  if (model.cost.length === 0) return solveNothing(model);
  const highs = await highsFor(model);
  return guarded(() => {
    const solver = highs.createModel(modelData(highs, model, true));
    try {
      solver.options.set({ ...QUIET, mip_max_nodes: limits.nodes, mip_rel_gap: 0, mip_abs_gap: 0.99 });
      if (start) solver.setSolution({ colValue: Float64Array.from(start) });
      let iterations = 0;
      solver.run({
        [highs.constants.callbackType.mipInterrupt](event) {
          iterations = Number(event.data.mip_total_lp_iterations ?? 0);
          if (iterations > limits.iterations || limits.stop?.()) event.interrupt();
          return undefined;
        },
      });
      return milpAnswer(highs, solver, model, iterations);
    } finally {
      solver.dispose();
    }
  });
}

/** Reads what a run found. */
function milpAnswer(highs: Highs, solver: Model, model: LinearModel, iterations: number): MilpAnswer {
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  const status = solver.getModelStatus();
  const nodes = Number(solver.info.get('mip_node_count'));
  if (status === infeasible || status === unboundedOrInfeasible)
    return { end: 'INFEASIBLE', values: null, objective: -Infinity, bound: -Infinity, nodes, iterations };
  const isFound = solver.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  // A model without whole columns is solved as a linear program, which leaves this bound alone.
  const isLinear = status === optimal && !model.integer.includes(1);
  const bound = isLinear ? solver.getObjectiveValue() : Number(solver.info.get('mip_dual_bound'));
  return {
    end: status === optimal ? 'OPTIMAL' : 'LIMIT',
    values: isFound ? roundWhole(model, solver.getSolution().colValue) : null,
    objective: isFound ? solver.getObjectiveValue() : -Infinity,
    bound: Number.isFinite(bound) ? bound : Infinity,
    nodes,
    iterations,
  };
}

/** Takes the solver's dust off the columns that are whole. */
function roundWhole(model: LinearModel, values: Float64Array): Float64Array {
  return values.map((value, column) => (model.integer[column] ? Math.round(value) : value));
}

/** The solver takes no model without columns; its rows hold or do not. */
function solveNothing(model: LinearModel): MilpAnswer {
  const holds = model.rowLower.every((lower, row) => lower <= WHOLE && model.rowUpper[row]! >= -WHOLE);
  return {
    end: holds ? 'OPTIMAL' : 'INFEASIBLE',
    values: holds ? new Float64Array(0) : null,
    objective: holds ? model.offset : -Infinity,
    bound: holds ? model.offset : -Infinity,
    nodes: 0,
    iterations: 0,
  };
}
