/** Words for a coefficient of agreement, the lowest first. */
export const AGREEMENT_BANDS = [
  'POOR',
  'SLIGHT',
  'FAIR',
  'MODERATE',
  'SUBSTANTIAL',
  'ALMOST_PERFECT',
] as const;
export type AgreementBand = (typeof AGREEMENT_BANDS)[number];

/** Highest value of each band but the first, which is all that is below 0. Landis and Koch, Biometrics 33 (1977) 165. */
const BANDS: readonly { band: AgreementBand; upTo: number }[] = [
  { band: 'SLIGHT', upTo: 0.2 },
  { band: 'FAIR', upTo: 0.4 },
  { band: 'MODERATE', upTo: 0.6 },
  { band: 'SUBSTANTIAL', upTo: 0.8 },
  { band: 'ALMOST_PERFECT', upTo: Infinity },
];

/**
 * Word that Landis and Koch give a kappa-like value. They call their bands arbitrary: the interval says more.
 * @param estimate at most 1
 */
export function agreementBand(estimate: number): AgreementBand {
  return estimate < 0 ? 'POOR' : BANDS.find(({ upTo }) => estimate <= upTo)!.band;
}
