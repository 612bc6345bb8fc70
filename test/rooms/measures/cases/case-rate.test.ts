import fc from 'fast-check';
import { caseRate } from '../../../../server/measures/cases/case-rate';
import { disagreementOf } from '../../../../server/measures/cases/disagreement';
import { intraclassCorrelation } from '../../../../server/measures/cases/intraclass-correlation';

const JUST = { values: ['J', 'P', 'N', 'I', 'X'], numerator: ['J'], denominator: ['J', 'P', 'N'] };
const RATE = {
  values: ['YES', 'NO', 'NOT_APPLICABLE', 'NOT_ASSESSABLE'],
  numerator: ['YES'],
  denominator: ['YES', 'NO'],
};
const counts = (of: Record<string, number>) => new Map(Object.entries(of));

describe('the rate of a criterion', () => {
  it('of justification is J of J, P and N; what cannot be judged stands beside it, over all records', () => {
    const found = caseRate(JUST, counts({ J: 45, P: 3, N: 2, I: 8, X: 2 }), { op: '>=', value: 0.8 });
    expect(found.rate).toMatchObject({ x: 45, n: 50, estimate: 0.9 });
    expect(found.rate.low).toBeCloseTo(0.786398, 6);
    expect(found.rate.high).toBeCloseTo(0.956524, 6);
    expect(found.total).toBe(60);
    expect(found.shortfall).toMatchObject({ x: 8, n: 60 });
    expect(found.decision).toBe('INCONCLUSIVE');
  });

  it('of yes and no leaves out what is not applicable', () => {
    const found = caseRate(RATE, counts({ YES: 50, NOT_APPLICABLE: 20, NOT_ASSESSABLE: 5 }), {
      op: '>=',
      value: 0.9,
    });
    expect([found.rate.x, found.rate.n, found.total, found.decision]).toEqual([50, 50, 75, 'MET']);
    expect(found.shortfall).toMatchObject({ x: 5, n: 75 });
  });

  it('counts over all records where the target names its own values', () => {
    const target = { op: '<=', value: 0.05, counted: ['I'] } as const;
    expect(caseRate(JUST, counts({ J: 60, P: 5, N: 5, I: 20, X: 10 }), target)).toMatchObject({
      rate: { x: 20, n: 100, estimate: 0.2 },
      decision: 'NOT_MET',
    });
    expect(caseRate(JUST, counts({ J: 1000 }), target).decision).toBe('MET');
  });

  it('is none without records that count', () => {
    expect(caseRate(RATE, counts({ NOT_APPLICABLE: 3 }), { op: '>=', value: 0.9 })).toMatchObject({
      rate: { x: 0, n: 0, estimate: null, low: null, high: null },
      decision: null,
    });
  });
});

describe('a disagreement', () => {
  it.each([
    ['J', 'J', null],
    ['J', 'P', 'PARTIAL'],
    ['N', 'P', 'PARTIAL'],
    ['J', 'N', 'SIGNIFICANT'],
    ['J', 'I', 'INFORMATION'],
    ['X', 'I', 'INFORMATION'],
    ['X', 'X', null],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(disagreementOf(JUST, one, other)).toBe(expected);
    expect(disagreementOf(JUST, other, one)).toBe(expected);
  });

  it('of yes and no is as large as it can be', () => {
    expect(disagreementOf(RATE, 'YES', 'NO')).toBe('SIGNIFICANT');
    expect(disagreementOf(RATE, 'YES', 'NOT_ASSESSABLE')).toBe('INFORMATION');
  });
});

describe('the intraclass correlation', () => {
  it('is 1 where services differ and their records do not', () => {
    expect(
      intraclassCorrelation([
        { x: 10, n: 10 },
        { x: 0, n: 10 },
      ]),
    ).toBe(1);
  });

  it('is as the sums of squares give it by hand', () => {
    // p = 18/30; MSB = 10(0.04 + 0 + 0.04)/2 = 0.4; MSW = (1.6 + 2.4 + 2.4)/27; m₀ = 10.
    const within = (8 * 0.2 + 6 * 0.4 + 4 * 0.6) / 27;
    expect(
      intraclassCorrelation([
        { x: 8, n: 10 },
        { x: 6, n: 10 },
        { x: 4, n: 10 },
      ]),
    ).toBeCloseTo((0.4 - within) / (0.4 + 9 * within), 12);
  });

  it('is none where nothing tells services from records, and 0 where all are alike', () => {
    expect(intraclassCorrelation([{ x: 1, n: 2 }])).toBeNull();
    expect(
      intraclassCorrelation([
        { x: 1, n: 1 },
        { x: 0, n: 1 },
      ]),
    ).toBeNull();
    expect(
      intraclassCorrelation([
        { x: 5, n: 5 },
        { x: 7, n: 7 },
      ]),
    ).toBe(0);
  });

  it('lies between 0 and 1, whatever the samples', () => {
    const sample = fc.nat(40).chain((n) => fc.nat(n).map((x) => ({ x, n })));
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 12 }), (samples) => {
        const rho = intraclassCorrelation(samples);
        expect(rho === null || (rho >= 0 && rho <= 1)).toBe(true);
      }),
    );
  });
});
