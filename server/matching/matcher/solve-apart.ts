import path from 'node:path';
import { startApart, withoutNodeOptions } from '../../kernel/start-apart';
import type { Instance } from './instance';
import { InstanceError, type InstanceErrorCode } from './instance-error';
import type { Plan, SolveLimits, SolveProgress } from './plan';
import { SolverFailure, type SolverFailureCode } from './solver-failure';

/** What the process of the solver is told, once. */
export interface SolverOrder {
  instance: Instance;
  limits: SolveLimits;
}

/** What it says: how far it is, and at last a plan or why there is none. */
export type SolverWord =
  | { progress: SolveProgress }
  | { plan: Plan; peakMegabytes: number }
  | { refused: { code: InstanceErrorCode; ids: readonly string[] } }
  | { failed: { code: SolverFailureCode; detail: string } };

/** Told of progress, and how to give a solve up. */
export interface ApartOptions {
  onProgress?: (progress: SolveProgress) => void;
  /** Ends the process at once. */
  signal?: AbortSignal;
  /** Told the number of the process as soon as there is one. */
  onProcess?: (pid: number) => void;
  /** Told at the end how much memory the process held at most, WebAssembly and threads included. */
  onPeak?: (megabytes: number) => void;
  /** Seconds beyond its limit that it has for reading, compiling and the last step of a proof. */
  graceSeconds?: number;
}

const GRACE_SECONDS = 30;

/**
 * Solves a matching problem in a process of its own: this one stays free, and whatever happens there, this promise
 * settles. The plan is that of `solve`.
 * @throws InstanceError when the instance contradicts itself
 * @throws SolverFailure when the process is cancelled, dies, takes more memory than allowed or does not end in time
 */
export function solveApart(
  instance: Instance,
  limits: SolveLimits,
  {
    onProgress = () => undefined,
    signal,
    onProcess = () => undefined,
    onPeak = () => undefined,
    graceSeconds = GRACE_SECONDS,
  }: ApartOptions = {},
): Promise<Plan> {
  if (signal?.aborted) return Promise.reject(new SolverFailure('CANCELLED'));
  return new Promise((resolve, reject) => {
    const { child, lastWords } = startApart(path.join(__dirname, 'solver-process'), {
      megabytes: limits.memoryMegabytes,
      environment: withoutNodeOptions(),
    });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.removeAllListeners('message');
      child.kill('SIGKILL');
      act();
    };
    const fail = (code: SolverFailureCode, detail = ''): void =>
      settle(() => reject(new SolverFailure(code, detail)));
    const cancel = () => fail('CANCELLED');
    const timer = setTimeout(() => fail('SOLVER_TIMED_OUT'), (limits.seconds + graceSeconds) * 1000);
    signal?.addEventListener('abort', cancel);
    child.on('message', (word: SolverWord) => {
      if ('progress' in word) onProgress(word.progress);
      else if ('plan' in word)
        settle(() => {
          onPeak(word.peakMegabytes);
          resolve(word.plan);
        });
      else if ('refused' in word)
        settle(() => reject(new InstanceError(word.refused.code, word.refused.ids)));
      else fail(word.failed.code, word.failed.detail);
    });
    child.on('error', (error) => fail('SOLVER_DIED', error.message));
    // What V8 does when its heap is full.
    child.on('exit', (code, died) =>
      fail(died === 'SIGABRT' || code === 134 ? 'SOLVER_OUT_OF_MEMORY' : 'SOLVER_DIED', lastWords()),
    );
    if (child.pid !== undefined) onProcess(child.pid);
    // An error in sending is an exit soon after.
    child.send({ instance, limits } satisfies SolverOrder, () => undefined);
  });
}
