/** A seeded series of numbers, the same on every machine. */
export interface Random {
  /** A whole number from 0 up to `count` − 1. */
  below: (count: number) => number;
  /** A number from 0 up to 1, never 1. */
  share: () => number;
}

/**
 * Numbers from a seed: xoshiro128** of Blackman and Vigna (public domain), seeded through SplitMix32.
 * @param seed any number; its whole part counts
 */
export function randomFrom(seed: number): Random {
  let state = Math.floor(seed) | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let a = next();
  let b = next();
  let c = next();
  let d = next() | 1;
  const word = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  return {
    below: (count) => Math.floor((word() / 4_294_967_296) * count),
    share: () => word() / 4_294_967_296,
  };
}
