/** Services as a set of their ids. */
export type Services = ReadonlySet<string>;

/**
 * The blocks of services: those that every one of some groups either has or has not, together. Whatever can be worked out
 * from figures of the groups, by adding, subtracting or otherwise, can be worked out from figures of the blocks, since each
 * group is made of whole blocks.
 * @param groups what was answered; services of no group are in no block
 */
export function blocksOf(groups: readonly Services[]): Services[] {
  const blocks = new Map<string, Set<string>>();
  for (const service of new Set(groups.flatMap((group) => [...group]))) {
    const key = groups.map((group) => (group.has(service) ? '1' : '0')).join('');
    blocks.set(key, (blocks.get(key) ?? new Set()).add(service));
  }
  return [...blocks.values()];
}

/** What was answered before, and to whom, when another group is asked for. */
export interface Asked {
  /** Every group that anybody was answered about, the whole of the synthesis among them. */
  answered: readonly Services[];
  /** Those of them that the asker's own organisations know. */
  known: readonly Services[];
  /** Services of these organisations, whose figures they may know: all of them, or some, or the asker's alone. */
  own: Services;
  /** Fewest services that anything may tell on. */
  least: number;
}

/**
 * Whether figures of a group may be told without telling, together with all that was told before, on fewer than `least`
 * services. Two things are asked:
 * - everybody's answers laid together are still made of blocks of `least` services each: no coalition of askers, however long
 *   they ask, comes down to fewer;
 * - what the asker's organisations know are blocks of `least` services beside their own, whose figures they can take away. None
 *   is made of their own alone: they are not sure to know each other's.
 */
export function mayTell(group: Services, { answered, known, own, least }: Asked): boolean {
  const others = (block: Services): number => [...block].filter((service) => !own.has(service)).length;
  return (
    blocksOf([...answered, group]).every((block) => block.size >= least) &&
    blocksOf([...known, group]).every((block) => others(block) >= least) &&
    group.size > 0
  );
}
