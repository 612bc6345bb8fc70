import type { Compiled, Solution } from './compiled';
import type { PairSet } from './pairs-within';

/** Services of each auditor in a plan. */
function servicesOf(c: Compiled, plan: Solution): number[][] {
  const services: number[][] = Array.from({ length: c.auditorCount }, () => []);
  plan.member.forEach((a, slot) => {
    if (a >= 0) services[a]!.push(c.slotService[slot]!);
  });
  return services;
}

/** Auditors whom each service would have, by the pairs that matter. */
export function wantedBy(c: Compiled, pairs: PairSet): number[][] {
  const wanted: number[][] = Array.from({ length: c.serviceCount }, () => []);
  for (const pair of [...pairs].sort((one, other) => one - other))
    wanted[Math.floor(pair / c.auditorCount)]!.push(pair % c.auditorCount);
  return wanted;
}

/** A neighbourhood has no more pairs to choose from: beyond, a solve takes too long. */
const MOST_PAIRS = 2_500;

/**
 * Services whose teams are best decided together with one: those that have whom it would have, then those that have
 * whom these would have, and so on.
 */
export function servicesAround(
  c: Compiled,
  plan: Solution,
  wanted: readonly (readonly number[])[],
  seed: number,
  size: number,
): Set<number> {
  const services = servicesOf(c, plan);
  const found = new Set([seed]);
  const next = [seed];
  let pairs = wanted[seed]!.length;
  const take = (s: number): void => {
    if (found.size >= size || pairs >= MOST_PAIRS || found.has(s)) return;
    found.add(s);
    next.push(s);
    pairs += wanted[s]!.length;
  };
  for (let at = 0; at < next.length; at += 1) for (const a of wanted[next[at]!]!) services[a]!.forEach(take);
  // Where nobody competes, any others do as well.
  for (let s = 0; s < c.serviceCount; s += 1) take(s);
  return found;
}
