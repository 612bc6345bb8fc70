import { Z_95 } from '../proportions';

/** Up to here the distribution is summed exactly; beyond, its expansion is exact to eleven digits. */
const SUMMED_TO = 200;

const known = new Map<number, number>();

/**
 * 0.975 quantile of Student's t distribution: what a standard error is multiplied by for a two-sided 95 % interval.
 * Source: up to {@link SUMMED_TO} degrees the exact finite sums 26.7.3 and 26.7.4 of Abramowitz and Stegun, Handbook of
 * Mathematical Functions (1964), solved by bisection; beyond, the expansion 26.7.5 around the normal quantile.
 * @param degrees whole number of degrees of freedom, from 1
 */
export function studentT975(degrees: number): number {
  if (!(Number.isInteger(degrees) && degrees >= 1))
    throw new RangeError(`${String(degrees)} degrees of freedom are none`);
  if (degrees > SUMMED_TO) return expanded(degrees);
  let quantile = known.get(degrees);
  if (quantile === undefined) known.set(degrees, (quantile = solved(degrees)));
  return quantile;
}

/** With t = √ν tan θ the distribution is a finite sum of powers of cos θ, which grows with θ. */
function solved(degrees: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (chanceWithin(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}

/** P(|T| ≤ √ν tan θ). */
function chanceWithin(theta: number, degrees: number): number {
  const cosine = Math.cos(theta);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let total = degrees === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= (cosine ** 2 * (power - 1)) / power;
    total += term;
  }
  return odd ? (2 / Math.PI) * (theta + Math.sin(theta) * total) : Math.sin(theta) * total;
}

function expanded(degrees: number): number {
  const z = Z_95;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * degrees ** 4)
  );
}
