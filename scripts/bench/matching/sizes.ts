import type { FranceOptions } from './france-instance';

/** One problem of the bench, how long its search may last, and what is wanted of it. */
export interface MatchingCase {
  name: string;
  example: FranceOptions;
  seconds: number;
  /** Largest gap that reaches the target, as a share of the bound; 0 is proved best. Null: measured only. */
  gap: number | null;
}

/** Mebibytes that no process of a solver should take more of. */
export const MEMORY_TARGET = 1024;

const france = (name: string, seconds: number, gap: number | null, more: Partial<FranceOptions> = {}) => {
  const [services, auditors] = name.split('x').map((part) => parseInt(part, 10)) as [number, number];
  return { name, seconds, gap, example: { services, auditors, seed: 1, ...more } };
};

/** From one region to all of Europe; what is wanted stands on two cores. */
export const MATCHING_CASES: readonly MatchingCase[] = [
  france('20x40', 15, 0),
  france('100x200', 15, 0),
  france('500x800', 60, 0.001),
  france('500x800-tight', 60, 0.03, { isTight: true }),
  france('1200x2000', 60, 0.005),
  france('3000x4000', 600, 0.02),
];
