import type { Agreement } from './coefficient';
import { sum, tallyOf, type Category, type Ratings } from './ratings';
import { cohenKappa } from './two-raters';

/**
 * Light's kappa: mean of Cohen's kappas of all pairs of raters, over the units that all rated.
 * Source: Light, Psychol. Bull. 76 (1971) 365.
 * @returns null if there are no two raters, or a pair has no kappa
 */
export function lightKappa({ units, categories }: Ratings): number | null {
  const complete = units.filter((row) => !row.includes(null));
  const raters = complete[0]?.length ?? 0;
  const kappas: Agreement['estimate'][] = [];
  for (let one = 0; one < raters; one += 1)
    for (let other = one + 1; other < raters; other += 1)
      kappas.push(
        cohenKappa({ categories, units: complete.map((row) => [row[one]!, row[other]!]) }).estimate,
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
  const { categories, counts, raters, shares } = ofAllRaters(ratings);
  return categories.map((category, j) => {
    const apart = sum(counts.map((row) => row[j]! * (raters - row[j]!)));
    const spread = counts.length * raters * (raters - 1) * shares[j]! * (1 - shares[j]!);
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
  const { counts, raters, shares } = ofAllRaters(ratings);
  const spread = sum(shares.map((share) => share * (1 - share)));
  if (!(spread > 0 && raters > 1)) return null;
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  return Math.sqrt((2 * (spread ** 2 - skew)) / (counts.length * raters * (raters - 1))) / spread;
}

function ofAllRaters({ units, categories }: Ratings) {
  const tally = tallyOf({ units: units.filter((row) => !row.includes(null)), categories });
  const raters = tally.totals[0] ?? 0;
  const shares = tally.categories.map(
    (_, j) => sum(tally.counts.map((row) => row[j]!)) / (raters * tally.counts.length),
  );
  return { ...tally, raters, shares };
}
