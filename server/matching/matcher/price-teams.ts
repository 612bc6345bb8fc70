import { hasBit } from './bit-matrix';
import { SEAT_KINDS, SOLE_LEAD, TRAINEE, RADIOLOGIST, type Compiled } from './compiled';
import { layDirections, THOUSANDTHS, type Prices } from './prices';
import { costOfMissing, type RankedPairs } from './ranked-pairs';

/** The best team of a service under prices. */
export interface PricedTeam {
  /** Its gain less what it pays, in thousandths. */
  gain: number;
  /** Auditors; only the first `size` are of this team. */
  members: Int32Array;
  size: number;
  /** Week by number; -1 when the service names none. */
  week: number;
}

/** Finds the best team of a service under prices; see `teamFinder`. */
export type TeamFinder = (prices: Prices, service: number, isExact: boolean) => PricedTeam;

/** Alike in what they bring, so many are enough to find a good team … */
const FEW = 5;
/** … and so many more are taken each time when that may not be the best. */
const MORE = 8;

/** Seats of one service beyond these are not foreseen. */
const MOST_SLOTS = 24;

/**
 * Makes a finder of best teams under prices, over all allowed pairs. It enumerates teams, cut off where even the best
 * of what is left cannot win. Of auditors who bring the same things only the best few are looked at first: when those
 * left out could still win, as many more as it takes are looked at, unless a quick answer will do.
 * @returns for a service, its best team in its best week; the same object each time. With `isExact` false, a team that
 *   is nearly always the best. The gain is −∞ when pins leave no team.
 */
export function teamFinder(c: Compiled, ranked: RankedPairs): TeamFinder {
  const { weights, auditorCount } = c;
  // A price below 0 is for those who have a minimum.
  const paysNobody = c.minimum.every((least) => least <= 0);
  const best: PricedTeam = { gain: 0, members: new Int32Array(MOST_SLOTS), size: 0, week: -1 };
  const surcharge = new Float64Array(auditorCount);

  // Who is offered for each kind of seat, best first.
  const who = Array.from({ length: SEAT_KINDS }, () => new Int32Array(auditorCount));
  const gain = Array.from({ length: SEAT_KINDS }, () => new Float64Array(auditorCount));
  const brings = Array.from({ length: SEAT_KINDS }, () => new Uint8Array(auditorCount));
  const offered = new Int32Array(SEAT_KINDS);
  // The most that somebody left out of each kind could gain.
  const leftOut = new Float64Array(SEAT_KINDS);
  const alike = new Int32Array(256);
  const isPinned = new Uint8Array(auditorCount);

  const slotKind = new Int32Array(MOST_SLOTS);
  let slots = 0;
  const rest = new Float64Array(MOST_SLOTS + 1);
  const reach = new Int32Array(MOST_SLOTS + 1);
  const chosen = new Int32Array(MOST_SLOTS);
  const shortfall = weights.shortfall * THOUSANDTHS;
  const pastPair = weights.pastPair * THOUSANDTHS;
  const missingCost = new Float64Array(256);
  let everything = 0;

  /** Cost of each set of missing things. */
  const setAsked = (s: number): void => {
    const count = ranked.askedCount[s]!;
    everything = (1 << count) - 1;
    for (let mask = 1; mask <= everything; mask += 1) {
      const bit = 31 - Math.clz32(mask);
      missingCost[mask] = missingCost[mask ^ (1 << bit)]! + costOfMissing(ranked, s, bit) * THOUSANDTHS;
    }
  };

  /** Offers the best of those alike in what they bring, `most` of each. */
  const offer = (prices: Prices, s: number, week: number, kind: number, most: number): void => {
    const end = ranked.from[s * SEAT_KINDS + kind + 1]!;
    const base = s * auditorCount;
    const names = who[kind]!;
    const gains = gain[kind]!;
    const masks = brings[kind]!;
    let count = 0;
    let left = -Infinity;
    let open = ranked.kinds[s * SEAT_KINDS + kind]!;
    alike.fill(0, 0, everything + 1);
    for (let at = ranked.from[s * SEAT_KINDS + kind]!; at < end; at += 1) {
      const a = ranked.who[at]!;
      if (week >= 0 && c.available[a * c.weekCount + week] === 0) continue;
      if (isPinned[a] === 1) continue;
      const points = c.worth[base + a]! * THOUSANDTHS;
      if (open === 0 && paysNobody && points <= gains[count - 1]!) {
        // Nor does anybody after him get in, whatever he pays.
        if (points > left) left = points;
        break;
      }
      const net =
        points -
        prices.capacity[a]! -
        surcharge[a]! -
        (week >= 0 ? prices.weeks[a * c.weekCount + week]! : 0);
      const mask = ranked.brings[at]!;
      let to = count;
      if (alike[mask] === most) {
        // Full: the least of those alike makes way, or the newcomer stays out.
        let least = count - 1;
        while (masks[least] !== mask) least -= 1;
        if (gains[least]! >= net) {
          if (net > left) left = net;
          continue;
        }
        if (gains[least]! > left) left = gains[least]!;
        to = least;
      } else {
        alike[mask]! += 1;
        if (alike[mask] === most) open -= 1;
        count += 1;
      }
      while (to > 0 && gains[to - 1]! < net) {
        gains[to] = gains[to - 1]!;
        names[to] = names[to - 1]!;
        masks[to] = masks[to - 1]!;
        to -= 1;
      }
      gains[to] = net;
      names[to] = a;
      masks[to] = mask;
    }
    offered[kind] = count;
    leftOut[kind] = left;
  };

  const descend = (depth: number, from: number, sum: number, mask: number, size: number): void => {
    if (depth === slots) {
      const total = sum - missingCost[everything & ~mask]!;
      if (total > best.gain) {
        best.gain = total;
        best.size = size;
        best.members.set(chosen.subarray(0, size));
        bestWeek = weekNow;
      }
      return;
    }
    const kind = slotKind[depth]!;
    const gains = gain[kind]!;
    const names = who[kind]!;
    const masks = brings[kind]!;
    const sameNext = depth + 1 < slots && slotKind[depth + 1] === kind;
    const after = rest[depth + 1]! - missingCost[everything & ~(mask | reach[depth]!)]!;
    for (let i = from; i < offered[kind]!; i += 1) {
      const net = sum + gains[i]!;
      if (net + after <= best.gain) break;
      const a = names[i]!;
      const nextMask = mask | masks[i]!;
      if (net + rest[depth + 1]! - missingCost[everything & ~(nextMask | reach[depth + 1]!)]! <= best.gain)
        continue;
      let cost = 0;
      for (let j = 0; j < size && cost >= 0; j += 1) {
        if (hasBit(c.apart, a, chosen[j]!)) cost = -1;
        else if (hasBit(c.past, a, chosen[j]!)) cost += pastPair;
      }
      if (cost < 0) continue;
      chosen[size] = a;
      descend(depth + 1, sameNext ? i + 1 : 0, net - cost, nextMask, size + 1);
    }
    // Nobody here; and then nobody on further seats of the kind, since whoever sat there could sit here.
    let next = depth;
    let empty = sum;
    while (next < slots && slotKind[next] === kind) {
      if (kind !== TRAINEE) empty -= shortfall;
      next += 1;
    }
    if (empty + rest[next]! - missingCost[everything & ~(mask | reach[next]!)]! > best.gain)
      descend(next, 0, empty, mask, size);
  };
  let weekNow = -1;
  let bestWeek = -1;

  /** What the slots from each on could bring at most. */
  const lookAhead = (): void => {
    rest[slots] = 0;
    reach[slots] = 0;
    for (let depth = slots - 1; depth >= 0; depth -= 1) {
      const kind = slotKind[depth]!;
      let nth = 0;
      while (depth - nth > 0 && slotKind[depth - nth - 1] === kind) nth += 1;
      const none = kind === TRAINEE ? 0 : -shortfall;
      rest[depth] = rest[depth + 1]! + (nth < offered[kind]! ? Math.max(gain[kind]![nth]!, none) : none);
      let mask = reach[depth + 1]!;
      for (let i = 0; i < offered[kind]!; i += 1) mask |= brings[kind]![i]!;
      reach[depth] = mask;
    }
  };

  /** Whether somebody left out could be on a better team than the best one found. */
  const couldWin = (sum: number, mask: number): boolean => {
    const most = sum + rest[0]! - missingCost[everything & ~(mask | reach[0]!)]!;
    for (let depth = 0; depth < slots; depth += 1) {
      const kind = slotKind[depth]!;
      if (depth + 1 < slots && slotKind[depth + 1] === kind) continue;
      // He would take the last seat of his kind.
      const mine = rest[depth]! - rest[depth + 1]!;
      if (leftOut[kind]! > -Infinity && most - mine + leftOut[kind]! > best.gain) return true;
    }
    return false;
  };

  return (prices, s, isExact) => {
    best.gain = -Infinity;
    best.size = 0;
    bestWeek = -1;
    setAsked(s);
    const charged = layDirections(prices, s, surcharge);
    const pinFrom = c.pinned.from[s]!;
    const pinEnd = c.pinned.from[s + 1]!;
    for (let i = pinFrom; i < pinEnd; i += 1) isPinned[c.pinned.items[i]!] = 1;
    const weekFrom = c.serviceWeeks.from[s]!;
    const weekEnd = c.serviceWeeks.from[s + 1]!;
    for (let at = weekFrom; at < Math.max(weekEnd, weekFrom + 1); at += 1) {
      const week = weekFrom === weekEnd ? -1 : c.serviceWeeks.items[at]!;
      weekNow = week;
      // Pinned members come first, whatever they cost.
      let sum = 0;
      let mask = 0;
      let size = 0;
      let isPossible = true;
      const pins = [0, 0, 0, 0];
      for (let i = pinFrom; i < pinEnd; i += 1) {
        const a = c.pinned.items[i]!;
        if (week >= 0 && c.available[a * c.weekCount + week] === 0) isPossible = false;
        sum += c.worth[s * auditorCount + a]! * THOUSANDTHS - prices.capacity[a]! - surcharge[a]!;
        if (week >= 0) sum -= prices.weeks[a * c.weekCount + week]!;
        for (let j = 0; j < size; j += 1) if (hasBit(c.past, a, chosen[j]!)) sum -= pastPair;
        const kind = c.seatOf[a]!;
        mask |= bringsOf(s, kind, a);
        if (kind === RADIOLOGIST && c.leadRule[s] === SOLE_LEAD && c.lead[a] === 0)
          sum -= weights.missingLead * THOUSANDTHS;
        pins[kind]! += 1;
        chosen[size] = a;
        size += 1;
      }
      if (!isPossible) continue;
      slots = 0;
      for (let kind = 0; kind < SEAT_KINDS; kind += 1)
        for (let n = pins[kind]!; n < c.seats[s * SEAT_KINDS + kind]!; n += 1) slotKind[slots++] = kind;
      for (let most = FEW; ; most *= MORE) {
        for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
          leftOut[kind] = -Infinity;
          if (c.seats[s * SEAT_KINDS + kind]! > pins[kind]!) offer(prices, s, week, kind, most);
        }
        lookAhead();
        descend(0, 0, sum, mask, size);
        if (!isExact || !couldWin(sum, mask)) break;
      }
    }
    best.week = bestWeek;
    for (const a of charged) surcharge[a] = 0;
    for (let i = pinFrom; i < pinEnd; i += 1) isPinned[c.pinned.items[i]!] = 0;
    return best;
  };

  function bringsOf(s: number, kind: number, a: number): number {
    for (let at = ranked.from[s * SEAT_KINDS + kind]!; at < ranked.from[s * SEAT_KINDS + kind + 1]!; at += 1)
      if (ranked.who[at] === a) return ranked.brings[at]!;
    return 0;
  }
}
