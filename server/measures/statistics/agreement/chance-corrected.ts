import {
  chanceCorrected,
  undefinedAgreement,
  weightsFor,
  type Agreement,
  type AgreementOptions,
  type Chance,
} from './coefficient';
import { sum, sumOverUnits, tallyOf, type Ratings, type Tally } from './ratings';
import type { Weights } from './weights';

/**
 * Share of pairs of ratings that agree, weighted; nothing is taken off for chance.
 * @returns estimate from 0 to 1
 */
export function percentAgreement(ratings: Ratings, options: AgreementOptions = {}): Agreement {
  return coefficient(ratings, options, ({ counts }) => ({ overall: 0, ofUnits: counts.map(() => 0) }));
}

/**
 * Gwet's AC1 (AC2 with weights), for two raters or more, ratings missing or not:
 * pₑ = (Σₖₗ wₖₗ) Σₖ πₖ(1 − πₖ) / q(q − 1), πₖ the mean share of category k, q the categories of the scale, used or not.
 * Stays meaningful where one category dominates, unlike kappa.
 * Source: Gwet, Br. J. Math. Stat. Psychol. 61 (2008) 29.
 */
export function gwetAC(ratings: Ratings, options: AgreementOptions = {}): Agreement {
  return coefficient(ratings, options, (tally, weights) => {
    const q = tally.categories.length;
    if (q < 2) return null;
    const shares = meanShares(tally);
    const scale = sum(weights.flat()) / (q * (q - 1));
    return {
      overall: scale * sum(shares.map((share) => share * (1 - share))),
      ofUnits: meansOver(
        tally,
        shares.map((share) => scale * (1 - share)),
      ),
    };
  });
}

/**
 * Fleiss' kappa for two raters or more, generalised to weights and missing ratings: pₑ = Σₖₗ wₖₗ πₖ πₗ.
 * Source: Fleiss, Psychol. Bull. 76 (1971) 378; Gwet, Handbook, 4th ed. (2014), chapter 2.
 */
export function fleissKappa(ratings: Ratings, options: AgreementOptions = {}): Agreement {
  return coefficient(ratings, options, (tally, weights) => {
    const shares = meanShares(tally);
    const weighted = weights.map((row) => sum(row.map((weight, l) => weight * shares[l]!)));
    return {
      overall: sum(shares.map((share, k) => share * weighted[k]!)),
      ofUnits: meansOver(tally, weighted),
    };
  });
}

/**
 * Brennan–Prediger coefficient: every category is as likely by chance, pₑ = Σₖₗ wₖₗ / q².
 * Source: Brennan and Prediger, Educ. Psychol. Meas. 41 (1981) 687.
 */
export function brennanPrediger(ratings: Ratings, options: AgreementOptions = {}): Agreement {
  return coefficient(ratings, options, ({ counts, categories }, weights) => {
    const overall = sum(weights.flat()) / categories.length ** 2;
    return { overall, ofUnits: counts.map(() => overall) };
  });
}

/**
 * Conger's kappa: chance is the mean over pairs of raters of what their own shares give, Σₖₗ wₖₗ p₍g,k₎ p₍h,l₎. With two
 * raters who rated everything it is Cohen's kappa. Raters without any rating do not count.
 * Source: Conger, Psychol. Bull. 88 (1980) 322; linearised as in Gwet, Handbook, 4th ed. (2014), chapter 5.
 */
export function congerKappa(ratings: Ratings, options: AgreementOptions = {}): Agreement {
  return coefficient(ratings, options, (tally, weights) => {
    const raters = ratingsOfRaters(tally);
    const all = tally.categories.map((_, k) => sum(raters.map(({ shares }) => shares[k]!)));
    const pairs = raters.length * (raters.length - 1);
    // Agreement of each category of a rater with what the others give by chance.
    const chances = raters.map(({ shares }) =>
      tally.categories.map((_, l) => sum(all.map((share, k) => weights[k]![l]! * (share - shares[k]!)))),
    );
    const means = raters.map(({ shares }, g) => sum(shares.map((share, l) => share * chances[g]![l]!)));
    const ofUnits = tally.places.map((row) =>
      sum(
        raters.map(({ column, given }, g) => {
          const place = row[column]!;
          const own = place === null ? 0 : chances[g]![place]! - means[g]!;
          return (tally.units / given) * own + means[g]!;
        }),
      ),
    );
    return { overall: sum(means) / pairs, ofUnits: ofUnits.map((unit) => unit / pairs) };
  });
}

function coefficient(
  ratings: Ratings,
  options: AgreementOptions,
  chanceOf: (tally: Tally, weights: Weights) => Chance | null,
): Agreement {
  const tally = tallyOf(ratings);
  if (tally.pairable === 0) return undefinedAgreement('NO_PAIR', 0);
  const weights = weightsFor(options, tally);
  if (!weights) return undefinedAgreement('WEIGHTS_DO_NOT_FIT', tally.pairable);
  const chance = chanceOf(tally, weights);
  if (!chance) return undefinedAgreement('NO_VARIATION', tally.pairable);
  return chanceCorrected(tally, weights, chance, options.variance);
}

/** πₖ: mean over units of the share of their ratings in each category. */
function meanShares(tally: Tally): number[] {
  const { counts, totals, categories, units } = tally;
  return categories.map(
    (_, k) =>
      sumOverUnits(
        tally,
        counts.map((row, unit) => row[k]! / totals[unit]!),
      ) / units,
  );
}

/** Mean over the ratings of each unit of a value that each category has. */
function meansOver({ counts, totals }: Tally, values: readonly number[]): number[] {
  return counts.map((row, unit) => sum(row.map((count, k) => count * values[k]!)) / totals[unit]!);
}

interface Rater {
  column: number;
  /** Units rated. */
  given: number;
  /** Share of each category in what he gave. */
  shares: number[];
}

function ratingsOfRaters(tally: Tally): Rater[] {
  const { places, categories } = tally;
  return places[0]!
    .map((_, column) => {
      const times = categories.map((_category, k) =>
        sumOverUnits(
          tally,
          places.map((row) => (row[column] === k ? 1 : 0)),
        ),
      );
      const given = sum(times);
      return { column, given, shares: times.map((count) => count / given) };
    })
    .filter(({ given }) => given > 0);
}
