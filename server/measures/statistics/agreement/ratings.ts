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
  /** How many units were rated just like this row; one each if nothing is said. */
  times?: readonly number[];
  /**
   * What each row belongs to (an audit), where units of one are more alike than units of two: the error is then that
   * between clusters. Without it, units stand for themselves.
   */
  clusters?: readonly string[];
}

/** Ratings as counts. */
export interface Tally {
  categories: readonly Category[];
  /** How many raters gave each category to each unit; only units that somebody rated. */
  counts: readonly (readonly number[])[];
  /** Ratings of each unit. */
  totals: readonly number[];
  /** How many units each row stands for, from 1. */
  times: readonly number[];
  /** Their sum. */
  units: number;
  clusters: readonly string[] | null;
  /** Units rated at least twice: the only ones that say anything on agreement. */
  pairable: number;
  /** Category of each unit and rater, by its place in `categories`; null where there is no rating. */
  places: readonly (readonly (number | null)[])[];
}

/**
 * Counts ratings; units without any rating are left out.
 * @throws RangeError for a rating that is not on the scale, a scale that names a value twice, or rows of unequal length
 */
export function tallyOf(ratings: Ratings): Tally {
  const { units, categories, times = units.map(() => 1), clusters } = complete(ratings);
  const placeOf = new Map(categories.map((category, place) => [category, place]));
  if (placeOf.size !== categories.length) throw new RangeError('a scale names each value once');
  const places = units.map((row) =>
    row.map((rating) => {
      if (rating === null) return null;
      const place = placeOf.get(rating);
      if (place === undefined) throw new RangeError(`${String(rating)} is not on the scale`);
      return place;
    }),
  );
  const counts = places.map((row) => {
    const ofUnit = new Array<number>(categories.length).fill(0);
    for (const place of row) if (place !== null) ofUnit[place]! += 1;
    return ofUnit;
  });
  const totals = counts.map(sum);
  return {
    categories,
    places,
    counts,
    totals,
    times,
    units: sum(times),
    pairable: sum(times.filter((_, unit) => totals[unit]! >= 2)),
    clusters: clusters ?? null,
  };
}

/**
 * The units of which `keep` says so, with all that is said of them.
 * @throws RangeError for rows of unequal length
 */
export function keepUnits(
  { units, categories, times, clusters }: Ratings,
  keep: (row: Ratings['units'][number], unit: number) => boolean,
): Ratings {
  const kept = units.map((row, unit) => {
    if (row.length !== units[0]!.length) throw new RangeError('each unit has one place for each rater');
    return keep(row, unit);
  });
  return {
    categories,
    units: units.filter((_, unit) => kept[unit]),
    times: times?.filter((_, unit) => kept[unit]),
    clusters: clusters?.filter((_, unit) => kept[unit]),
  };
}

/** Ratings with their scale, and without units that nobody rated. */
function complete(ratings: Ratings): Ratings & Required<Pick<Ratings, 'categories'>> {
  const { units, times, categories = categoriesOf(units) } = ratings;
  const isRated = (row: Ratings['units'][number], unit: number): boolean =>
    times?.[unit] !== 0 && row.some((rating) => rating !== null);
  return { ...keepUnits(ratings, isRated), categories };
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
  const cells = table.flatMap((row, first) =>
    row.map((count, second) => ({
      row: [categories[first]!, categories[second]!],
      count: requireCount(count),
    })),
  );
  return { categories, units: cells.map(({ row }) => row), times: cells.map(({ count }) => count) };
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

/** Σ over units of a value that each row has. */
export function sumOverUnits({ times }: Pick<Tally, 'times'>, values: readonly number[]): number {
  return values.reduce((total, value, unit) => total + times[unit]! * value, 0);
}

function repeated<T>(value: T, times: number): T[] {
  return new Array<T>(requireCount(times)).fill(value);
}

function requireCount(count: number): number {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${String(count)} is no count`);
  return count;
}
