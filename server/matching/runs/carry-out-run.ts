import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { refuse, Refusal } from '../../kernel/outcome';
import { keepWaiting, runOperation, type OperationOutcome, type Progress } from '../../operations';
import { checkPlan } from '../checker/check-plan';
import type { Instance } from '../matcher/instance';
import { InstanceError } from '../matcher/instance-error';
import type { Plan, SolveLimits, SolveProgress } from '../matcher/plan';
import { solveApart } from '../matcher/solve-apart';
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
  await keepSnapshot(dataSource, run.id, instance);
  await progress.report(SOLVING.from, 100);
  const plan = await solveWatched(instance, run.limits, progress);
  const [wrong] = checkPlan(instance, plan);
  if (wrong) refuse('MATCHING_PLAN_WRONG', null, { why: wrong.message });
  if (plan.status === 'INFEASIBLE') refuse('MATCHING_CONTRADICTION', null, { why: plan.status });
  await progress.report(SOLVING.to, 100);
  const { teams, missing, note } = await storePlan(progress.manager, run, instance, plan);
  await progress.report(100, 100);
  return { created: teams, changed: 0, refused: missing, problems: [], notes: [note] };
}

/** Kept whatever becomes of the solve, so that a run that failed can be looked into. */
async function keepSnapshot(dataSource: DataSource, id: string, instance: Instance): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query('insert into matching_snapshot (id, sha256, content) values ($1, $2, $3)', [
      id,
      hashOf(instance),
      JSON.stringify(instance),
    ]),
  );
}

/**
 * Solves in a process of its own, which dies with the operation: cancelled, past its deadline, or its connection gone.
 * @throws Refusal when the instance contradicts itself or the process was lost
 */
async function solveWatched(instance: Instance, limits: SolveLimits, progress: Progress): Promise<Plan> {
  const abort = new AbortController();
  let ended: Error | null = null;
  let done = SOLVING.from;
  const look = (): void => {
    progress.report(done, 100).catch((error: Error) => {
      ended ??= error;
      abort.abort();
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const onProgress = (at: SolveProgress): void => {
    done = Math.max(done, Math.round(SOLVING.from + (SOLVING.to - SOLVING.from) * Math.min(1, at.done)));
  };
  try {
    return await solveApart(instance, limits, { onProgress, signal: abort.signal });
  } catch (error) {
    if (ended) throw ended as Error;
    if (error instanceof Refusal) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return refuse(error instanceof InstanceError ? 'MATCHING_CONTRADICTION' : 'MATCHING_SOLVER_LOST', null, {
      why,
    });
  } finally {
    clearInterval(timer);
  }
}
