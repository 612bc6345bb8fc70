import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { refuse } from '../../kernel/outcome';
import { keepWaiting, runOperation, type OperationOutcome, type Progress } from '../../operations';
import type { Instance } from '../matcher/instance';
import { InstanceError } from '../matcher/instance-error';
import type { Plan, Shortfall, SolveLimits, SolveProgress } from '../matcher/plan';
import { solveApart } from '../matcher/solve-apart';
import { SolverFailure } from '../matcher/solver-failure';
import { askApart } from './ask-apart';
import { hashOf, readSnapshot, type SnapshotOf } from './build-snapshot';
import { storePlan } from './store-plan';

/** A run that was queued, with what its work needs. */
export interface QueuedRun {
  id: string;
  operationId: string;
  limits: SolveLimits;
  of: SnapshotOf;
}

/** Share of the work, in percent, that solving is; the snapshot comes before, the check after. */
const SOLVING = { from: 5, to: 95 };
/** Beyond the seconds of a run, for whatever is made good with the fewest moves. */
const GRACE_SECONDS = 30;
const LOOK_EVERY_MS = 500;
const BEAT_EVERY_MS = 20_000;

const lastInTurn = new WeakMap<DataSource, Promise<void>>();

/**
 * Carries out a queued run, after those that this process has begun before: one solver at a time leaves the machine and
 * the connections to everybody else. The run always ends; see `runOperation`.
 */
export function carryOutRun(dataSource: DataSource, run: QueuedRun): Promise<void> {
  const before = lastInTurn.get(dataSource) ?? Promise.resolve();
  const beat = setInterval(() => {
    keepWaiting(dataSource, run.operationId).catch(() => undefined);
  }, BEAT_EVERY_MS);
  const done = before.then(() => {
    clearInterval(beat);
    return runOperation({ dataSource }, run.operationId, (progress) => work(dataSource, run, progress));
  });
  lastInTurn.set(
    dataSource,
    done.catch(() => undefined),
  );
  return done;
}

async function work(dataSource: DataSource, run: QueuedRun, progress: Progress): Promise<OperationOutcome> {
  const instance = await readSnapshot(dataSource, run.of);
  const sha256 = hashOf(instance);
  await keepSnapshot(dataSource, run.id, instance, sha256);
  await progress.report(SOLVING.from, 100);
  const { plan, problems } = await watched(progress, async (apart) => {
    const solved = await solvedPlan(progress.manager, run, instance, apart);
    const shortfalls = solved.shortfalls.length > 0 ? await explained(instance, solved, apart) : [];
    const whole = { ...solved, shortfalls };
    // By what shares no code with the matcher.
    return { plan: whole, problems: await askApart({ kind: 'CHECK', instance, plan: whole }, apart) };
  });
  if (plan.status === 'INFEASIBLE') refuse('MATCHING_CONTRADICTION', null, { why: plan.status, ids: '' });
  const [wrong] = problems;
  if (wrong) refuse('MATCHING_PLAN_WRONG', null, { why: wrong.message });
  await progress.report(SOLVING.to, 100);
  const { teams, missing, note } = await storePlan(progress.manager, run, { instance, sha256 }, plan);
  await progress.report(100, 100);
  return { created: teams, changed: 0, refused: missing, problems: [], notes: [note] };
}

/** Kept whatever becomes of the solve, so that a run that failed can be looked into. */
async function keepSnapshot(
  dataSource: DataSource,
  id: string,
  instance: Instance,
  sha256: string,
): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query('insert into matching_snapshot (id, sha256, content) values ($1, $2, $3)', [
      id,
      sha256,
      JSON.stringify(instance),
    ]),
  );
}

/** What work in another process is given: where to tell how far it is, and what ends it. */
interface Apart {
  onProgress: (at: SolveProgress) => void;
  signal: AbortSignal;
}

/**
 * The plan of a run: solved from nothing, or, from the plan of another, made good with the fewest moves.
 * @throws SolverFailure, InstanceError
 */
async function solvedPlan(
  manager: EntityManager,
  { of, limits }: QueuedRun,
  instance: Instance,
  apart: Apart,
): Promise<Plan> {
  if (of.baseRunId === null) return solveApart(instance, limits, apart);
  const [base] = await manager.query<{ plan: Plan }[]>('select plan from matching_result where id = $1', [
    of.baseRunId,
  ]);
  if (!base) throw new Error('a run from one without a plan');
  const known = new Set(instance.services.map(({ id }) => id));
  const began = performance.now();
  const question = {
    kind: 'RESOLVE',
    instance,
    plan: { teams: base.plan.teams.filter(({ service }) => known.has(service)) },
    withdrawn: [],
    fixed: instance.pinned,
  } as const;
  const { plan } = await askApart(question, {
    signal: apart.signal,
    seconds: limits.seconds + GRACE_SECONDS,
  });
  return { ...plan, seconds: (performance.now() - began) / 1000 };
}

/** Why seats stay empty; without the reasons when they cannot be had in time, since the plan stands without them. */
async function explained(
  instance: Instance,
  { teams, shortfalls }: Plan,
  { signal, onProgress }: Apart,
): Promise<readonly Shortfall[]> {
  onProgress({ phase: 'REASONS', done: 1, objective: null, bound: null });
  try {
    return await askApart({ kind: 'SHORTFALLS', instance, plan: { teams } }, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return shortfalls;
  }
}

/**
 * Watches over work in other processes, which die with the operation: cancelled, past its deadline, or its connection gone.
 * @throws Refusal when the instance contradicts itself or the process was lost
 */
async function watched<T>(progress: Progress, act: (apart: Apart) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let ended: Error | null = null;
  let done = SOLVING.from;
  const timer = setInterval(() => {
    progress.report(done, 100).catch((error: Error) => {
      ended ??= error;
      abort.abort();
    });
  }, LOOK_EVERY_MS);
  const onProgress = (at: SolveProgress): void => {
    done = Math.max(done, Math.round(SOLVING.from + (SOLVING.to - SOLVING.from) * Math.min(1, at.done)));
  };
  try {
    return await act({ onProgress, signal: abort.signal });
  } catch (error) {
    if (ended) throw ended as Error;
    if (error instanceof InstanceError)
      refuse('MATCHING_CONTRADICTION', null, { why: error.code, ids: error.ids.join(' ') });
    if (!(error instanceof SolverFailure)) throw error;
    process.emitWarning('a run has lost its solver', { type: 'SolverFailure', detail: error.message });
    return refuse('MATCHING_SOLVER_LOST', null, { why: error.code });
  } finally {
    clearInterval(timer);
  }
}
