import fc from 'fast-check';
import {
  designEffect,
  effectiveSize,
  medianInterval,
  pooledRate,
  quantile,
  sampleSizeOfProportion,
  unroundedSampleSize,
  wilson,
} from '../../../../server/measures/statistics';

/** Thirty dose-area products, made for the templates' test vectors. */
const DOSES = [
  120, 150, 135, 210, 180, 165, 140, 155, 300, 175, 160, 145, 190, 170, 130, 200, 185, 158, 149, 162, 171,
  143, 138, 220, 195, 152, 168, 177, 147, 159,
];

describe('quantiles', () => {
  test('of thirty doses', () => {
    expect(quantile(DOSES, 0.5)).toBe(161);
    expect(quantile(DOSES, 0.25)).toBe(147.5);
    expect(quantile(DOSES, 0.75)).toBe(179.25);
    expect([quantile(DOSES, 0), quantile(DOSES, 1)]).toEqual([120, 300]);
  });

  test('of nothing is none, of one value is that value, in whatever order, and of what is no number is refused', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([7], 0.25)).toBe(7);
    expect(quantile([10, 9, 100], 0.5)).toBe(10);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
  });

  test('leave the values as they are, lie between them and grow with p', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (sample, p, q) => {
        const before = [...sample];
        const low = quantile(sample, Math.min(p, q))!;
        const high = quantile(sample, Math.max(p, q))!;
        expect(sample).toEqual(before);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(high).toBeLessThanOrEqual(Math.max(...sample));
      }),
    );
  });
});

describe('the interval of a median', () => {
  test.each([
    [6, 1, 6, 0.96875],
    [20, 6, 15, 0.958611],
    [30, 10, 21, 0.957226],
  ])('of %i values lies between ranks %i and %i', (n, lowRank, highRank, coverage) => {
    const interval = medianInterval(n)!;
    expect(interval).toMatchObject({ lowRank, highRank });
    expect(interval.coverage).toBeCloseTo(coverage, 6);
  });

  test.each([0, 1, 2, 5])('of %i values is none', (n) => {
    expect(medianInterval(n)).toBeNull();
  });

  test('refuses what is no number of values', () => {
    expect(() => medianInterval(2.5)).toThrow(RangeError);
    expect(() => medianInterval(-1)).toThrow(RangeError);
  });

  test('agrees with the binomial distribution summed exactly in whole numbers', () => {
    for (let n = 1; n <= 200; n += 1) {
      let coefficient = 1n;
      let sum = 0n;
      let k = 0n;
      // 40 Σ C(n, i) ≤ 2ⁿ is P(X ≤ k − 1) ≤ 0.025.
      while (40n * (sum + coefficient) <= 1n << BigInt(n)) {
        sum += coefficient;
        coefficient = (coefficient * (BigInt(n) - k)) / (k + 1n);
        k += 1n;
      }
      expect([n, medianInterval(n)?.lowRank ?? 0]).toEqual([n, Number(k)]);
    }
  });

  test('of a million values is as the normal distribution has it', () => {
    const interval = medianInterval(1_000_000)!;
    // n/2 − 1.96 √n / 2, within one rank.
    expect(Math.abs(interval.lowRank - 499_020)).toBeLessThanOrEqual(1);
    expect(interval.coverage).toBeGreaterThanOrEqual(0.95);
    expect(interval.coverage).toBeLessThan(0.952);
  });
});

describe('the size of a sample', () => {
  test('without end and of a finite population', () => {
    expect(unroundedSampleSize({ expected: 0.75, halfWidth: 0.1 })).toBeCloseTo(72.027353, 6);
    expect(sampleSizeOfProportion({ expected: 0.75, halfWidth: 0.1 })).toBe(73);
    expect(unroundedSampleSize({ expected: 0.75, halfWidth: 0.1, population: 200 })).toBeCloseTo(
      53.151353,
      6,
    );
    expect(sampleSizeOfProportion({ expected: 0.75, halfWidth: 0.1, population: 200 })).toBe(54);
  });

  test('is never more than there is', () => {
    expect(sampleSizeOfProportion({ expected: 0.5, halfWidth: 0.05, population: 0 })).toBe(0);
    expect(sampleSizeOfProportion({ expected: 0.5, halfWidth: 0.05, population: 1 })).toBe(1);
    const population = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 99 }), (records, percent) => {
        const size = sampleSizeOfProportion({
          expected: percent / 100,
          halfWidth: 0.05,
          population: records,
        });
        expect(size).toBeGreaterThanOrEqual(1);
        expect(size).toBeLessThanOrEqual(records);
      }),
    );
  });

  test.each([
    { expected: 0, halfWidth: 0.1 },
    { expected: 1, halfWidth: 0.1 },
    { expected: 0.5, halfWidth: 0 },
    { expected: 0.5, halfWidth: 0.1, population: -1 },
  ])('refuses %p', (plan) => {
    expect(() => sampleSizeOfProportion(plan)).toThrow(RangeError);
  });
});

describe('rates over services', () => {
  test('weigh less than their records when these come in clusters', () => {
    expect(designEffect(20, 0.05)).toBeCloseTo(1.95, 12);
    expect(effectiveSize(600, designEffect(20, 0.05))).toBeCloseTo(307.692308, 6);
    expect(() => effectiveSize(600, designEffect(20, -0.5))).toThrow(RangeError);
  });

  test('are pooled by records, with the interval of the effective number, the services beside it', () => {
    const pooled = pooledRate(
      [...Array.from({ length: 29 }, () => ({ x: 15, n: 20 })), { x: 5, n: 20 }],
      0.05,
    )!;
    const effective = wilson((440 / 600) * (600 / 1.95), 600 / 1.95)!;
    expect(pooled).toMatchObject({ services: 30, x: 440, n: 600, median: 0.75, lowerQuartile: 0.75 });
    expect(pooled.effectiveN).toBeCloseTo(307.692308, 6);
    expect(pooled.interval.low).toBeCloseTo(effective.low, 12);
    expect(pooled.interval.high).toBeCloseTo(effective.high, 12);
  });

  test('are told from five services on, those without records not counted', () => {
    const four = Array.from({ length: 4 }, () => ({ x: 1, n: 2 }));
    expect(pooledRate([...four, { x: 0, n: 0 }], 0.05)).toBeNull();
    expect(pooledRate([...four, { x: 0, n: 1 }], 0.05)!.services).toBe(5);
  });

  test('of all or nothing keep their exact end', () => {
    expect(
      pooledRate(
        Array.from({ length: 5 }, () => ({ x: 7, n: 7 })),
        0.1,
      )!.interval.high,
    ).toBe(1);
    expect(
      pooledRate(
        Array.from({ length: 5 }, () => ({ x: 0, n: 7 })),
        0.1,
      )!.interval.low,
    ).toBe(0);
  });
});
