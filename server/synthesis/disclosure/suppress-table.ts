import { cheapestWay, slackOf, type Direction, type Entry } from './hidden-flow';

/** A number of a table: of a row and a column, or the total of one of them. */
export interface Place {
  /** Null for the total of a column. */
  row: number | null;
  /** Null for the total of a row. */
  column: number | null;
}

/** A table of counts with its totals, and what must not be told of it. */
export interface CountTable {
  /** By row and column; whole numbers from 0. */
  cells: readonly (readonly number[])[];
  /** Numbers that would tell on too few services, totals included. */
  isSensitive: (place: Place, value: number) => boolean;
  /**
   * How much it costs to keep a number back that is harmless by itself, so that others cannot be worked out from it; the
   * cheapest go first, and of equals the smallest number. Infinity: it is known anyway.
   */
  cost: (place: Place) => number;
  /** Fewest services behind anything that is shown. */
  least: number;
}

/** Which numbers of a table are shown, in the shape of the table. */
export interface ShownTable {
  cells: boolean[][];
  rowTotals: boolean[];
  columnTotals: boolean[];
}

/**
 * What of a table can be shown: nothing sensitive, and nothing from which something sensitive could be worked out by
 * subtracting from totals. A number that is kept back is safe when, by all that is shown, it could as well be 0 as be as many
 * as may be told (`least`): nobody can say that there is such a service at all, nor that there are few. The sum of the whole
 * table is taken to be known.
 * @throws Error for a table in which even nothing but its sum tells on too few: it was not to be made at all
 */
export function suppress(table: CountTable): ShownTable {
  const { entries, places } = networkOf(table);
  const sensitive = places.flatMap((place, at) =>
    place && table.isSensitive(place, entries[at]!.value) ? [at] : [],
  );
  for (const at of sensitive) entries[at]!.isShown = false;
  const costOf = (at: number): number => {
    const place = places[at];
    if (!entries[at]!.isShown) return 0;
    return place ? table.cost(place) + entries[at]!.value * SMALLER_FIRST : Infinity;
  };
  for (const at of sensitive) {
    const { value } = entries[at]!;
    // What lets it be higher mostly lets it be lower, not the other way round: a nought beside it cannot shrink.
    makeMovable(entries, at, 'UP', Math.max(0, table.least - value), costOf);
    makeMovable(entries, at, 'DOWN', value, costOf);
  }
  const shown = new Map(places.map((place, at) => [keyOf(place), entries[at]!.isShown]));
  const isShown = (row: number | null, column: number | null): boolean =>
    shown.get(keyOf({ row, column })) ?? true;
  const columns = table.cells[0]?.map((_, column) => column) ?? [];
  return {
    cells: table.cells.map((_, row) => columns.map((column) => isShown(row, column))),
    rowTotals: table.cells.map((_, row) => isShown(row, null)),
    columnTotals: columns.map((column) => isShown(null, column)),
  };
}

/** Of two numbers that cost the same the smaller one goes: a part of the cost that decides nothing else. */
const SMALLER_FIRST = 1e-9;

/** Keeps numbers back, the cheapest first, until a hidden one could be as far from what it is as wanted. */
function makeMovable(
  entries: readonly Entry[],
  at: number,
  direction: Direction,
  wanted: number,
  costOf: (at: number) => number,
): void {
  for (;;) {
    const { found, values } = slackOf(entries, at, direction, wanted);
    if (found >= wanted) return;
    // No way is left through hidden numbers: the next one leads through a shown one, and brings us further.
    const way = cheapestWay(entries, values, at, direction, costOf);
    if (!way) throw new Error('a table too small to be shown');
    for (const { entry } of way) entries[entry]!.isShown = false;
  }
}

const keyOf = (place: Place | null): string =>
  place ? `${String(place.row)}/${String(place.column)}` : 'sum';

/** The table as a network: from the whole to the rows, from rows to columns, from columns back to the whole. */
function networkOf({ cells }: CountTable): { entries: Entry[]; places: (Place | null)[] } {
  const columnCount = cells[0]?.length ?? 0;
  const [source, sink] = [0, 1];
  const rowNode = (row: number): number => 2 + row;
  const columnNode = (column: number): number => 2 + cells.length + column;
  const entries: Entry[] = [];
  const places: (Place | null)[] = [];
  const add = (place: Place | null, from: number, to: number, value: number): void => {
    entries.push({ from, to, value, isShown: true });
    places.push(place);
  };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  cells.forEach((values, row) => {
    add({ row, column: null }, source, rowNode(row), sum(values));
    values.forEach((value, column) => {
      add({ row, column }, rowNode(row), columnNode(column), value);
    });
  });
  for (let column = 0; column < columnCount; column += 1)
    add({ row: null, column }, columnNode(column), sink, sum(cells.map((values) => values[column]!)));
  add(null, sink, source, sum(cells.map(sum)));
  return { entries, places };
}
