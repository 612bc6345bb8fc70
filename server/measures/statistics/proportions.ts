/** 0.975 quantile of the standard normal distribution: 95 % two-sided. */
export const Z_95 = 1.959963984540054;

/** Two-sided interval, in the unit of what it is about. */
export interface Interval {
  low: number;
  high: number;
}

/** What an interval says about a target: INCONCLUSIVE where the target lies within it. */
export const TARGET_DECISIONS = ['MET', 'NOT_MET', 'INCONCLUSIVE'] as const;
export type TargetDecision = (typeof TARGET_DECISIONS)[number];

/** Which side of the target is the good one. */
export type TargetDirection = '>=' | '<=';

/**
 * Wilson score interval of a proportion, 95 %, without continuity correction:
 * (2x + z² ± z √(z² + 4x(1 − x/n))) / 2(n + z²).
 * Source: Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 of Newcombe, Stat. Med. 17 (1998) 857.
 * @param x cases counted, from 0 to n; a fraction where an effective number is meant
 * @param n cases that could have been counted
 * @returns fractions from 0 to 1; null without cases
 * @throws RangeError if x is not within 0 to n
 */
export function wilson(x: number, n: number): Interval | null {
  requireCounts(x, n);
  if (n === 0) return null;
  const z2 = Z_95 ** 2;
  const spread = Z_95 * Math.sqrt(z2 + 4 * x * ((n - x) / n));
  const whole = 2 * (n + z2);
  return {
    low: x === 0 ? 0 : (2 * x + z2 - spread) / whole,
    high: x === n ? 1 : (2 * x + z2 + spread) / whole,
  };
}

/**
 * Whether a proportion meets its target: MET if the whole Wilson interval is on the good side, NOT_MET if none of it is,
 * else INCONCLUSIVE. No sample can prove a target of all or of none by its interval, so that these are judged on counts:
 * a single failure is NOT_MET (rule S2 of the templates).
 * @param target fraction from 0 to 1
 * @returns null without cases
 */
export function targetDecision({
  x,
  n,
  target,
  op,
}: {
  x: number;
  n: number;
  target: number;
  op: TargetDirection;
}): TargetDecision | null {
  const interval = wilson(x, n);
  if (!interval) return null;
  if (target === 1) return op === '<=' || x === n ? 'MET' : 'NOT_MET';
  if (target === 0) return op === '>=' || x === 0 ? 'MET' : 'NOT_MET';
  const { low, high } = interval;
  if (op === '>=') return low >= target ? 'MET' : high < target ? 'NOT_MET' : 'INCONCLUSIVE';
  return high <= target ? 'MET' : low > target ? 'NOT_MET' : 'INCONCLUSIVE';
}

/** How far two proportions are apart, in fractions: the first minus the second. */
export interface Difference extends Interval {
  difference: number;
}

/**
 * Difference p₁ − p₂ of two independent proportions with its 95 % hybrid score interval:
 * d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u of each proportion by Wilson.
 * Source: method 10 of Newcombe, Stat. Med. 17 (1998) 873.
 * @returns null if either has no cases
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number): Difference | null {
  const first = wilson(x1, n1);
  const second = wilson(x2, n2);
  if (!first || !second) return null;
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
}

function requireCounts(x: number, n: number): void {
  if (!(n >= 0 && x >= 0 && x <= n && Number.isFinite(n)))
    throw new RangeError(`${String(x)} of ${String(n)} is no proportion`);
}
