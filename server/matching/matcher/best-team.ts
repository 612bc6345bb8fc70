import { RADIOLOGIST, SEAT_KINDS, SOLE_LEAD, TRAINEE, type Compiled } from './compiled';

/** Who may sit on a service, by kind of seat, and what each would gain: best first. */
export interface TeamOffer {
  /** Auditors of each kind of seat. */
  readonly who: readonly (readonly number[])[];
  /** Points that each brings (worth less his price), in the same order, not rising. */
  readonly gain: readonly (readonly number[])[];
}

/** The best team of a service. */
export interface BestTeam {
  /** Gains less what the team lacks. */
  gain: number;
  /** Auditor on each slot of the service, -1 for nobody. */
  members: number[];
}

/**
 * The exact best team of one service out of what is offered, by enumeration in order of gain, cut off where even the
 * best of what is left cannot win. Counts empty required seats, missing lead, missing modalities and past pairs; keeps
 * apart who must not sit together. Reciprocity and capacity are the business of whoever makes the offer.
 * @param mayJoin asked before an auditor joins those already chosen, for limits that only the caller knows
 * @param atLeast only teams that gain more than this are of interest
 * @returns null when there is none
 */
export function bestTeam(
  c: Compiled,
  service: number,
  offer: TeamOffer,
  mayJoin: (auditor: number, chosen: readonly number[]) => boolean = () => true,
  atLeast = -Infinity,
): BestTeam | null {
  const { weights } = c;
  const first = c.slotFrom[service]!;
  const count = c.slotFrom[service + 1]! - first;
  const words = c.criticalWords;
  const rule = c.leadRule[service]!;
  const hasCritical = c.critical.subarray(service * words, (service + 1) * words).some((mask) => mask !== 0);
  const emptyGain = (depth: number) => (c.slotKind[first + depth] === TRAINEE ? 0 : -weights.shortfall);

  // The most that the slots from a depth on can gain, and the modalities that they could bring.
  const most = new Float64Array(count + 1);
  const reach = new Int32Array((count + 1) * words);
  for (let depth = count - 1; depth >= 0; depth -= 1) {
    const kind = c.slotKind[first + depth]!;
    most[depth] = most[depth + 1]! + Math.max(offer.gain[kind]![0] ?? -Infinity, emptyGain(depth));
    for (let w = 0; w < words; w += 1) {
      let mask = reach[(depth + 1) * words + w]!;
      if (hasCritical) for (const a of offer.who[kind]!) mask |= c.mastered[a * words + w]!;
      reach[depth * words + w] = mask;
    }
  }

  const chosen: number[] = [];
  const slots = new Array<number>(count).fill(-1);
  const missing = new Int32Array((count + 1) * words);
  for (let w = 0; w < words; w += 1) missing[w] = c.critical[service * words + w]!;
  let best: BestTeam | null = null;
  let bestGain = atLeast;

  /** Cost of modalities that nobody chosen masters and nobody left could. */
  const lost = (depth: number): number => {
    if (!hasCritical) return 0;
    let modalities = 0;
    for (let w = 0; w < words; w += 1) {
      let left = missing[depth * words + w]! & ~reach[depth * words + w]!;
      for (; left !== 0; left &= left - 1) modalities += 1;
    }
    return modalities * weights.missingCritical;
  };
  const isLast = (depth: number) => depth + 1 === count || c.slotKind[first + depth + 1] !== RADIOLOGIST;

  const descend = (depth: number, from: number, gain: number, leads: number, radiologists: number): void => {
    if (depth === count) {
      if (gain - lost(depth) > bestGain) {
        bestGain = gain - lost(depth);
        best = { gain: bestGain, members: slots.slice() };
      }
      return;
    }
    const kind = c.slotKind[first + depth]!;
    const who = offer.who[kind]!;
    const gains = offer.gain[kind]!;
    const sameNext = depth + 1 < count && c.slotKind[first + depth + 1] === kind;
    const leadCost = (hasLead: boolean, seated: number): number =>
      kind !== RADIOLOGIST || !isLast(depth) || hasLead || rule === 0 || (rule === SOLE_LEAD && seated === 0)
        ? 0
        : weights.missingLead;
    for (let i = from; i < who.length; i += 1) {
      if (gain + gains[i]! + most[depth + 1]! <= bestGain) break;
      const a = who[i]!;
      const cost = joinCost(c, a, chosen);
      if (cost < 0 || !mayJoin(a, chosen)) continue;
      const hasLead = leads + (kind === RADIOLOGIST ? c.lead[a]! : 0);
      const next = gain + gains[i]! - cost - leadCost(hasLead > 0, radiologists + 1);
      for (let w = 0; w < words; w += 1)
        missing[(depth + 1) * words + w] = missing[depth * words + w]! & ~c.mastered[a * words + w]!;
      if (next - lost(depth + 1) + most[depth + 1]! <= bestGain) continue;
      chosen.push(a);
      slots[depth] = a;
      descend(depth + 1, sameNext ? i + 1 : 0, next, hasLead, radiologists + (kind === RADIOLOGIST ? 1 : 0));
      chosen.pop();
      slots[depth] = -1;
    }
    // Nobody: and then nobody on further seats of the kind either, whoever could take them could take this one.
    const next = gain + emptyGain(depth) - leadCost(leads > 0, radiologists);
    for (let w = 0; w < words; w += 1) missing[(depth + 1) * words + w] = missing[depth * words + w]!;
    if (next + most[depth + 1]! <= bestGain) return;
    slots[depth] = -1;
    descend(depth + 1, sameNext ? who.length : 0, next, leads, radiologists);
  };
  descend(0, 0, 0, 0, 0);
  return best;
}

/** Cost of past pairs when an auditor joins a team; -1 when he must not. */
function joinCost(c: Compiled, a: number, chosen: readonly number[]): number {
  let cost = 0;
  for (const b of chosen) {
    if (((c.apart.words[a * c.apart.stride + (b >>> 5)]! >>> (b & 31)) & 1) === 1) return -1;
    if (((c.past.words[a * c.past.stride + (b >>> 5)]! >>> (b & 31)) & 1) === 1) cost += c.weights.pastPair;
  }
  return cost;
}

/** Offers nobody on any seat. */
export const emptyOffer = (): { who: number[][]; gain: number[][] } => ({
  who: Array.from({ length: SEAT_KINDS }, () => []),
  gain: Array.from({ length: SEAT_KINDS }, () => []),
});
