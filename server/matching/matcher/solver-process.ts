import { InstanceError } from './instance-error';
import type { SolverOrder, SolverWord } from './solve-apart';
import { solveWith } from './solve';
import { crewOfTwo } from './thread-crew';

// The process of `solveApart`: takes one order, says how it goes, gives a plan and ends.

/** Milliseconds between two looks at the memory in use: WebAssembly and typed arrays are outside V8's limit. */
const LOOK = 250;
/** Milliseconds between two words about progress. */
const PAUSE = 200;

/** Says something and ends once it is said. */
const sayLast = (word: SolverWord): void => {
  process.send?.(word, () => process.exit());
};

async function carryOut({ instance, limits }: SolverOrder): Promise<void> {
  const watch = setInterval(() => {
    const megabytes = process.memoryUsage.rss() / 2 ** 20;
    if (megabytes <= limits.memoryMegabytes) return;
    clearInterval(watch);
    sayLast({ failed: { code: 'SOLVER_OUT_OF_MEMORY', detail: `${Math.round(megabytes)} MiB` } });
  }, LOOK);
  let said = 0;
  let phase = '';
  try {
    const plan = await solveWith(
      () => crewOfTwo(instance),
      instance,
      limits,
      (progress) => {
        if (progress.phase === phase && Date.now() - said < PAUSE) return;
        phase = progress.phase;
        said = Date.now();
        process.send?.({ progress } satisfies SolverWord);
      },
    );
    sayLast({ plan, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
  } catch (error) {
    if (error instanceof InstanceError) sayLast({ refused: { code: error.code, ids: error.ids } });
    else sayLast(failureOf(error));
  } finally {
    clearInterval(watch);
  }
}

/** What is said of an error of ours or of the runtime. */
function failureOf(error: unknown): SolverWord {
  const { code, stack } = error as { code?: string; stack?: string };
  const isFull = code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
  return {
    failed: { code: isFull ? 'SOLVER_OUT_OF_MEMORY' : 'SOLVER_DIED', detail: stack ?? String(error) },
  };
}

process.once('message', (order) => void carryOut(order as SolverOrder));
// Whoever ordered is gone.
process.once('disconnect', () => process.exit());
