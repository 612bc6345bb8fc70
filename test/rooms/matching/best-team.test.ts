import fc from 'fast-check';
import { bestTeam, emptyOffer, type TeamOffer } from '../../../server/matching/matcher/best-team';
import { hasBit } from '../../../server/matching/matcher/bit-matrix';
import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import { mayPair, TRAINEE, type Compiled } from '../../../server/matching/matcher/compiled';
import { lacksLead, uncovered } from '../../../server/matching/matcher/objective';
import { smallInstances } from '../../support/matching/random-instances';

/** Everybody allowed, at his worth. */
function offerAll(c: Compiled, s: number): TeamOffer {
  const offer = emptyOffer();
  const worth = (a: number) => c.worth[s * c.auditorCount + a]!;
  const all = Array.from({ length: c.auditorCount }, (_, a) => a).filter((a) => mayPair(c, s, a));
  for (const a of all.sort((one, other) => worth(other) - worth(one) || one - other)) {
    offer.who[c.seatOf[a]!]!.push(a);
    offer.gain[c.seatOf[a]!]!.push(worth(a));
  }
  return offer;
}

/** What a team gains, counted without any haste; null when it must not be. */
function gainOf(c: Compiled, s: number, members: readonly number[]): number | null {
  const seated = members.filter((a) => a >= 0);
  let gain = 0;
  for (let i = 0; i < seated.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      if (seated[i] === seated[j] || hasBit(c.apart, seated[i]!, seated[j]!)) return null;
      if (hasBit(c.past, seated[i]!, seated[j]!)) gain -= c.weights.pastPair;
    }
  for (const a of seated) gain += c.worth[s * c.auditorCount + a]!;
  members.forEach((a, at) => {
    if (a < 0 && c.slotKind[c.slotFrom[s]! + at] !== TRAINEE) gain -= c.weights.shortfall;
  });
  if (lacksLead(c, s, seated)) gain -= c.weights.missingLead;
  return gain - c.weights.missingCritical * uncovered(c, s, seated);
}

/** Every team of a service: anybody offered, or nobody, on each slot. */
function* everyTeam(c: Compiled, s: number, offer: TeamOffer, slot = c.slotFrom[s]!): Generator<number[]> {
  if (slot === c.slotFrom[s + 1]!) {
    yield [];
    return;
  }
  for (const a of [-1, ...offer.who[c.slotKind[slot]!]!])
    for (const rest of everyTeam(c, s, offer, slot + 1)) yield [a, ...rest];
}

describe('the best team of one service', () => {
  it('is the one that trying every team finds', () => {
    fc.assert(
      fc.property(smallInstances({ services: 3, auditors: 9 }), (instance) => {
        const c = compileInstance(instance);
        for (let s = 0; s < c.serviceCount; s += 1) {
          const offer = offerAll(c, s);
          let most = -Infinity;
          for (const members of everyTeam(c, s, offer))
            most = Math.max(most, gainOf(c, s, members) ?? -Infinity);
          const best = bestTeam(c, s, offer)!;
          expect(best.gain).toBe(most);
          expect(gainOf(c, s, best.members)).toBe(most);
          // Nothing is better than the best.
          expect(bestTeam(c, s, offer, undefined, most)).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out whom the caller does not let join', () => {
    fc.assert(
      fc.property(smallInstances({ services: 2, auditors: 8 }), fc.nat(7), (instance, barred) => {
        const c = compileInstance(instance);
        for (let s = 0; s < c.serviceCount; s += 1)
          expect(bestTeam(c, s, offerAll(c, s), (a) => a !== barred)!.members).not.toContain(barred);
      }),
    );
  });
});
