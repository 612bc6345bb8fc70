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
  for (let at = 0; at < next.length && found.size < size; at += 1)
    for (const a of wanted[next[at]!]!)
      for (const s of services[a]!)
        if (found.size < size && !found.has(s)) {
          found.add(s);
          next.push(s);
        }
  // Where nobody competes, any others do as well.
  for (let s = 0; s < c.serviceCount && found.size < size; s += 1) found.add(s);
  return found;
}
