import { blocksOf, type Services } from './blocks';

/**
 * Whether the numbers of two sets of services may be told together: where one holds the other, the numbers subtract to that of
 * the services they differ by, which are to be none or `least`. Sets that only overlap subtract to nothing.
 */
export function mayStandBeside(one: Services, other: Services, least: number): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (![...small].every((service) => large.has(service))) return true;
  const left = large.size - small.size;
  return left === 0 || left >= least;
}

/**
 * Whether the numbers of sets that have to do with each other may all be told: whatever is added up or subtracted is made of
 * their blocks, each of `least` services.
 */
export const areBlocksTold = (sets: readonly Services[], least: number): boolean =>
  blocksOf(sets).every((block) => block.size >= least);

/**
 * All unions of some sets, each once; 2ⁿ − 1 of them.
 * @param sets few: the grades of a criterion
 */
export function unionsOf(sets: readonly Services[]): Services[] {
  return sets.reduce<Services[]>(
    (unions, set) => [...unions, ...unions.map((union) => new Set([...union, ...set])), set],
    [],
  );
}
