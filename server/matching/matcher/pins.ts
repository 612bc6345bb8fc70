import { hasBit, type BitMatrix } from './bit-matrix';
import { mayPair, SEAT_KINDS, type Compiled } from './compiled';
import { InstanceError, type InstanceErrorCode } from './instance-error';

/**
 * Refuses pins that no plan can keep, each taken by itself or with those of its service. Pins that contradict each
 * other over several services are found by the solve.
 * @throws InstanceError
 */
export function requirePins(c: Compiled, excluded: BitMatrix): void {
  const { from, items } = c.pinned;
  const audits = new Int32Array(c.auditorCount);
  for (let s = 0; s < c.serviceCount; s += 1) {
    const taken = new Int32Array(SEAT_KINDS);
    for (let i = from[s]!; i < from[s + 1]!; i += 1) {
      const a = items[i]!;
      const fail = (code: InstanceErrorCode): never => {
        throw new InstanceError(code, [c.auditors[a]!.id, c.services[s]!.id]);
      };
      const kind = c.seatOf[a]!;
      if (hasBit(excluded, s, a)) fail(isForbidden(c, s, a) ? 'PIN_FORBIDDEN' : 'PIN_IN_CONFLICT');
      taken[kind]! += 1;
      if (taken[kind]! > c.seats[s * SEAT_KINDS + kind]!) fail('PINS_OVER_SEATS');
      audits[a]! += 1;
      if (audits[a]! > c.capacity[a]!) fail('PINS_OVER_CAPACITY');
      if (!mayPair(c, s, a)) fail(whyNoPair(c, s, a));
      for (let j = from[s]!; j < i; j += 1) if (hasBit(c.apart, a, items[j]!)) fail('PINS_APART');
    }
  }
}

const isForbidden = (c: Compiled, s: number, a: number): boolean =>
  c.instance.forbidden.some(
    ([auditor, service]) => auditor === c.auditors[a]!.id && service === c.services[s]!.id,
  );

function whyNoPair(c: Compiled, s: number, a: number): InstanceErrorCode {
  const { id } = c.auditors[a]!;
  const scores = c.instance.scores;
  if (scores && !scores.some(([auditor, service]) => auditor === id && service === c.services[s]!.id))
    return 'PIN_WITHOUT_SCORE';
  const weeks = c.services[s]!.weeks;
  const away = new Set(c.auditors[a]!.unavailableWeeks);
  return weeks.length > 0 && weeks.every((week) => away.has(week)) ? 'PIN_UNAVAILABLE' : 'PIN_RECIPROCAL';
}
