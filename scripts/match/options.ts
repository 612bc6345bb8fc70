import { parseArgs } from 'node:util';
import { SHAPES, type FranceOptions, type Shape } from '../bench/matching/france-instance';

export const USAGE = `npm run match -- INSTANCE.json [--seconds N] [--seed N] [--memory N] --out RESULT.json
npm run match -- INSTANCE.json --check RESULT.json
npm run match -- --example 100x200 [--seed N] [--tight] [--shape S] --out INSTANCE.json

  --out FILE      where the result goes; it is checked first
  --seconds N     how long the search may last (60)
  --seed N        the same seed gives the same plan wherever the clock is not hit (1)
  --memory N      MiB that the solver may take (1024)
  --check FILE    checks a result, whoever made it, and solves nothing
  --example AxB   writes a made-up instance of A services and B auditors to try things on
  --tight         with capacities that hardly suffice
  --shape S       ${SHAPES.join(', ')}

What an instance holds stands in server/matching/matcher/instance.ts, what a result tells in plan.ts beside it. Ends with 0
when all is right, with 1 when the instance or the result is not, with 2 when the command is not, with 130 when it was stopped.`;

/** What somebody asks of the command. */
export type MatchOptions =
  | { act: 'HELP' }
  | { act: 'SOLVE'; instance: string; out: string; seconds: number; seed: number; memory: number }
  | { act: 'CHECK'; instance: string; result: string }
  | { act: 'EXAMPLE'; out: string; example: FranceOptions };

/** The command itself is wrong; its message is one line. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 * @throws UsageError when something is missing, unknown or no number
 */
export function matchOptions(args: readonly string[]): MatchOptions {
  const { values, positionals } = parsed(args);
  if (values.help) return { act: 'HELP' };
  const [instance, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`one file at a time, not ${positionals.join(', ')}`);
  const seed = whole('--seed', values.seed, 0, 2 ** 31 - 1);
  if (values.example !== undefined) {
    if (values.out === undefined) throw new UsageError('where does the instance go? --out FILE');
    return { act: 'EXAMPLE', out: values.out, example: exampleOf(values, seed) };
  }
  if (instance === undefined) throw new UsageError('which instance? npm run match -- INSTANCE.json …');
  if (values.check !== undefined) return { act: 'CHECK', instance, result: values.check };
  if (values.out === undefined) throw new UsageError('where does the result go? --out FILE');
  return {
    act: 'SOLVE',
    instance,
    out: values.out,
    seed,
    seconds: secondsOf(values.seconds),
    memory: whole('--memory', values.memory, 64, 1_048_576),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        seconds: { type: 'string', default: '60' },
        seed: { type: 'string', default: '1' },
        memory: { type: 'string', default: '1024' },
        check: { type: 'string' },
        example: { type: 'string' },
        tight: { type: 'boolean', default: false },
        shape: { type: 'string', default: 'FRANCE' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} is a whole number from ${least} to ${most}, not ${text}`);
}

function secondsOf(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= 0.1 && value <= 86_400) return value;
  throw new UsageError(`--seconds is a number from 0.1 to 86400, not ${text}`);
}

function exampleOf(values: { example?: string; tight: boolean; shape: string }, seed: number): FranceOptions {
  const [, services, auditors] = /^(\d{1,5})x(\d{1,5})$/.exec(values.example ?? '') ?? [];
  const shape = SHAPES.find((known): known is Shape => known === values.shape);
  if (!shape) throw new UsageError(`--shape is one of ${SHAPES.join(', ')}`);
  if (!(Number(services) > 0 && Number(auditors) > 0))
    throw new UsageError('--example is written like 100x200, services and auditors');
  return { services: Number(services), auditors: Number(auditors), seed, isTight: values.tight, shape };
}
