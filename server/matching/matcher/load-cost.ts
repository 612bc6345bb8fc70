import type { Weights } from './instance';

/**
 * Cost of the 1st, 2nd … audit of an auditor, at 0, 1 …; beyond the end of the list its last step goes on growing by
 * as much as it grew before. Doubles, for such growth soon leaves 32 bits behind.
 * @param most audits that anybody may have
 */
export function marginalLoad({ load }: Weights, most: number): Float64Array {
  const last = load.at(-1) ?? 0;
  const growth = load.length > 1 ? last - load.at(-2)! : 0;
  return Float64Array.from({ length: most }, (_, n) => load[n] ?? last + growth * (n - load.length + 1));
}
