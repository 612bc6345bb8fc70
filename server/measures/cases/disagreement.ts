import type { RatedScale } from './rated-scale';

/** How two raters of one record differ. */
export const DISAGREEMENTS = ['PARTIAL', 'SIGNIFICANT', 'INFORMATION'] as const;
export type Disagreement = (typeof DISAGREEMENTS)[number];

/**
 * Class of a disagreement (rule S8 of the templates). Among the values that the rate is made of, in the order of the scale:
 * SIGNIFICANT from one end to the other (J and N; yes and no), PARTIAL in between (J and P, P and N). INFORMATION where one
 * of the two found the record impossible to judge or not applicable.
 * @returns null when they agree
 */
export function disagreementOf(
  { denominator }: Pick<RatedScale, 'denominator'>,
  one: string,
  other: string,
): Disagreement | null {
  if (one === other) return null;
  const places = [denominator.indexOf(one), denominator.indexOf(other)] as const;
  if (places.includes(-1)) return 'INFORMATION';
  return Math.abs(places[0] - places[1]) === denominator.length - 1 ? 'SIGNIFICANT' : 'PARTIAL';
}
