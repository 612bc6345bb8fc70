/**
 * How alike records of one service are: the analysis-of-variance estimator of the intraclass correlation of a binary outcome,
 * ρ = (MSB − MSW) / (MSB + (m₀ − 1) MSW), m₀ = (N − Σmᵢ²/N) / (k − 1), for k services with mᵢ records, xᵢ of them counted;
 * MSB = Σ mᵢ (pᵢ − p)² / (k − 1), MSW = Σ mᵢ pᵢ (1 − pᵢ) / (N − k). Below 0 it is taken as 0: sampling error, since records
 * of one service are not less alike than those of any two.
 * Source: Donner and Koval, Biometrics 36 (1980) 19; Ridout, Demétrio and Firth, Biometrics 55 (1999) 137.
 * @param samples those without records do not count
 * @returns from 0 to 1; null below two services or where no service has two records
 */
export function intraclassCorrelation(samples: readonly { x: number; n: number }[]): number | null {
  const counted = samples.filter(({ n }) => n > 0);
  const k = counted.length;
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  if (k < 2 || total <= k) return null;
  const p = counted.reduce((sum, { x }) => sum + x, 0) / total;
  const between = counted.reduce((sum, { x, n }) => sum + n * (x / n - p) ** 2, 0) / (k - 1);
  const within = counted.reduce((sum, { x, n }) => sum + x * (1 - x / n), 0) / (total - k);
  const size = (total - counted.reduce((sum, { n }) => sum + n * n, 0) / total) / (k - 1);
  const spread = between + (size - 1) * within;
  // All records alike: nothing tells services apart.
  if (spread === 0) return 0;
  return Math.min(1, Math.max(0, (between - within) / spread));
}
