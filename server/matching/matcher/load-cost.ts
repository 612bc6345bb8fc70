import type { Weights } from './instance';

/**
 * Cost of the 1st, 2nd … audit of an auditor, at 0, 1 …; beyond the end of the list its last step goes on growing by
 * as much as it grew before.
 * @param most audits that anybody may have
 */
export function marginalLoad({ load }: Weights, most: number): Int32Array {
  const last = load.at(-1) ?? 0;
  const growth = load.length > 1 ? last - load.at(-2)! : 0;
  return Int32Array.from({ length: most }, (_, n) => load[n] ?? last + growth * (n - load.length + 1));
}
