/** A source of numbers from 0 up to 1 that gives the same series for the same seed. */
export type Chance = () => number;

/**
 * The mulberry32 generator (Tommy Ettinger, public domain): small, fast and the same everywhere, which is all that a
 * demonstration asks of it; never for anything secret.
 * @param seed a whole number, 32 bits of it count
 */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
