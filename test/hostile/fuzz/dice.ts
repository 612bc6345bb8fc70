import fc, { type GeneratorValue } from 'fast-check';

/** Where a random request takes its chances from; the same seed throws the same. */
export interface Dice {
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** True in so many of a hundred throws. */
  percent(chance: number): boolean;
  one<T>(list: readonly T[]): T;
  /** Some of a list, at least one and at most `most`, in their order. */
  some<T>(list: readonly T[], most: number): T[];
}

/** Dice over fast-check's generator. */
export function diceOf(generator: GeneratorValue): Dice {
  const below = (count: number): number => generator(fc.nat, { max: Math.max(0, count - 1) });
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return {
    below,
    one,
    percent: (chance) => below(100) < chance,
    some<T>(list: readonly T[], most: number) {
      const chosen = new Set<number>();
      const wanted = 1 + below(Math.min(most, list.length));
      for (let thrown = 0; thrown < wanted; thrown += 1) chosen.add(below(list.length));
      return list.filter((_, index) => chosen.has(index));
    },
  };
}
