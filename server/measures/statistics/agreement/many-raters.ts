import type { Agreement } from './coefficient';
import { keepUnits, sum, sumOverUnits, tallyOf, type Category, type Ratings } from './ratings';
import { cohenKappa } from './two-raters';

/**
 * Light's kappa: mean of Cohen's kappas of all pairs of raters, over the units that all rated.
 * Source: Light, Psychol. Bull. 76 (1971) 365.
 * @returns null if there are no two raters, or a pair has no kappa
 */
export function lightKappa(ratings: Ratings): number | null {
  const complete = ratedByAll(ratings);
  const raters = complete.units[0]?.length ?? 0;
  const kappas: Agreement['estimate'][] = [];
  for (let one = 0; one < raters; one += 1)
    for (let other = one + 1; other < raters; other += 1)
      kappas.push(
        cohenKappa({ ...complete, units: complete.units.map((row) => [row[one]!, row[other]!]) }).estimate,
      );
  if (kappas.length === 0 || kappas.some((kappa) => kappa === null)) return null;
  return sum(kappas as number[]) / kappas.length;
}

/** Agreement on one category against all others together. */
export interface CategoryKappa {
  category: Category;
  /** Null for a category that nobody used, or everybody everywhere. */
  kappa: number | null;
}

/**
 * Fleiss' kappa of each category: 1 − Σᵢ nᵢⱼ(m − nᵢⱼ) / N m(m − 1) pⱼ qⱼ, over the units that all m raters rated.
 * Source: Fleiss, Psychol. Bull. 76 (1971) 378, formula 23.
 */
export function fleissKappaByCategory(ratings: Ratings): CategoryKappa[] {
  const tally = ofAllRaters(ratings);
  const { categories, counts, raters, shares } = tally;
  return categories.map((category, j) => {
    const apart = sumOverUnits(
      tally,
      counts.map((row) => row[j]! * (raters - row[j]!)),
    );
    const spread = tally.units * raters * (raters - 1) * shares[j]! * (1 - shares[j]!);
    return { category, kappa: spread > 0 ? 1 - apart / spread : null };
  });
}

/**
 * Standard error of Fleiss' kappa if all raters agreed by chance only, over the units that all m raters rated:
 * √(2[(Σpⱼqⱼ)² − Σpⱼqⱼ(qⱼ − pⱼ)] / N m(m − 1)) / Σpⱼqⱼ.
 * Source: Fleiss, Nee and Landis, Psychol. Bull. 86 (1979) 974, formula 12.
 * @returns null where kappa has no value
 */
export function fleissErrorUnderChance(ratings: Ratings): number | null {
  const { units, raters, shares } = ofAllRaters(ratings);
  const spread = sum(shares.map((share) => share * (1 - share)));
  if (!(spread > 0 && raters > 1)) return null;
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  return Math.sqrt((2 * (spread ** 2 - skew)) / (units * raters * (raters - 1))) / spread;
}

function ratedByAll(ratings: Ratings): Ratings {
  return keepUnits(ratings, (row) => !row.includes(null));
}

function ofAllRaters(ratings: Ratings) {
  const tally = tallyOf(ratedByAll(ratings));
  const raters = tally.totals[0] ?? 0;
  const shares = tally.categories.map(
    (_, j) =>
      sumOverUnits(
        tally,
        tally.counts.map((row) => row[j]!),
      ) /
      (raters * tally.units),
  );
  return { ...tally, raters, shares };
}
