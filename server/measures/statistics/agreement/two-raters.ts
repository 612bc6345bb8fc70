import { congerKappa, fleissKappa } from './chance-corrected';
import { weightsFor, type Agreement, type AgreementOptions } from './coefficient';
import { keepUnits, sum, sumOverUnits, tallyOf, type Ratings } from './ratings';

/** Cohen's kappa with what a test against chance needs. */
export interface CohenKappa extends Agreement {
  /** Standard error if both raters agreed by chance only; estimate / error is the z of a test. */
  errorUnderChance: number | null;
}

/**
 * Cohen's kappa of two raters, weighted or not, over the units that both rated: (pₒ − pₑ) / (1 − pₑ) with
 * pₑ = Σₖₗ wₖₗ pₖ. p.ₗ and the large-sample errors of Fleiss, Cohen and Everitt.
 * Sources: Cohen, Educ. Psychol. Meas. 20 (1960) 37; Psychol. Bull. 70 (1968) 213; Fleiss, Cohen and Everitt, Psychol.
 * Bull. 72 (1969) 323.
 * @throws RangeError unless there are two raters
 */
export function cohenKappa(
  ratings: Ratings,
  { weights }: Omit<AgreementOptions, 'variance'> = {},
): CohenKappa {
  const common = ratedByBoth(ratings);
  const kappa = congerKappa(common, { weights, variance: 'TABLE' });
  return { ...kappa, errorUnderChance: errorUnderChance(common, weights, kappa) };
}

/**
 * Scott's pi of two raters over the units that both rated: chance is that of Fleiss' kappa, from the mean of both.
 * Source: Scott, Public Opin. Q. 19 (1955) 321.
 * @throws RangeError unless there are two raters
 */
export function scottPi(ratings: Ratings, { weights }: Omit<AgreementOptions, 'variance'> = {}): Agreement {
  return fleissKappa(ratedByBoth(ratings), { weights, variance: 'TABLE' });
}

function ratedByBoth(ratings: Ratings): Ratings {
  if (ratings.units.some((row) => row.length !== 2)) throw new RangeError('two raters are compared');
  return keepUnits(ratings, (row) => !row.includes(null));
}

/** √([Σ pₖ. p.ₗ (wₖₗ − w̄ₖ. − w̄.ₗ)² − pₑ²] / n(1 − pₑ)²). */
function errorUnderChance(
  ratings: Ratings,
  weights: AgreementOptions['weights'],
  { estimate, chance }: Agreement,
): number | null {
  if (estimate === null || chance === null) return null;
  const tally = tallyOf(ratings);
  const of = weightsFor({ weights }, tally)!;
  const n = tally.units;
  const [first, second] = [0, 1].map((rater) =>
    tally.categories.map(
      (_, k) =>
        sumOverUnits(
          tally,
          tally.places.map((row) => (row[rater] === k ? 1 : 0)),
        ) / n,
    ),
  ) as [number[], number[]];
  const byFirst = of.map((row) => sum(row.map((weight, l) => weight * second[l]!)));
  const bySecond = of.map((row) => sum(row.map((weight, k) => weight * first[k]!)));
  const squares = sum(
    of.flatMap((row, k) =>
      row.map((weight, l) => first[k]! * second[l]! * (weight - byFirst[k]! - bySecond[l]!) ** 2),
    ),
  );
  return Math.sqrt(Math.max(0, squares - chance ** 2) / n) / (1 - chance);
}
