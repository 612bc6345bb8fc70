/** A number of a table, as a flow between two of its nodes; what is not shown is known only by the sums it stands in. */
export interface Entry {
  from: number;
  to: number;
  value: number;
  isShown: boolean;
}

/** Whether a hidden number is to be made higher or lower than it is. */
export type Direction = 'UP' | 'DOWN';

/** How far a hidden number could be moved, and what the others would then be. */
export interface Slack {
  /** At most as much as was wanted. */
  found: number;
  /** All numbers, the one that was asked about left as it is. */
  values: number[];
}

/**
 * By how much a hidden number could be higher, or lower, than it is, all that is shown being the same: the most that can be
 * sent round through other hidden ones, each of which may grow without end and shrink down to nothing. A table and its totals
 * are a network (rows, columns, the whole), so that this is exact, and in whole numbers: a maximum flow by augmenting ways
 * (Ford and Fulkerson, Can. J. Math. 8 (1956) 399).
 * @param entries all numbers of the table and its totals; at every node as much comes in as goes out
 * @param wanted stops once that much is found
 */
export function slackOf(
  entries: readonly Entry[],
  place: number,
  direction: Direction,
  wanted: number,
): Slack {
  const values = entries.map(({ value }) => value);
  const hiddenOnly = (entry: number): number => (entries[entry]!.isShown ? Infinity : 0);
  let found = 0;
  while (found < wanted) {
    const way = cheapestWay(entries, values, place, direction, hiddenOnly);
    if (!way) break;
    const narrowest = Math.min(
      wanted - found,
      ...way.map(({ entry, isBack }) => (isBack ? values[entry]! : Infinity)),
    );
    for (const { entry, isBack } of way) values[entry]! += isBack ? -narrowest : narrowest;
    found += narrowest;
  }
  return { found, values };
}

/** One number on a way round, and whether it shrinks when the number at its beginning is moved. */
export interface Step {
  entry: number;
  isBack: boolean;
}

/**
 * The cheapest way round by which a number can be moved: from one of its ends to the other without itself (Dijkstra).
 * @param values what the numbers are: those that are 0 cannot shrink
 * @param costOf of using a number; Infinity for never
 * @returns null when there is none
 */
export function cheapestWay(
  entries: readonly Entry[],
  values: readonly number[],
  place: number,
  direction: Direction,
  costOf: (entry: number) => number,
): Step[] | null {
  const { from, to } = entries[place]!;
  const [source, sink] = direction === 'UP' ? [to, from] : [from, to];
  const reached = new Map<number, { cost: number; by: Step | null; before: number }>([
    [source, { cost: 0, by: null, before: source }],
  ]);
  const done = new Set<number>();
  for (;;) {
    const open = [...reached].filter(([node]) => !done.has(node)).sort(([, a], [, b]) => a.cost - b.cost)[0];
    if (!open) return null;
    const [node, { cost }] = open;
    if (node === sink) break;
    done.add(node);
    entries.forEach((other, entry) => {
      if (entry === place || (other.from !== node && other.to !== node)) return;
      const isBack = other.to === node;
      const next = isBack ? other.from : other.to;
      const total = cost + costOf(entry);
      if ((isBack && values[entry]! <= 0) || !(total < (reached.get(next)?.cost ?? Infinity))) return;
      reached.set(next, { cost: total, by: { entry, isBack }, before: node });
    });
  }
  const way: Step[] = [];
  for (let at = reached.get(sink); at?.by; at = reached.get(at.before)) way.push(at.by);
  return way;
}
