import type { Interval } from '../proportions';
import { sum, sumOverUnits, type Tally } from './ratings';
import { studentT975 } from './student-t';
import { requireWeights, weightsOf, type WeightKind, type Weights } from './weights';

/** Why a coefficient says nothing. */
export const UNDEFINED_AGREEMENTS = [
  /** No unit has two ratings. */
  'NO_PAIR',
  /** Chance alone would agree everywhere: one category is used, or the scale has one only. */
  'NO_VARIATION',
  /** The weights do not fit the values of the scale. */
  'WEIGHTS_DO_NOT_FIT',
] as const;
export type UndefinedAgreement = (typeof UNDEFINED_AGREEMENTS)[number];

/** A coefficient of agreement: either an estimate or the reason why there is none. */
export interface Agreement {
  estimate: number | null;
  /** Null with an estimate. */
  reason: UndefinedAgreement | null;
  /** Null with a single unit. */
  standardError: number | null;
  /** 95 %, by Student's t with as many degrees as units (or clusters), less one; never above 1. */
  interval: Interval | null;
  /** Share of agreement seen, weighted. */
  observed: number | null;
  /** Share of agreement that chance would give. */
  chance: number | null;
  /** Units that the estimate rests on. */
  units: number;
}

/** How agreement is taken. */
export interface AgreementOptions {
  /** A kind, or the weights themselves; identity if nothing is said. */
  weights?: WeightKind | Weights;
  /**
   * What the variance is divided by: SAMPLE takes units as drawn from more (n − 1), TABLE is the large-sample variance
   * that textbooks give for contingency tables (n).
   */
  variance?: 'SAMPLE' | 'TABLE';
}

/** Weights of the options for a tally, null if they do not fit its scale. */
export function weightsFor(
  { weights = 'IDENTITY' }: AgreementOptions,
  { categories }: Tally,
): Weights | null {
  return typeof weights === 'string'
    ? weightsOf(weights, categories)
    : requireWeights(weights, categories.length);
}

/** No estimate, and why. */
export function undefinedAgreement(reason: UndefinedAgreement, units: number): Agreement {
  return { estimate: null, reason, standardError: null, interval: null, observed: null, chance: null, units };
}

/**
 * Weighted agreement within each unit, over its ordered pairs of ratings: Σₖ rₖ(Σₗ wₖₗ rₗ − 1) / r(r − 1); 0 for units
 * with a single rating.
 */
export function agreementWithin({ counts, totals }: Tally, weights: Weights): number[] {
  return counts.map((row, unit) => {
    const total = totals[unit]!;
    if (total < 2) return 0;
    const pairs = sum(
      row.map((count, k) =>
        count === 0 ? 0 : count * (sum(row.map((other, l) => weights[k]![l]! * other)) - 1),
      ),
    );
    return pairs / (total * (total - 1));
  });
}

/** What a coefficient takes for chance: overall, and as each unit by itself would have it. */
export interface Chance {
  overall: number;
  ofUnits: readonly number[];
}

/**
 * κ = (pₐ − pₑ) / (1 − pₑ) with the variance of its linearised unit values
 * κᵢ = (n / n₂)(pₐᵢ − pₑ·[rᵢ ≥ 2]) / (1 − pₑ) − 2(1 − κ)(pₑᵢ − pₑ) / (1 − pₑ), n units, n₂ of them rated twice or more.
 * Source: Gwet, Br. J. Math. Stat. Psychol. 61 (2008) 29; Handbook, 4th ed. (2014), chapter 5.
 */
export function chanceCorrected(
  tally: Tally,
  weights: Weights,
  { overall: chance, ofUnits }: Chance,
  variance: AgreementOptions['variance'],
): Agreement {
  if (1 - chance < 1e-12) return undefinedAgreement('NO_VARIATION', tally.pairable);
  const within = agreementWithin(tally, weights);
  const observed = sumOverUnits(tally, within) / tally.pairable;
  const estimate = (observed - chance) / (1 - chance);
  const share = tally.units / tally.pairable;
  const linearised = within.map((agreement, unit) => {
    const seen = tally.totals[unit]! >= 2 ? agreement - chance : 0;
    return (share * seen - 2 * (1 - estimate) * (ofUnits[unit]! - chance)) / (1 - chance);
  });
  return {
    ...withError(estimate, tally, linearised, estimate, variance),
    observed,
    chance,
    units: tally.pairable,
  };
}

/**
 * An estimate with the error and interval that linearised values around a centre give. With clusters, the deviations of
 * each are added up first: C / (C − 1) Σ e² / n², the ultimate-cluster estimator (Cochran, Sampling Techniques, 1977, 9A).
 */
export function withError(
  estimate: number,
  { times, clusters, units: n }: Pick<Tally, 'times' | 'clusters' | 'units'>,
  linearised: readonly number[],
  centre: number,
  variance: AgreementOptions['variance'] = 'SAMPLE',
): Pick<Agreement, 'estimate' | 'reason' | 'standardError' | 'interval'> {
  const deviations = linearised.map((value) => value - centre);
  const ofClusters = new Map<string, number>();
  for (const [unit, cluster] of (clusters ?? []).entries())
    ofClusters.set(cluster, (ofClusters.get(cluster) ?? 0) + times[unit]! * deviations[unit]!);
  const groups = clusters ? ofClusters.size : n;
  if (groups < 2) return { estimate, reason: null, standardError: null, interval: null };
  const squares = clusters
    ? sum([...ofClusters.values()].map((deviation) => deviation ** 2))
    : sumOverUnits(
        { times },
        deviations.map((deviation) => deviation ** 2),
      );
  const correction = variance === 'TABLE' ? 1 : groups / (groups - 1);
  const standardError = Math.sqrt(correction * squares) / n;
  const half = studentT975(groups - 1) * standardError;
  return {
    estimate,
    reason: null,
    standardError,
    interval: { low: estimate - half, high: Math.min(1, estimate + half) },
  };
}
