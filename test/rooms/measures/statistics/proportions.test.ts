import fc from 'fast-check';
import { newcombe, targetDecision, wilson } from '../../../../server/measures/statistics';

describe('the interval of a proportion', () => {
  // The first four are examples of Newcombe, Stat. Med. 17 (1998) 857, table I, to six digits.
  test.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
    [50, 50, 0.928652, 1],
    // 61 % of 388 referrals: national audit of Luxembourg.
    [237, 388, 0.561451, 0.658026],
  ])('of %i in %i', (x, n, low, high) => {
    const interval = wilson(x, n)!;
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  test('is none without cases, and bounded by exact ends', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(0, 1)!.low).toBe(0);
    expect(wilson(1, 1)!.high).toBe(1);
    expect(wilson(0, 1)!.high).toBeCloseTo(0.793451, 6);
  });

  test.each([
    [3, 2],
    [-1, 2],
    [0, -1],
    [Number.NaN, 3],
    [1, Infinity],
  ])('refuses %p of %p', (x, n) => {
    expect(() => wilson(x, n)).toThrow(RangeError);
  });

  test('holds the estimate, mirrors with it and narrows as records grow, up to a thousand million', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 1_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]) => ({ n, x: Math.round(n * share) }));
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const { low, high } = wilson(x, n)!;
        const mirrored = wilson(n - x, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(x / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(mirrored.high).toBeCloseTo(1 - low, 10);
        const tenfold = wilson(10 * x, 10 * n)!;
        expect(tenfold.high - tenfold.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('whether a target is met', () => {
  test.each([
    [45, 50, 0.8, '>=', 'INCONCLUSIVE'],
    [50, 50, 0.9, '>=', 'MET'],
    [30, 50, 0.8, '>=', 'NOT_MET'],
    // GP-requested MRI vetted in 1181 of 1250 (RCR national audit, 2014): published as 95 %, and not shown to reach it.
    [1181, 1250, 0.95, '>=', 'INCONCLUSIVE'],
    [1815, 1890, 0.95, '>=', 'MET'],
    // At most: everything mirrored.
    [5, 50, 0.2, '<=', 'INCONCLUSIVE'],
    [0, 50, 0.1, '<=', 'MET'],
    [20, 50, 0.2, '<=', 'NOT_MET'],
  ] as const)('%i of %i against %p with %s: %s', (x, n, target, op, decision) => {
    expect(targetDecision({ x, n, target, op })).toBe(decision);
  });

  test.each([
    [88, 88, 1, '>=', 'MET'],
    [87, 88, 1, '>=', 'NOT_MET'],
    [1, 1, 1, '>=', 'MET'],
    [0, 30, 0, '<=', 'MET'],
    [1, 30, 0, '<=', 'NOT_MET'],
    [29, 30, 0, '>=', 'MET'],
    [30, 30, 1, '<=', 'MET'],
  ] as const)(
    'all or none is judged on counts: %i of %i against %p with %s is %s',
    (x, n, target, op, decision) => {
      expect(targetDecision({ x, n, target, op })).toBe(decision);
    },
  );

  test('nothing is decided without cases', () => {
    expect(targetDecision({ x: 0, n: 0, target: 0.8, op: '>=' })).toBeNull();
    expect(targetDecision({ x: 0, n: 0, target: 1, op: '>=' })).toBeNull();
  });

  test('at least p of what is there is at most 1 − p of what is not', () => {
    const sample = fc.record({
      n: fc.integer({ min: 1, max: 400 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      // Off every bound by rounding: a target in thousandths and a half.
      target: fc.integer({ min: 1, max: 998 }).map((thousandths) => (thousandths + 0.5) / 1000),
    });
    fc.assert(
      fc.property(sample, ({ n, share, target }) => {
        const x = Math.round(n * share);
        expect(targetDecision({ x, n, target, op: '>=' })).toBe(
          targetDecision({ x: n - x, n, target: 1 - target, op: '<=' }),
        );
      }),
    );
  });
});

describe('the difference between two rounds', () => {
  // Newcombe, Stat. Med. 17 (1998) 873, table II, method 10: to four digits there, the first to six in the templates.
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
    [0, 10, 0, 10, 0, -0.2775, 0.2775],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('%i/%i and %i/%i', (x1, n1, x2, n2, difference, low, high) => {
    const found = newcombe(x1, n1, x2, n2)!;
    expect(found.difference).toBeCloseTo(difference, 4);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('to six digits', () => {
    const { low, high } = newcombe(56, 70, 48, 80)!;
    expect(low).toBeCloseTo(0.052431, 6);
    expect(high).toBeCloseTo(0.333873, 6);
  });

  test('is none where a round has no cases', () => {
    expect(newcombe(0, 0, 4, 9)).toBeNull();
    expect(newcombe(4, 9, 0, 0)).toBeNull();
  });

  test('changes its sign when the rounds change places', () => {
    const round = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]): [number, number] => [Math.round(n * share), n]);
    fc.assert(
      fc.property(round, round, (one, other) => {
        const there = newcombe(...one, ...other)!;
        const back = newcombe(...other, ...one)!;
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(there.low).toBeLessThanOrEqual(there.difference);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      }),
    );
  });
});
