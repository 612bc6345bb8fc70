import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
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
  ratingsOfCounts,
  ratingsOfTable,
  scottPi,
  type Agreement,
  type AgreementOptions,
  type MeasurementLevel,
  type Ratings,
  type WeightKind,
} from '../../../../server/measures/statistics';

interface Expected {
  coefficient: string;
  weights?: string;
  level?: string;
  digits: number;
  value: number | number[];
  pa?: number;
  pe?: number;
  se?: number;
  ci95?: [number, number];
  z?: number;
}

interface Published {
  id: string;
  citation: string;
  form: 'raw' | 'contingency-table' | 'counts';
  rows: (string | number | null)[][];
  expected: Expected[];
}

/** Data and results that packages publish in their own tests and manuals; each set names its source. */
const PUBLISHED = JSON.parse(
  readFileSync(path.join(__dirname, '../../../data/agreement-vectors.json'), 'utf8'),
) as Published[];

const COEFFICIENTS: Record<string, (ratings: Ratings, options: AgreementOptions) => Agreement> = {
  'percent-agreement': percentAgreement,
  'gwet-ac': gwetAC,
  'fleiss-kappa': fleissKappa,
  'conger-kappa': congerKappa,
  'brennan-prediger': brennanPrediger,
  'krippendorff-alpha': krippendorffAlpha,
  'cohen-kappa': cohenKappa,
  'scott-pi': scottPi,
};

const ratingsOf = ({ form, rows }: Published): Ratings => {
  if (form === 'contingency-table') return ratingsOfTable(rows as number[][]);
  if (form === 'counts') return ratingsOfCounts(rows as number[][]);
  return { units: rows };
};

const variances = PUBLISHED.flatMap((published) =>
  published.expected
    .filter(({ coefficient, weights }) => coefficient in COEFFICIENTS && weights)
    .map((expected) => ({
      name: `${published.id}: ${expected.coefficient}, ${expected.weights!}`,
      published,
      expected,
    })),
);

describe('agreement as published', () => {
  test('has something to agree with', () => {
    expect(variances.length).toBeGreaterThan(90);
  });

  test.each(variances)('$name', ({ published, expected }) => {
    const found = COEFFICIENTS[expected.coefficient]!(ratingsOf(published), {
      weights: expected.weights!.toUpperCase() as WeightKind,
      variance: published.form === 'contingency-table' ? 'TABLE' : 'SAMPLE',
    });
    const { estimate, standardError, observed, chance, interval } = found;
    const results: Record<string, number | null | undefined> = {
      value: estimate,
      se: standardError,
      pa: observed,
      pe: chance,
      low: interval?.low,
      high: interval?.high,
    };
    const printed = { ...expected, low: expected.ci95?.[0], high: expected.ci95?.[1] } as Record<
      string,
      unknown
    >;
    // Half a unit of the last digit printed, whichever way a half was rounded.
    const tolerance = 0.5 * 10 ** -expected.digits + 1e-9;
    for (const [key, value] of Object.entries(results))
      if (typeof printed[key] === 'number')
        expect({ key, value, agrees: Math.abs(value! - printed[key]) <= tolerance }).toEqual({
          key,
          value,
          agrees: true,
        });
  });

  test.each(['nominal', 'ordinal', 'interval', 'ratio'])('alpha at level %s, of four observers', (level) => {
    const published = PUBLISHED.find(({ id }) => id === 'krippendorff2011-nmm')!;
    const expected = published.expected.find((entry) => entry.level === level)!;
    const alpha = krippendorffAlpha(ratingsOf(published), { level: level.toUpperCase() as MeasurementLevel });
    expect(alpha.estimate).toBeCloseTo(expected.value as number, 3);
  });
});

describe('thirty patients of six psychiatrists (Fleiss 1971)', () => {
  const diagnoses = PUBLISHED.find(({ id }) => id === 'fleiss1971-diagnoses')!;
  const ratings = ratingsOf(diagnoses);
  const expected = (coefficient: string) =>
    diagnoses.expected.find((entry) => entry.coefficient === coefficient)!;

  test('Fleiss, its test against chance, and each category', () => {
    const { estimate } = fleissKappa(ratings);
    // To seven digits in the tests of statsmodels.
    expect(estimate).toBeCloseTo(0.4302445, 7);
    expect(estimate! / fleissErrorUnderChance(ratings)!).toBeCloseTo(17.65183, 5);
    expect(fleissKappaByCategory(ratings).map(({ kappa }) => Number(kappa!.toFixed(3)))).toEqual(
      expected('fleiss-kappa by category').value,
    );
  });

  test('Conger and Light', () => {
    expect(congerKappa(ratings).estimate).toBeCloseTo(
      expected('fleiss-kappa-exact (Conger 1980)').value as number,
      3,
    );
    expect(lightKappa(ratings)).toBeCloseTo(expected('light-kappa').value as number, 3);
  });

  test('Cohen of the second and third, and its test against chance', () => {
    const pair = cohenKappa({ units: ratings.units.map((row) => [row[1]!, row[2]!]) });
    expect(pair.estimate).toBeCloseTo(0.631, 3);
    expect(pair.estimate! / pair.errorUnderChance!).toBeCloseTo(7.56, 2);
  });
});

describe('Cohen’s kappa', () => {
  // Printed by SAS, in the tests of statsmodels: estimate, error, error if there were chance only.
  const TABLE = [
    [0, 4, 1],
    [0, 8, 0],
    [0, 1, 5],
  ];
  test.each([
    ['IDENTITY', 0.4842, 0.138, 0.1484],
    ['LINEAR', 0.4701, 0.1457, 0.1426],
  ] as const)('with a category that one rater never used: %s', (weights, estimate, error, underChance) => {
    const kappa = cohenKappa(ratingsOfTable(TABLE), { weights });
    expect(kappa.estimate).toBeCloseTo(estimate, 4);
    expect(kappa.standardError).toBeCloseTo(error, 4);
    expect(kappa.errorUnderChance).toBeCloseTo(underChance, 4);
  });

  // Anxiety of twenty people by the second and third rater: R package irr, to nine digits in the tests of statsmodels. It
  // counts the values used by their rank: 5 is none of them.
  const ANXIETY = '32 61 44 64 23 42 21 46 31 31 21 32 33 33 21 21 13 33 32 42'
    .split(' ')
    .map((pair) => [...pair].map(Number));
  test.each([
    ['IDENTITY', -0.006289308, -0.0604067],
    ['LINEAR', 0.1459075, 1.282472],
    ['QUADRATIC', 0.2520325, 1.437451],
  ] as const)('on values used, %s', (weights, estimate, z) => {
    const ranks = [1, 2, 3, 4, 6];
    const kappa = cohenKappa(
      { units: ANXIETY.map((pair) => pair.map((value) => ranks.indexOf(value) + 1)) },
      { weights },
    );
    expect(kappa.estimate).toBeCloseTo(estimate, 7);
    expect(kappa.estimate! / kappa.errorUnderChance!).toBeCloseTo(z, 6);
  });

  test('takes weights as given, and refuses those that are none', () => {
    const distances = [0, 0, 1, 1, 2];
    const weights = distances.map((_, k) =>
      distances.map((_other, l) => 1 - distances[Math.abs(k - l)]! / 2),
    );
    const units = ANXIETY.map((pair) => pair.map((value) => Math.min(value, 5)));
    // irr: weights 0, 0, 1, 1, 2.
    const kappa = cohenKappa({ units }, { weights });
    expect(kappa.estimate).toBeCloseTo(0.2391304, 7);
    expect(kappa.estimate! / kappa.errorUnderChance!).toBeCloseTo(1.223734, 6);
    expect(() => cohenKappa({ units }, { weights: [[1]] })).toThrow(RangeError);
    expect(() => cohenKappa({ units: [[1, 2, 3]] })).toThrow(RangeError);
  });
});

/** Contingency tables with results to six digits, computed for the templates' test vectors. */
describe('three classes of justification', () => {
  test.each([
    {
      table: [
        [13, 0, 0],
        [0, 20, 7],
        [0, 4, 56],
      ],
      kappa: 0.796409,
      linear: 0.842902,
      quadratic: 0.892157,
      ac1: 0.849331,
      po: 0.89,
    },
    {
      table: [
        [60, 8, 2],
        [6, 12, 3],
        [1, 2, 6],
      ],
      kappa: 0.536745,
      linear: 0.591637,
      quadratic: 0.650429,
      ac1: 0.711561,
      po: 0.78,
    },
  ])('kappa $kappa, AC1 $ac1', ({ table, kappa, linear, quadratic, ac1, po }) => {
    const ratings = ratingsOfTable(table);
    expect(percentAgreement(ratings).estimate).toBeCloseTo(po, 12);
    expect(cohenKappa(ratings).estimate).toBeCloseTo(kappa, 6);
    expect(cohenKappa(ratings, { weights: 'LINEAR' }).estimate).toBeCloseTo(linear, 6);
    expect(cohenKappa(ratings, { weights: 'QUADRATIC' }).estimate).toBeCloseTo(quadratic, 6);
    expect(gwetAC(ratings).estimate).toBeCloseTo(ac1, 6);
  });

  test('errors to eight digits, as the author of AC1 prints them', () => {
    const ratings = ratingsOfTable([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]);
    const table = { variance: 'TABLE' } as const;
    expect(cohenKappa(ratings).standardError).toBeCloseTo(0.05891072, 8);
    expect(scottPi(ratings).standardError).toBeCloseTo(0.05905473, 8);
    expect(gwetAC(ratings, table).standardError).toBeCloseTo(0.04321747, 8);
    expect(brennanPrediger(ratings, table).standardError).toBeCloseTo(0.04693346, 8);
    expect(krippendorffAlpha(ratings, table)).toMatchObject({
      estimate: expect.closeTo(0.7972585, 7) as number,
      standardError: expect.closeTo(0.05905473, 8) as number,
    });
    expect(percentAgreement(ratings, table).standardError).toBeCloseTo(0.03128898, 8);
  });

  test('where one class dominates, kappa collapses and AC1 does not', () => {
    const ratings = ratingsOfTable([
      [118, 5],
      [2, 0],
    ]);
    expect(cohenKappa(ratings).estimate).toBeCloseTo(-0.023392, 6);
    expect(gwetAC(ratings).estimate).toBeCloseTo(0.940776, 6);
  });

  test('half of it by chance', () => {
    const kappa = cohenKappa(
      ratingsOfTable([
        [20, 5],
        [10, 15],
      ]),
    );
    expect(kappa).toMatchObject({ chance: 0.5, observed: expect.closeTo(0.7, 12) as number });
    expect(kappa.estimate).toBeCloseTo(0.4, 12);
  });

  test('fourteen raters of ten subjects', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const { estimate, observed, chance } = fleissKappa(ratingsOfCounts(counts));
    expect(observed).toBeCloseTo(0.378022, 6);
    expect(chance).toBeCloseTo(0.212755, 6);
    expect(estimate).toBeCloseTo(0.209931, 6);
  });
});

describe('alpha as others compute it', () => {
  const DATA_C: (number | null)[][] = [
    [1, 1, null, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [null, 5, 5, 5],
    [null, null, 1, 1],
    [null, null, 3, null],
  ];
  test.each([
    ['NOMINAL', 0.743421],
    ['ORDINAL', 0.815388],
    ['INTERVAL', 0.849107],
  ] as const)('%s, to six digits', (level, value) => {
    expect(krippendorffAlpha({ units: DATA_C }, { level }).estimate).toBeCloseTo(value, 6);
  });

  test('codes in the order of their scale count as ranks', () => {
    const words = ['very low', 'low', 'mid', 'high', 'very high'];
    const units = DATA_C.map((row) => row.map((value) => (value === null ? null : words[value - 1]!)));
    expect(krippendorffAlpha({ units, categories: words }, { level: 'ORDINAL' }).estimate).toBeCloseTo(
      0.815388,
      6,
    );
  });

  // From the tests of fast-krippendorff; units in rows here.
  const THREE_CODERS: (number | null)[][] = [
    [null, 1, null], [null, null, null], [null, 2, 2], [null, 1, 1], [null, 3, 3],
    [3, 3, 4], [4, 4, 4], [1, 3, null], [2, null, 2], [1, null, 1],
    [1, null, 1], [3, null, 3], [3, null, 3], [null, null, null], [3, null, 4],
  ]; // prettier-ignore
  test.each([
    ['NOMINAL', 0.691358],
    ['INTERVAL', 0.810845],
  ] as const)('three coders, %s', (level, value) => {
    expect(krippendorffAlpha({ units: THREE_CODERS }, { level }).estimate).toBeCloseTo(value, 6);
  });

  test('circular and bipolar scales, and zero on a ratio scale', () => {
    const circle = [
      [0, 0],
      [1, 2],
      [2, 2],
      [3, 0],
    ];
    expect(krippendorffAlpha({ units: circle }, { weights: 'CIRCULAR' }).estimate).toBeCloseTo(0.5625, 12);
    const poles = [
      [-1, -1],
      [0, 1],
      [1, 1],
    ];
    expect(krippendorffAlpha({ units: poles }, { weights: 'BIPOLAR' }).estimate).toBeCloseTo(18 / 23, 12);
    const zeros = [
      [0, 0],
      [1, 1],
      [2, 2],
    ];
    expect(krippendorffAlpha({ units: zeros }, { level: 'RATIO' }).estimate).toBe(1);
  });

  test('three coders with words', () => {
    const units = [
      ['pos', 'pos', 'pos'],
      ['neg', 'neg', 'neg'],
      ['neu', 'neu', 'pos'],
      [null, 'pos', 'pos'],
    ];
    expect(krippendorffAlpha({ units }).estimate).toBeCloseTo(0.722222, 6);
  });
});
