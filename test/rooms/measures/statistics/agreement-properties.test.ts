import fc from 'fast-check';
import {
  agreementBand,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissErrorUnderChance,
  fleissKappa,
  fleissKappaByCategory,
  gwetAC,
  krippendorffAlpha,
  lightKappa,
  percentAgreement,
  ratingsOfTable,
  scottPi,
  studentT975,
  weightsOf,
  type Agreement,
  type Ratings,
  type WeightKind,
} from '../../../../server/measures/statistics';

const ANY_RATERS: Record<string, (ratings: Ratings) => Agreement> = {
  percentAgreement,
  gwetAC,
  fleissKappa,
  congerKappa,
  brennanPrediger,
  krippendorffAlpha,
};
const names = Object.keys(ANY_RATERS);
const SCALE = ['A', 'B', 'C', 'D'];

const units = (raters: number, missing: boolean) =>
  fc.array(
    fc.array(missing ? fc.option(fc.constantFrom(...SCALE), { nil: null }) : fc.constantFrom(...SCALE), {
      minLength: raters,
      maxLength: raters,
    }),
    { minLength: 1, maxLength: 25 },
  );
const someRaters = fc.integer({ min: 2, max: 5 }).chain((raters) => units(raters, true));

const numbersOf = ({ estimate, standardError, interval, observed, chance }: Agreement) => [
  estimate,
  standardError,
  interval?.low ?? null,
  interval?.high ?? null,
  observed,
  chance,
];

const expectSame = (one: Agreement, other: Agreement) => {
  expect(one.reason).toBe(other.reason);
  const others = numbersOf(other);
  for (const [index, value] of numbersOf(one).entries())
    if (value === null) expect(others[index]).toBeNull();
    else expect(value).toBeCloseTo(others[index]!, 9);
};

describe.each(names)('%s, whatever the ratings', (name) => {
  const coefficient = ANY_RATERS[name]!;

  test('is a number or has a reason, and never more than 1', () => {
    fc.assert(
      fc.property(someRaters, (rows) => {
        const found = coefficient({ units: rows, categories: SCALE });
        expect(found.estimate === null).toBe(found.reason !== null);
        expect(numbersOf(found).every((value) => value === null || Number.isFinite(value))).toBe(true);
        if (found.estimate !== null) expect(found.estimate).toBeLessThanOrEqual(1 + 1e-12);
        if (found.interval) {
          expect(found.interval.high).toBeLessThanOrEqual(1);
          expect(found.interval.low).toBeLessThanOrEqual(found.estimate! + 1e-12);
        }
      }),
    );
  });

  test('does not care for the order of units, of raters, or for the names of codes', () => {
    const renamed = new Map(SCALE.map((code, place) => [code, ['z', 'x', 'w', 'y'][place]!]));
    fc.assert(
      fc.property(someRaters, fc.integer({ min: 0, max: 4 }), (rows, turn) => {
        const found = coefficient({ units: rows, categories: SCALE });
        const turned = [...rows]
          .reverse()
          .map((row) => row.map((_, rater) => row[(rater + turn) % row.length]!))
          .map((row) => row.map((code) => (code === null ? null : renamed.get(code)!)));
        expectSame(coefficient({ units: turned, categories: ['w', 'x', 'y', 'z'] }), found);
      }),
    );
  });

  test('leaves out units that nobody rated', () => {
    fc.assert(
      fc.property(someRaters, (rows) => {
        const empty = rows[0]!.map(() => null);
        const found = coefficient({ units: rows, categories: SCALE });
        expectSame(coefficient({ units: [empty, ...rows, empty], categories: SCALE }), found);
      }),
    );
  });

  test('takes how often a row was given, and clusters, for what they are', () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom('AA', 'AB', 'BC', 'C-', 'BB'), fc.integer({ min: 0, max: 4 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const codes = (row: string) => [...row].map((code) => (code === '-' ? null : code));
        const once = given.flatMap(([row, times]) => new Array<typeof row>(times).fill(row));
        const found = coefficient({ units: once.map(codes), categories: SCALE });
        const times = given.map(([, count]) => count);
        expectSame(coefficient({ units: given.map(([row]) => codes(row)), times, categories: SCALE }), found);
        const alone = once.map((_, unit) => `unit ${unit}`);
        expectSame(coefficient({ units: once.map(codes), clusters: alone, categories: SCALE }), found);
        // The same said twice within a cluster is no more than said once; between clusters it would be.
        if (name === 'krippendorffAlpha') return;
        const twice = {
          units: [...once, ...once].map(codes),
          clusters: [...alone, ...alone],
          categories: SCALE,
        };
        const { standardError, estimate } = coefficient(twice);
        if (found.estimate !== null) expect(estimate).toBeCloseTo(found.estimate, 9);
        if (found.standardError !== null) expect(standardError).toBeCloseTo(found.standardError, 9);
      }),
    );
  });

  test('is 1 where all agree on more than one category', () => {
    const found = coefficient({
      units: [
        ['A', 'A', 'A'],
        ['B', 'B', null],
        ['C', 'C', 'C'],
      ],
      categories: SCALE,
    });
    expect(found.estimate).toBeCloseTo(1, 12);
    expect(found.interval!.high).toBe(1);
  });

  test('has no value where no unit has two ratings', () => {
    const rows = [
      ['A', null],
      [null, 'B'],
      [null, 'A'],
    ];
    expect(coefficient({ units: rows, categories: SCALE })).toMatchObject({
      estimate: null,
      reason: 'NO_PAIR',
      units: 0,
    });
    expect(coefficient({ units: [], categories: SCALE })).toMatchObject({
      estimate: null,
      reason: 'NO_PAIR',
    });
  });

  test('has an estimate but no interval from a single unit', () => {
    const found = coefficient({ units: [['A', 'B']], categories: SCALE });
    expect(found).toMatchObject({ reason: null, standardError: null, interval: null, units: 1 });
    expect(Number.isFinite(found.estimate)).toBe(true);
  });

  test('refuses a rating that is not on the scale, and rows of unequal length', () => {
    expect(() => coefficient({ units: [['A', 'E']], categories: SCALE })).toThrow(RangeError);
    expect(() => coefficient({ units: [['A', 'B'], ['A']], categories: SCALE })).toThrow(RangeError);
    expect(() => coefficient({ units: [['A', 'B']], categories: ['A', 'A', 'B'] })).toThrow(RangeError);
  });
});

describe('where one category is all there is', () => {
  const all = { units: [['A', 'A'], ['A', 'A'], ['A', 'A']], categories: SCALE }; // prettier-ignore

  test('kappa and alpha have no value, AC1 is 1: it knows of the others', () => {
    for (const coefficient of [fleissKappa, congerKappa, cohenKappa, scottPi, krippendorffAlpha])
      expect(coefficient(all)).toMatchObject({ estimate: null, reason: 'NO_VARIATION', units: 3 });
    expect(gwetAC(all)).toMatchObject({ estimate: 1, standardError: 0, interval: { low: 1, high: 1 } });
    expect(brennanPrediger(all).estimate).toBe(1);
    expect(cohenKappa(all).errorUnderChance).toBeNull();
    expect(lightKappa(all)).toBeNull();
    expect(fleissErrorUnderChance(all)).toBeNull();
    expect(fleissKappaByCategory(all).map(({ kappa }) => kappa)).toEqual([null, null, null, null]);
  });

  test('a scale of one value leaves nothing to disagree on', () => {
    const alone = { units: all.units, categories: ['A'] };
    for (const coefficient of [
      fleissKappa,
      congerKappa,
      cohenKappa,
      gwetAC,
      brennanPrediger,
      krippendorffAlpha,
    ])
      expect(coefficient(alone)).toMatchObject({ estimate: null, reason: 'NO_VARIATION' });
    expect(percentAgreement(alone).estimate).toBe(1);
  });

  test('without a scale, the values used are all that AC1 knows of', () => {
    expect(gwetAC({ units: all.units })).toMatchObject({ estimate: null, reason: 'NO_VARIATION' });
  });
});

describe('two raters who rated everything', () => {
  const table = fc
    .array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    })
    .filter((rows) => rows.flat().reduce((a, b) => a + b) > 1);

  test('Cohen and AC1 are the textbook forms of a table', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const n = rows.flat().reduce((a, b) => a + b);
        const first = rows.map((row) => row.reduce((a, b) => a + b) / n);
        const second = rows.map((_, l) => rows.reduce((total, row) => total + row[l]!, 0) / n);
        const agreed = rows.reduce((total, row, k) => total + row[k]!, 0) / n;
        const byChance = first.reduce((total, share, k) => total + share * second[k]!, 0);
        const means = first.map((share, k) => (share + second[k]!) / 2);
        const ofGwet = means.reduce((total, share) => total + share * (1 - share), 0) / 2;
        const ratings = ratingsOfTable(rows);
        const kappa = cohenKappa(ratings).estimate;
        if (1 - byChance < 1e-12) expect(kappa).toBeNull();
        else expect(kappa).toBeCloseTo((agreed - byChance) / (1 - byChance), 9);
        expect(gwetAC(ratings).estimate).toBeCloseTo((agreed - ofGwet) / (1 - ofGwet), 9);
      }),
    );
  });

  test('Cohen’s error is that of Fleiss, Cohen and Everitt, cell by cell', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const found = cohenKappa(ratingsOfTable(rows), { weights: 'LINEAR' });
        fc.pre(found.estimate !== null);
        const weights = weightsOf('LINEAR', [1, 2, 3])!;
        const n = rows.flat().reduce((a, b) => a + b);
        const first = rows.map((row) => row.reduce((a, b) => a + b) / n);
        const second = rows.map((_, l) => rows.reduce((total, row) => total + row[l]!, 0) / n);
        const ofRow = weights.map((row) => row.reduce((total, weight, l) => total + weight * second[l]!, 0));
        const ofColumn = weights.map((row) =>
          row.reduce((total, weight, k) => total + weight * first[k]!, 0),
        );
        const left = 1 - found.estimate;
        let squares = 0;
        for (const [k, row] of rows.entries())
          for (const [l, count] of row.entries())
            squares += (count / n) * (weights[k]![l]! - left * (ofRow[k]! + ofColumn[l]!)) ** 2;
        const variance =
          (squares - (found.observed! - 2 * left * found.chance!) ** 2) / (n * (1 - found.chance!) ** 2);
        expect(found.standardError).toBeCloseTo(Math.sqrt(Math.max(0, variance)), 6);
      }),
    );
  });

  test('a third who rated nothing changes nothing; Cohen leaves out what one did not rate', () => {
    fc.assert(
      fc.property(units(2, true), (rows) => {
        const categories = SCALE;
        const silent = rows.map((row) => [...row, null]);
        expectSame(congerKappa({ units: silent, categories }), congerKappa({ units: rows, categories }));
        const complete = rows.filter((row) => !row.includes(null));
        expectSame(cohenKappa({ units: rows, categories }), cohenKappa({ units: complete, categories }));
      }),
    );
  });
});

describe('weights', () => {
  const KINDS: WeightKind[] = [
    'IDENTITY',
    'LINEAR',
    'QUADRATIC',
    'ORDINAL',
    'RADICAL',
    'RATIO',
    'CIRCULAR',
    'BIPOLAR',
  ];

  test.each(KINDS)('%s: 1 on the diagonal, symmetric, from 0 to 1', (kind) => {
    const weights = weightsOf(kind, [1, 2, 4, 7])!;
    for (const [k, row] of weights.entries())
      for (const [l, weight] of row.entries()) {
        if (k === l) expect(weight).toBe(1);
        expect(weight).toBe(weights[l]![k]);
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThanOrEqual(1);
      }
  });

  test('go by values where these are numbers, and by ranks where they are codes', () => {
    expect(weightsOf('LINEAR', [1, 2, 11])![0]![1]).toBeCloseTo(0.9, 12);
    expect(weightsOf('LINEAR', ['J', 'P', 'N'])![0]![1]).toBeCloseTo(0.5, 12);
    expect(weightsOf('QUADRATIC', [-5, 0, 5])![0]![1]).toBeCloseTo(0.75, 12);
  });

  test('of ratios do not fit values below zero, and there is no estimate then', () => {
    const rows = [
      [-1, 1],
      [1, 1],
    ];
    expect(weightsOf('RATIO', [-1, 1])).toBeNull();
    expect(gwetAC({ units: rows }, { weights: 'RATIO' })).toMatchObject({ reason: 'WEIGHTS_DO_NOT_FIT' });
    expect(krippendorffAlpha({ units: rows }, { level: 'RATIO' })).toMatchObject({
      reason: 'WEIGHTS_DO_NOT_FIT',
    });
  });

  test('of numbers far apart or far from 1 agree with the same numbers moved', () => {
    const rows = [
      [1, 3],
      [3, 3],
      [10, 3],
      [10, null],
    ];
    const moved = rows.map((row) => row.map((value) => (value === null ? null : value - 1000)));
    for (const weights of ['LINEAR', 'QUADRATIC', 'RADICAL', 'BIPOLAR'] as const)
      expectSame(gwetAC({ units: moved }, { weights }), gwetAC({ units: rows }, { weights }));
  });
});

describe('Student’s t', () => {
  // Table of any textbook, to six digits and more (R: qt(0.975, df)).
  test.each([
    [1, 12.7062047364],
    [2, 4.3026527299],
    [3, 3.1824463053],
    [4, 2.7764451052],
    [10, 2.228138852],
    [11, 2.2009851601],
    [30, 2.0422724563],
    [99, 1.9842169515],
    [200, 1.9718962236],
    [201, 1.9718365],
    [1000, 1.9623390808],
    [1_000_000, 1.9599663],
  ])('%i degrees', (degrees, quantile) => {
    expect(studentT975(degrees)).toBeCloseTo(quantile, 6);
  });

  test('falls as degrees grow, without a step where its computation changes', () => {
    for (let degrees = 2; degrees <= 400; degrees += 1)
      expect(studentT975(degrees)).toBeLessThan(studentT975(degrees - 1));
    expect(() => studentT975(0)).toThrow(RangeError);
  });
});

describe('the word for a coefficient', () => {
  test.each([
    [-0.3, 'POOR'],
    [0, 'SLIGHT'],
    [0.2, 'SLIGHT'],
    [0.21, 'FAIR'],
    [0.6, 'MODERATE'],
    [0.75, 'SUBSTANTIAL'],
    [0.81, 'ALMOST_PERFECT'],
    [1, 'ALMOST_PERFECT'],
  ] as const)('%p: %s', (estimate, band) => {
    expect(agreementBand(estimate)).toBe(band);
  });
});
