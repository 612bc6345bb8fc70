import { chanceFrom } from '../../demo/chance';

/** Draws of all kinds from one seeded series. */
export interface Draw {
  /** From 0 up to 1. */
  chance: () => number;
  /** Whether something of this probability happens. */
  happens: (probability: number) => boolean;
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number;
  /** An index, each as likely as its weight says. */
  weighted: (weights: readonly number[]) => number;
  /** One of a list that is not empty. */
  one: <T>(list: readonly T[]) => T;
  /** Up to so many different ones of a list, in the order drawn. */
  some: <T>(list: readonly T[], count: number) => T[];
}

/** A source of draws that gives the same series for the same seed. */
export function drawFrom(seed: number): Draw {
  const chance = chanceFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1));
  return {
    chance,
    between,
    happens: (probability) => chance() < probability,
    weighted: (weights) => {
      let rest = chance() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (rest -= weight) < 0);
      return found < 0 ? weights.length - 1 : found;
    },
    one: <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T,
    some: <T>(list: readonly T[], count: number) => {
      const left = [...list];
      const drawn: T[] = [];
      while (drawn.length < count && left.length > 0)
        drawn.push(...left.splice(between(0, left.length - 1), 1));
      return drawn;
    },
  };
}
