import {
  undefinedAgreement,
  weightsFor,
  withError,
  type Agreement,
  type AgreementOptions,
} from './coefficient';
import { keepUnits, sum, sumOverUnits, tallyOf, categoriesOf, type Ratings, type Tally } from './ratings';
import { weightsOf, weightsOfDistances, type Weights } from './weights';

/** What distances between values mean. */
export type MeasurementLevel = 'NOMINAL' | 'ORDINAL' | 'INTERVAL' | 'RATIO';

/**
 * Krippendorff's alpha, for any number of raters and with missing ratings: 1 − Dₒ / Dₑ on the coincidence matrix. Units
 * with a single rating are dropped. At level ORDINAL, the distance of two values is how many ratings lie from the one to
 * the other, half of the ends counted, squared. The error takes the distances as given and is that of Gwet's linearised
 * unit values; the interval has as many degrees as pairable units, less one.
 * Sources: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); Gwet, Handbook, 4th ed. (2014), chapter 5.
 * @param options a level of measurement, or weights in its place
 */
export function krippendorffAlpha(
  ratings: Ratings,
  options: AgreementOptions & { level?: MeasurementLevel } = {},
): Agreement {
  const tally = tallyOf(pairableOnly(ratings));
  const { counts, totals, pairable: n } = tally;
  if (n === 0) return undefinedAgreement('NO_PAIR', 0);
  const weights = options.level ? weightsOfLevel(options.level, tally) : weightsFor(options, tally);
  if (!weights) return undefinedAgreement('WEIGHTS_DO_NOT_FIT', n);

  const all = sumOverUnits(tally, totals);
  const mean = all / n;
  const shares = frequencies(tally).map((frequency) => frequency / all);
  const weighted = weights.map((row) => sum(row.map((weight, l) => weight * shares[l]!)));
  const chance = sum(shares.map((share, k) => share * weighted[k]!));
  if (1 - chance < 1e-12) return undefinedAgreement('NO_VARIATION', n);

  const within = counts.map(
    (row, unit) =>
      sum(row.map((count, k) => count * (sum(row.map((other, l) => weights[k]![l]! * other)) - 1))) /
      (mean * (totals[unit]! - 1)),
  );
  // Drawn without putting back, a rating meets itself no more: 1 / Σr of agreement is certain.
  const self = 1 / all;
  const paired = sumOverUnits(tally, within) / n;
  const observed = (1 - self) * paired + self;
  const centre = (paired - chance) / (1 - chance);
  const linearised = counts.map((row, unit) => {
    const more = (totals[unit]! - mean) / mean;
    const seen = within[unit]! - observed * more - chance;
    const expected = sum(row.map((count, k) => count * weighted[k]!)) / mean - chance * more - chance;
    return (seen - 2 * (1 - centre) * expected) / (1 - chance);
  });
  const estimate = (observed - chance) / (1 - chance);
  return { ...withError(estimate, tally, linearised, centre, options.variance), observed, chance, units: n };
}

function weightsOfLevel(level: MeasurementLevel, tally: Tally): Weights | null {
  if (level === 'NOMINAL') return weightsOf('IDENTITY', tally.categories);
  if (level === 'INTERVAL') return weightsOf('QUADRATIC', tally.categories);
  if (level === 'RATIO') return weightsOf('RATIO', tally.categories);
  const times = frequencies(tally);
  return weightsOfDistances(
    times.map((_, a) =>
      times.map((_other, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        return (sum(times.slice(from, to + 1)) - (times[from]! + times[to]!) / 2) ** 2 * (a === b ? 0 : 1);
      }),
    ),
  );
}

/** How often each category is given. */
function frequencies(tally: Tally): number[] {
  return tally.categories.map((_, k) =>
    sumOverUnits(
      tally,
      tally.counts.map((row) => row[k]!),
    ),
  );
}

function pairableOnly(ratings: Ratings): Ratings {
  const { units, categories = categoriesOf(units) } = ratings;
  return keepUnits({ ...ratings, categories }, (row) => row.filter((rating) => rating !== null).length >= 2);
}
