import { targetDecision, wilson, type TargetDecision } from '../statistics';
import { SHORTFALLS, type RatedScale, type RateTarget } from './rated-scale';

/** Records of each value. */
export type Counts = ReadonlyMap<string, number>;

/** How often records have a value, among how many. */
export interface Share {
  x: number;
  n: number;
  /** Fraction; null without records. */
  estimate: number | null;
  /** Wilson interval, 95 %. */
  low: number | null;
  high: number | null;
}

/** What the records of a sample say on one criterion. */
export interface CaseRate {
  rate: Share;
  /** Records in all, whatever their value. */
  total: number;
  /** Records that do not tell enough to be judged, over all of them. */
  shortfall: Share;
  decision: TargetDecision | null;
}

/** A share with its Wilson interval. */
export function shareOf(x: number, n: number): Share {
  const { low = null, high = null } = wilson(x, n) ?? {};
  return { x, n, estimate: n === 0 ? null : x / n, low, high };
}

/**
 * Rate of a criterion: the values of the scale's numerator over those of its denominator (J / (J + P + N); yes / (yes + no));
 * where the target names values of its own, those over all records. What says that a record does not tell enough leaves the
 * rate and is shown beside it, over all records, as EU-JUST-CT does.
 * @param target null where the criterion has none on a rate: no decision
 */
export function caseRate(scale: RatedScale, counts: Counts, target: RateTarget | null): CaseRate {
  const sum = (values: Iterable<string>): number =>
    [...values].reduce((total, value) => total + (counts.get(value) ?? 0), 0);
  const total = sum(scale.values);
  const rate = target?.counted
    ? shareOf(sum(target.counted), total)
    : shareOf(sum(scale.numerator), sum(scale.denominator));
  const { x, n } = rate;
  return {
    rate,
    total,
    shortfall: shareOf(sum(scale.values.filter((value) => SHORTFALLS.has(value))), total),
    decision: target && targetDecision({ x, n, target: target.value, op: target.op }),
  };
}
