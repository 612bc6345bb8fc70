import { hasBit } from './bit-matrix';
import { NO_PAIR, SEAT_KINDS, type Compiled, type Lists } from './compiled';

/** How many pairs the search keeps: the best of each seat, and for each auditor his best services. */
export interface CandidateLimits {
  /** Of a seat of which the service has one. */
  perSeat: number;
  /** Of a seat of which it has several. */
  perDoubleSeat: number;
  perAuditor: number;
}

export const CANDIDATE_LIMITS: CandidateLimits = { perSeat: 15, perDoubleSeat: 24, perAuditor: 6 };

/** Kept auditors of each service and kind of seat, at row `s * SEAT_KINDS + kind`, best first. */
export interface Candidates extends Lists {
  /** Allowed pairs in all, and those kept. */
  readonly eligible: number;
  readonly kept: number;
}

/** All allowed auditors of a service on a kind of seat, best first, ties by number. */
export function eligibleFor(c: Compiled, service: number, kind: number): Int32Array {
  const base = service * c.auditorCount;
  const found: number[] = [];
  if (c.seats[service * SEAT_KINDS + kind] === 0) return Int32Array.from(found);
  for (let a = 0; a < c.auditorCount; a += 1)
    if (c.seatOf[a] === kind && c.worth[base + a] !== NO_PAIR) found.push(a);
  return Int32Array.from(found).sort(
    (one, other) => c.worth[base + other]! - c.worth[base + one]! || one - other,
  );
}

/** For each auditor, the services where he is worth most. */
function bestServices(c: Compiled, perAuditor: number): number[][] {
  const best: number[][] = Array.from({ length: c.auditorCount }, () => []);
  const worth = (s: number, a: number) => c.worth[s * c.auditorCount + a]!;
  for (let s = 0; s < c.serviceCount; s += 1)
    for (let a = 0; a < c.auditorCount; a += 1) {
      const points = worth(s, a);
      const mine = best[a]!;
      if (points === NO_PAIR || perAuditor === 0) continue;
      if (mine.length === perAuditor && worth(mine[perAuditor - 1]!, a) >= points) continue;
      let at = mine.length;
      while (at > 0 && worth(mine[at - 1]!, a) < points) at -= 1;
      mine.splice(at, 0, s);
      if (mine.length > perAuditor) mine.pop();
    }
  return best;
}

/** The pairs that the search works on (matching.md §2.1), pinned and previous ones always among them. */
export function keepCandidates(c: Compiled, limits: CandidateLimits = CANDIDATE_LIMITS): Candidates {
  const chosenBy: number[][] = Array.from({ length: c.serviceCount }, () => []);
  bestServices(c, limits.perAuditor).forEach((services, a) => services.forEach((s) => chosenBy[s]!.push(a)));
  const from = new Int32Array(c.serviceCount * SEAT_KINDS + 1);
  const items: number[] = [];
  const keep = new Uint8Array(c.auditorCount);
  let eligible = 0;
  for (let s = 0; s < c.serviceCount; s += 1) {
    keep.fill(0);
    chosenBy[s]!.forEach((a) => (keep[a] = 1));
    for (let i = c.pinned.from[s]!; i < c.pinned.from[s + 1]!; i += 1) keep[c.pinned.items[i]!] = 1;
    for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
      const all = eligibleFor(c, s, kind);
      const most = c.seats[s * SEAT_KINDS + kind]! > 1 ? limits.perDoubleSeat : limits.perSeat;
      eligible += all.length;
      all.forEach((a, rank) => {
        if (rank < most || keep[a] === 1 || hasBit(c.previous, s, a)) items.push(a);
      });
      from[s * SEAT_KINDS + kind + 1] = items.length;
    }
  }
  return { from, items: Int32Array.from(items), eligible, kept: items.length };
}

/** All allowed auditors of each service and kind of seat, best first. */
export function allEligible(c: Compiled): Lists {
  const from = new Int32Array(c.serviceCount * SEAT_KINDS + 1);
  const rows: Int32Array[] = [];
  for (let row = 0; row < from.length - 1; row += 1) {
    const all = eligibleFor(c, Math.floor(row / SEAT_KINDS), row % SEAT_KINDS);
    rows.push(all);
    from[row + 1] = from[row]! + all.length;
  }
  const items = new Int32Array(from[from.length - 1]!);
  rows.forEach((row, r) => items.set(row, from[r]));
  return { from, items };
}
