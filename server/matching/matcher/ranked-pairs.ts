import { NO_PAIR, ONE_LEAD, RADIOLOGIST, SEAT_KINDS, TRAINEE, type Compiled } from './compiled';

/** What a team is asked to bring besides full seats: at most so many things; the rest is not asked, which raises a bound. */
const MOST_ASKED = 7;

/**
 * Every allowed pair, by service and kind of seat, best first: what prices are laid upon. Two to five bytes a pair.
 */
export interface RankedPairs {
  /** Where the auditors of a service and kind begin, at `s * SEAT_KINDS + kind`; one longer than there are. */
  readonly from: Int32Array;
  /** Auditors, points not rising, ties by number. */
  readonly who: Uint16Array | Int32Array;
  /** Which of the things asked by the service each of them brings: one bit for each. */
  readonly brings: Uint8Array;
  /** How many different sets of things those of a service and kind bring. */
  readonly kinds: Uint8Array;
  /** What a service pays for each thing asked that nobody brings, in points, at `s * MOST_ASKED + bit`. */
  readonly asked: Float64Array;
  /** Things asked by each service. */
  readonly askedCount: Uint8Array;
}

/** Cost of a thing asked by a service that nobody on its team brings, in points. */
export const costOfMissing = (ranked: RankedPairs, service: number, bit: number): number =>
  ranked.asked[service * MOST_ASKED + bit]!;

/** Ranks every allowed pair; 12 million of them take about three seconds. */
export function rankPairs(c: Compiled): RankedPairs {
  let pairs = 0;
  for (let at = 0; at < c.worth.length; at += 1) if (c.worth[at] !== NO_PAIR) pairs += 1;
  const from = new Int32Array(c.serviceCount * SEAT_KINDS + 1);
  const who = c.auditorCount <= 65_536 ? new Uint16Array(pairs) : new Int32Array(pairs);
  const brings = new Uint8Array(pairs);
  const kinds = new Uint8Array(c.serviceCount * SEAT_KINDS);
  const asked = new Float64Array(c.serviceCount * MOST_ASKED);
  const askedCount = new Uint8Array(c.serviceCount);
  const keys = Array.from({ length: SEAT_KINDS }, () => new Float64Array(c.auditorCount));
  const counts = new Int32Array(SEAT_KINDS);
  let end = 0;
  for (let s = 0; s < c.serviceCount; s += 1) {
    const bits = askedOf(c, s);
    askedCount[s] = bits.length;
    bits.forEach(({ cost }, bit) => (asked[s * MOST_ASKED + bit] = cost));
    counts.fill(0);
    for (let a = 0; a < c.auditorCount; a += 1) {
      const points = c.worth[s * c.auditorCount + a]!;
      if (points === NO_PAIR) continue;
      const kind = c.seatOf[a]!;
      // One number holds rank and auditor, so that typed arrays sort it without a comparison of ours.
      keys[kind]![counts[kind]!] = -points * c.auditorCount + a;
      counts[kind]! += 1;
    }
    for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
      const seen = new Set<number>();
      const sorted = keys[kind]!.subarray(0, counts[kind]).sort();
      for (const key of sorted) {
        const a = key - Math.floor(key / c.auditorCount) * c.auditorCount;
        who[end] = a;
        let mask = 0;
        if (kind !== TRAINEE) bits.forEach(({ has }, bit) => (mask |= has(a, kind) ? 1 << bit : 0));
        brings[end] = mask;
        seen.add(mask);
        end += 1;
      }
      from[s * SEAT_KINDS + kind + 1] = end;
      kinds[s * SEAT_KINDS + kind] = seen.size;
    }
  }
  return { from, who, brings, kinds, asked, askedCount };
}

/** What a service asks of its team, dearest first. */
function askedOf(c: Compiled, s: number): { cost: number; has: (a: number, kind: number) => boolean }[] {
  const words = c.criticalWords;
  const asked: { cost: number; has: (a: number, kind: number) => boolean }[] = [];
  if (c.leadRule[s] === ONE_LEAD)
    asked.push({
      cost: c.weights.missingLead,
      has: (a, kind) => kind === RADIOLOGIST && c.lead[a] === 1,
    });
  for (let skill = 0; skill < words * 32; skill += 1) {
    const [word, bit] = [skill >>> 5, skill & 31];
    if ((c.critical[s * words + word]! >>> bit) & 1)
      asked.push({
        cost: c.weights.missingCritical,
        has: (a) => ((c.mastered[a * words + word]! >>> bit) & 1) === 1,
      });
  }
  return asked.slice(0, MOST_ASKED);
}
