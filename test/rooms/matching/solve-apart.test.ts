import { franceInstance } from '../../../scripts/bench/matching/france-instance';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import type { SolveProgress } from '../../../server/matching/matcher/plan';
import { solve } from '../../../server/matching/matcher/solve';
import { solveApart } from '../../../server/matching/matcher/solve-apart';

const SMALL = franceInstance({ services: 8, auditors: 20, seed: 3 });
// Hours of work: these solves end because somebody ends them.
const LARGE = franceInstance({ services: 150, auditors: 300, seed: 3 });
const FOREVER = { seconds: 20_000, memoryMegabytes: 1_000, seed: 1 };

/** Whether a process of this number runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts a solve that would last for hours, and waits until it is under way. */
async function underWay(signal?: AbortSignal, limits = FOREVER) {
  let pid = 0;
  let tell: (progress: SolveProgress) => void;
  const searching = new Promise<SolveProgress>((resolve) => (tell = resolve));
  const plan = solveApart(LARGE, limits, {
    ...(signal ? { signal } : {}),
    onProcess: (number) => (pid = number),
    onProgress: (progress) => progress.phase !== 'CANDIDATES' && tell(progress),
  });
  // Looked at later; until then its failure is nobody's.
  plan.catch(() => undefined);
  const progress = await Promise.race([searching, plan.then(() => null)]);
  return { plan, pid, progress };
}

describe('a solve in a process of its own', () => {
  it('gives the plan that a solve here gives', async () => {
    const limits = { seconds: 600, work: 1, memoryMegabytes: 1_000, seed: 5 };
    for (const instance of [SMALL, LARGE]) {
      const here = await solve(instance, limits);
      const apart = await solveApart(instance, limits);
      expect({ ...apart, seconds: 0 }).toEqual({ ...here, seconds: 0 });
      expect(checkPlan(instance, apart)).toEqual([]);
    }
  });

  it('tells how far it is', async () => {
    const { plan, pid, progress } = await underWay();
    expect(progress).toMatchObject({ phase: expect.stringMatching(/GREEDY|BOUND/) });
    process.kill(pid, 'SIGKILL');
    await expect(plan).rejects.toMatchObject({ code: 'SOLVER_DIED' });
  });

  it('is over when its process is killed', async () => {
    const { plan, pid } = await underWay();
    process.kill(pid, 'SIGKILL');
    await expect(plan).rejects.toMatchObject({ code: 'SOLVER_DIED' });
    expect(isRunning(pid)).toBe(false);
  });

  it('ends its process when it is cancelled, and does not start when it was before', async () => {
    const stop = new AbortController();
    const { plan, pid } = await underWay(stop.signal);
    stop.abort();
    await expect(plan).rejects.toMatchObject({ code: 'CANCELLED' });
    await gone(pid);
    const started: number[] = [];
    const late = solveApart(SMALL, FOREVER, {
      signal: stop.signal,
      onProcess: (number) => started.push(number),
    });
    await expect(late).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(started).toEqual([]);
  });

  it('takes no more memory than allowed', async () => {
    await expect(solveApart(LARGE, { ...FOREVER, memoryMegabytes: 70 })).rejects.toMatchObject({
      code: 'SOLVER_OUT_OF_MEMORY',
    });
  });

  it('stops at its time limit with the best plan so far', async () => {
    const plan = await solveApart(LARGE, { ...FOREVER, seconds: 3, work: 20_000 });
    expect(plan.stoppedBy).toBe('TIME');
    expect(checkPlan(LARGE, plan)).toEqual([]);
  });

  it('is given up when its process stands still beyond the limit', async () => {
    const plan = solveApart(
      LARGE,
      { ...FOREVER, seconds: 1 },
      {
        graceSeconds: 1,
        onProcess: (pid) => process.kill(pid, 'SIGSTOP'),
      },
    );
    await expect(plan).rejects.toMatchObject({ code: 'SOLVER_TIMED_OUT' });
  });

  it('says what is wrong with an instance', async () => {
    const [service] = SMALL.services;
    const wrong = { ...SMALL, services: [...SMALL.services, service!] };
    await expect(solveApart(wrong, FOREVER)).rejects.toMatchObject({
      code: 'DUPLICATE_SERVICE',
      ids: [service!.id],
    });
  });
});

/** Waits until a process that was told to end has ended. */
async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve));
}
