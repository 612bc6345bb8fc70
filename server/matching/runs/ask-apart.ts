import path from 'node:path';
import { startApart, withoutNodeOptions } from '../../kernel/start-apart';
import type { PlanProblem } from '../checker/problem';
import type { Instance, Pair, PlanSeat } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { SolverFailure } from '../matcher/solver-failure';
import type { PlanComparison } from '../reasons/compare-plans';
import type { ExplainedShortfall } from '../reasons/explain-shortfalls';
import type { ResolvedPlan } from '../reasons/resolve-after-change';
import type { Substitute } from '../reasons/substitutes';
import type { WhyNotPair } from '../reasons/why-not-pair';
import type { WhyPair } from '../reasons/why-pair';

/** What may be asked about a plan, and what it gives. */
export interface Answers {
  CHECK: PlanProblem[];
  SHORTFALLS: ExplainedShortfall[];
  WHY: WhyPair | null;
  WHY_NOT: WhyNotPair | null;
  SUBSTITUTES: Substitute[];
  COMPARISON: PlanComparison;
  RESOLVE: ResolvedPlan;
}

interface Extras {
  CHECK: { plan: Plan };
  SHORTFALLS: object;
  WHY: { auditor: string; service: string };
  WHY_NOT: { auditor: string; service: string };
  SUBSTITUTES: { service: string; seat: PlanSeat };
  COMPARISON: { before: Pick<Plan, 'teams'> };
  RESOLVE: { withdrawn: readonly Pair[]; fixed: readonly Pair[] };
}

/** A question about a plan. */
export type Question<K extends keyof Answers> = {
  kind: K;
  instance: Instance;
  plan: Pick<Plan, 'teams'>;
} & Extras[K];

/** Any question, told apart by its kind. */
export type AnyQuestion = { [K in keyof Answers]: Question<K> }[keyof Answers];

/** What the process says. */
export type ReasonWord = { given: unknown } | { failed: string };

const SECONDS = 120;
const MEMORY_MEGABYTES = 1024;

/**
 * Answers a question about a plan in a process of its own, since a national one takes seconds to be read and parts of it
 * may be solved anew: whoever serves requests stays free, and this promise settles whatever happens there.
 * @throws SolverFailure when the process is cancelled, dies or does not answer in time
 */
export function askApart<K extends keyof Answers>(
  question: Question<K>,
  { signal, seconds = SECONDS }: { signal?: AbortSignal; seconds?: number } = {},
): Promise<Answers[K]> {
  if (signal?.aborted) return Promise.reject(new SolverFailure('CANCELLED'));
  return new Promise((resolve, reject) => {
    const { child } = startApart(path.join(__dirname, 'reason-process'), {
      megabytes: MEMORY_MEGABYTES,
      environment: withoutNodeOptions(),
    });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.removeAllListeners('message');
      child.kill('SIGKILL');
      act();
    };
    const fail = (failure: SolverFailure): void => settle(() => reject(failure));
    const cancel = (): void => fail(new SolverFailure('CANCELLED'));
    const timer = setTimeout(() => fail(new SolverFailure('SOLVER_TIMED_OUT')), seconds * 1000);
    signal?.addEventListener('abort', cancel);
    child.on('message', (word: ReasonWord) =>
      'given' in word
        ? settle(() => resolve(word.given as Answers[K]))
        : fail(new SolverFailure('SOLVER_DIED', word.failed)),
    );
    child.on('error', (error) => fail(new SolverFailure('SOLVER_DIED', error.message)));
    child.on('exit', () => fail(new SolverFailure('SOLVER_DIED')));
    // An error in sending is an exit soon after.
    child.send(question, () => undefined);
  });
}
