import { wilson, type Interval } from './proportions';
import { quantile } from './quantiles';

/** A cell of fewer services than this tells on them. */
export const FEWEST_SERVICES = 5;

/**
 * By how much the variance of a rate grows when records come in clusters: DEFF = 1 + (m − 1)ρ.
 * Source: Kish, Survey Sampling (1965), section 5.4.
 * @param meanClusterSize m, records per service
 * @param intraclassCorrelation ρ, how alike records of one service are, from −1 to 1
 */
export function designEffect(meanClusterSize: number, intraclassCorrelation: number): number {
  return 1 + (meanClusterSize - 1) * intraclassCorrelation;
}

/**
 * Independent records that clustered ones weigh as: n / DEFF.
 * @throws RangeError for an effect of 0 or below: no ρ of real clusters is below −1 / (m − 1)
 */
export function effectiveSize(n: number, effect: number): number {
  if (!(effect > 0)) throw new RangeError('a design effect is above 0');
  return n / effect;
}

/** A rate over several services. */
export interface PooledRate {
  services: number;
  /** Records counted and records in all. */
  x: number;
  n: number;
  /** Σx / Σn. */
  estimate: number;
  /** Wilson interval on the effective number of records. */
  interval: Interval;
  designEffect: number;
  effectiveN: number;
  /** Of the services' own rates, each counting once (type 7). */
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
}

/**
 * Rate over services that drew their own samples: Σx / Σn with the interval of n / DEFF records, m being the mean number
 * of records per service (rule S13 of the templates).
 * @param samples of each service; those without records do not count
 * @param intraclassCorrelation ρ of {@link designEffect}
 * @returns null below {@link FEWEST_SERVICES} services
 */
export function pooledRate(
  samples: readonly { x: number; n: number }[],
  intraclassCorrelation: number,
): PooledRate | null {
  const counted = samples.filter(({ n }) => n > 0);
  if (counted.length < FEWEST_SERVICES) return null;
  const x = counted.reduce((sum, sample) => sum + sample.x, 0);
  const n = counted.reduce((sum, sample) => sum + sample.n, 0);
  const estimate = x / n;
  const effect = designEffect(n / counted.length, intraclassCorrelation);
  const effectiveN = effectiveSize(n, effect);
  const rates = counted.map((sample) => sample.x / sample.n);
  return {
    services: counted.length,
    x,
    n,
    estimate,
    interval: wilson(Math.min(estimate * effectiveN, effectiveN), effectiveN)!,
    designEffect: effect,
    effectiveN,
    median: quantile(rates, 0.5)!,
    lowerQuartile: quantile(rates, 0.25)!,
    upperQuartile: quantile(rates, 0.75)!,
  };
}
