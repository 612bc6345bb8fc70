import fc from 'fast-check';
import { franceInstance } from '../../../scripts/bench/matching/france-instance';
import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import { NO_PAIR } from '../../../server/matching/matcher/compiled';
import { solveExactly } from '../../../server/matching/matcher/exact';
import { mostEarned, provedBound } from '../../../server/matching/matcher/lagrangian-bound';
import { teamFinder } from '../../../server/matching/matcher/price-teams';
import { directionPrice, freePrices, THOUSANDTHS } from '../../../server/matching/matcher/prices';
import { searchPrices } from '../../../server/matching/matcher/price-search';
import { rankPairs } from '../../../server/matching/matcher/ranked-pairs';
import { smallInstances } from '../../support/matching/random-instances';

const EFFORT = { passes: 40, rounds: 60 };

describe('a bound by prices', () => {
  it('is never below the best plan, whatever the prices', async () => {
    const prices = fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 4, auditors: 7 }), prices, async (instance, drawn) => {
        const c = compileInstance(instance);
        const best = await solveExactly(c);
        const ranked = rankPairs(c);
        const found = searchPrices(c, ranked, EFFORT);
        expect(provedBound(c, ranked, found.prices).bound).toBeGreaterThanOrEqual(best!.objective);
        const wild = freePrices(c);
        for (let a = 0; a < c.auditorCount; a += 1) wild.capacity[a] = drawn[a]!;
        for (let at = 0; at < wild.weeks.length; at += 1) wild.weeks[at] = drawn[10 + (at % 20)]!;
        for (let s = 0; s < c.serviceCount; s += 1)
          for (let g = 0; g < c.twoSided; g += 1)
            for (let at = c.serviceGroups.from[s]!; at < c.serviceGroups.from[s + 1]!; at += 1) {
              const h = c.serviceGroups.items[at]!;
              if (g !== h) wild.direction[directionPrice(c, wild, s, g, h)] = drawn[30 + ((s + g) % 10)]!;
            }
        expect(provedBound(c, ranked, wild).bound).toBeGreaterThanOrEqual(best!.objective);
      }),
      { numRuns: 20 },
    );
  });

  it('comes within half a percent of the best plan, where people are plenty and where they are few', async () => {
    for (const isTight of [false, true]) {
      const c = compileInstance(franceInstance({ services: 20, auditors: 36, seed: 5, isTight }));
      const best = await solveExactly(c);
      const ranked = rankPairs(c);
      const { prices } = searchPrices(c, ranked, { passes: 100, rounds: 300 });
      const { bound } = provedBound(c, ranked, prices);
      expect(best!.isProved).toBe(true);
      expect(bound).toBeGreaterThanOrEqual(best!.objective);
      expect((bound - best!.objective) / Math.abs(bound)).toBeLessThan(0.005);
    }
  });

  it('finds the best team of each service among all allowed pairs, as the exact solve of that service does', async () => {
    const c = compileInstance(franceInstance({ services: 12, auditors: 40, seed: 3 }));
    const finder = teamFinder(c, rankPairs(c));
    const prices = freePrices(c);
    c.auditors.forEach((_, a) => (prices.capacity[a] = ((a * 7919) % 400) * THOUSANDTHS));
    // The same problem with what members pay taken off what they are worth.
    const paid = Int32Array.from(c.worth, (points, at) =>
      points === NO_PAIR ? NO_PAIR : points - prices.capacity[at % c.auditorCount]! / THOUSANDTHS,
    );
    const empty = c.services.map(({ id }) => ({
      service: id,
      week: null,
      members: [],
      lead: null,
      value: 0,
    }));
    const nothing = await solveExactly({ ...c, worth: paid }, { frozen: empty });
    const nobody = { ...freePrices(c), capacity: new Float64Array(c.auditorCount).fill(1e9) };
    for (let s = 0; s < c.serviceCount; s += 1) {
      const frozen = empty.filter(({ service }) => service !== c.services[s]!.id);
      const alone = await solveExactly({ ...c, worth: paid }, { frozen });
      const cost = finder(nobody, s, true).gain;
      expect(finder(prices, s, true).gain - cost).toBe((alone!.objective - nothing!.objective) * THOUSANDTHS);
    }
  });

  it('is whole, says what proves it, and the same prices are found again', () => {
    const c = compileInstance(franceInstance({ services: 30, auditors: 50, seed: 2, isTight: true }));
    const ranked = rankPairs(c);
    const once = provedBound(c, ranked, searchPrices(c, ranked, EFFORT).prices);
    const again = provedBound(c, ranked, searchPrices(c, ranked, EFFORT).prices);
    expect(again).toEqual(once);
    const { capacity, weeks, reciprocity } = once.certificate;
    const all = [
      ...Object.values(capacity),
      ...Object.values(weeks),
      ...reciprocity.map(([, , , price]) => price),
    ];
    expect(all.length).toBeGreaterThan(20);
    expect(all.every((price) => Number.isSafeInteger(price) && price > 0)).toBe(true);
  });

  it('pays an auditor below his minimum for coming nearer to it', () => {
    const instance = franceInstance({ services: 2, auditors: 12, seed: 1 });
    const c = compileInstance({
      ...instance,
      auditors: instance.auditors.map((auditor) => ({ ...auditor, capacity: 2, minimum: 1 })),
    });
    expect(mostEarned(c, 0, 0)).toEqual({ audits: 1, gain: 0 });
    expect(mostEarned(c, 0, -11_000_000)).toEqual({ audits: 0, gain: -10_000_000 });
    expect(mostEarned(c, 0, 30_000)).toEqual({ audits: 2, gain: 40_000 });
  });
});
