/** A value of a scale: a code, or a number where distances between values mean something. */
export type Category = string | number;

/** What several raters said of the same units. */
export interface Ratings {
  /** One row for each unit, one place for each rater; null where he did not rate it. */
  units: readonly (readonly (Category | null)[])[];
  /**
   * Every value of the scale in its order, used or not: AC1 and Brennan–Prediger count unused ones as well. Without
   * it, the values used, in ascending order.
   */
  categories?: readonly Category[];
}

/** Ratings as counts. */
export interface Tally {
  categories: readonly Category[];
  /** How many raters gave each category to each unit; only units that somebody rated. */
  counts: readonly (readonly number[])[];
  /** Ratings of each unit. */
  totals: readonly number[];
  /** Units rated at least twice: the only ones that say anything on agreement. */
  pairable: number;
  /** Category of each unit and rater, by its place in `categories`; null where there is no rating. */
  places: readonly (readonly (number | null)[])[];
}

/**
 * Counts ratings; units without any rating are left out.
 * @throws RangeError for a rating that is not on the scale, a scale that names a value twice, or rows of unequal length
 */
export function tallyOf({ units, categories = categoriesOf(units) }: Ratings): Tally {
  const placeOf = new Map(categories.map((category, place) => [category, place]));
  if (placeOf.size !== categories.length) throw new RangeError('a scale names each value once');
  const raters = units[0]?.length ?? 0;
  const rated = units
    .map((row) => {
      if (row.length !== raters) throw new RangeError('each unit has one place for each rater');
      return row.map((rating) => {
        if (rating === null) return null;
        const place = placeOf.get(rating);
        if (place === undefined) throw new RangeError(`${String(rating)} is not on the scale`);
        return place;
      });
    })
    .filter((row) => row.some((place) => place !== null));
  const counts = rated.map((row) => {
    const ofUnit = new Array<number>(categories.length).fill(0);
    for (const place of row) if (place !== null) ofUnit[place]! += 1;
    return ofUnit;
  });
  const totals = counts.map(sum);
  return { categories, counts, totals, pairable: totals.filter((total) => total >= 2).length, places: rated };
}

/** The values used, in ascending order: numbers by size, codes by their letters. */
export function categoriesOf(units: Ratings['units']): Category[] {
  const used = [...new Set(units.flat())].filter((category) => category !== null);
  return used.every((category) => typeof category === 'number')
    ? used.sort((a, b) => a - b)
    : used.sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

/**
 * Ratings of two raters given as a contingency table.
 * @param table units by the first rater's category (rows) and the second's (columns), whole numbers
 * @param categories of rows and columns alike; 1, 2 … without them
 */
export function ratingsOfTable(
  table: readonly (readonly number[])[],
  categories: readonly Category[] = table.map((_, row) => row + 1),
): Ratings {
  if (table.some((row) => row.length !== table.length) || categories.length !== table.length)
    throw new RangeError('a table of agreement is square, with a category for each row');
  const units = table.flatMap((row, first) =>
    row.flatMap((count, second) => repeated([categories[first]!, categories[second]!], count)),
  );
  return { categories, units };
}

/**
 * Ratings of which only the number in each category is known: who gave which is lost, so that coefficients that need it
 * (Cohen, Conger, Light) mean nothing on them.
 * @param counts one row for each unit, one column for each category
 */
export function ratingsOfCounts(
  counts: readonly (readonly number[])[],
  categories: readonly Category[] = (counts[0] ?? []).map((_, column) => column + 1),
): Ratings {
  const most = Math.max(0, ...counts.map(sum));
  const units = counts.map((row) => {
    const given = row.flatMap((count, column) => repeated<Category | null>(categories[column]!, count));
    return [...given, ...repeated<Category | null>(null, most - given.length)];
  });
  return { categories, units };
}

/** Σ of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function repeated<T>(value: T, times: number): T[] {
  if (!(Number.isInteger(times) && times >= 0)) throw new RangeError(`${String(times)} is no count`);
  return new Array<T>(times).fill(value);
}
