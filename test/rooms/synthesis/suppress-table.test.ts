import fc from 'fast-check';
import { suppress, type CountTable, type Place } from '../../../server/synthesis/disclosure/suppress-table';

const LEAST = 5;
const isSmall = (_: Place, value: number): boolean => value > 0 && value < LEAST;
const table = (cells: number[][], more: Partial<CountTable> = {}): CountTable => ({
  cells,
  isSensitive: isSmall,
  cost: ({ row, column }) => (row === null || column === null ? 2 : 1),
  least: LEAST,
  ...more,
});

/** Every table of the same shape that says the same wherever this one is shown: by trying them all. */
function* lookalikes(of: CountTable): Generator<number[][]> {
  const shown = suppress(of);
  const rows = of.cells.length;
  const columns = of.cells[0]!.length;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const whole = sum(of.cells.map(sum));
  const rowSums = of.cells.map(sum);
  const columnSums = of.cells[0]!.map((_, column) => sum(of.cells.map((row) => row[column]!)));
  const tried = of.cells.map((row) => row.map(() => 0));
  function* from(place: number, used: number): Generator<number[][]> {
    const row = Math.floor(place / columns);
    const column = place % columns;
    if (column === 0 && row > 0 && shown.rowTotals[row - 1] && sum(tried[row - 1]!) !== rowSums[row - 1])
      return;
    if (place === rows * columns) {
      const areColumnsRight = columnSums.every(
        (value, at) => !shown.columnTotals[at] || sum(tried.map((line) => line[at]!)) === value,
      );
      if (used === whole && areColumnsRight) yield tried.map((line) => [...line]);
      return;
    }
    const known = shown.cells[row]![column] ? of.cells[row]![column]! : null;
    for (let value = known ?? 0; value <= (known ?? whole - used); value += 1) {
      tried[row]![column] = value;
      yield* from(place + 1, used + value);
    }
    tried[row]![column] = 0;
  }
  yield* from(0, 0);
}

const smallTables = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 2, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.constantFrom(0, 0, 1, 2, 4, 5, 6), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .filter((cells) => {
    const sums = cells.map((row) => row.reduce<number>((total, value) => total + value, 0));
    return sums.every((sum) => sum >= LEAST && sum <= 9);
  });

describe('a table with totals', () => {
  it('is shown whole when nothing in it is small', () => {
    const shown = suppress(
      table([
        [10, 0],
        [7, 6],
      ]),
    );
    expect(shown.cells.flat().every(Boolean)).toBe(true);
    expect([...shown.rowTotals, ...shown.columnTotals].every(Boolean)).toBe(true);
  });

  it('keeps back a second number, so that the first cannot be had by subtraction', () => {
    const { cells, rowTotals, columnTotals } = suppress(table([[18, 2, 0]]));
    // A nought beside would leave the two as the only answer.
    expect(cells).toEqual([[false, false, true]]);
    expect(rowTotals).toEqual([true]);
    // One row: the total of a column is its only number.
    expect(columnTotals).toEqual([false, false, true]);
  });

  it('lets two small numbers hide each other only when together they are enough', () => {
    expect(suppress(table([[12, 2, 3]], { cost: onlyCells })).cells).toEqual([[true, false, false]]);
    expect(suppress(table([[12, 1, 3]], { cost: onlyCells })).cells).toEqual([[false, false, false]]);
  });

  it('shows nothing by which a small number could be told from none, or from many', () => {
    fc.assert(
      fc.property(smallTables, (cells) => {
        const of = table(cells);
        const shown = suppress(of);
        const reached = new Map<string, Set<number>>();
        for (const other of lookalikes(of)) {
          other.forEach((row, r) =>
            row.forEach((value, c) => {
              const key = `${r}/${c}`;
              reached.set(key, (reached.get(key) ?? new Set()).add(value));
            }),
          );
        }
        cells.forEach((row, r) =>
          row.forEach((value, c) => {
            const values = [...(reached.get(`${r}/${c}`) ?? [])];
            expect(values).toContain(value);
            if (shown.cells[r]![c]) expect(values).toEqual([value]);
            if (!isSmall({ row: r, column: c }, value)) return;
            expect(shown.cells[r]![c]).toBe(false);
            expect(Math.min(...values)).toBe(0);
            expect(Math.max(...values)).toBeGreaterThanOrEqual(LEAST);
          }),
        );
      }),
      { numRuns: 150, seed: 2_027 },
    );
  });

  it('keeps back a nought where it would tell on everybody', () => {
    const nobodyConforms = table(
      [
        [0, 8, 6],
        [9, 6, 7],
      ],
      {
        isSensitive: ({ row, column }, value) => row === 0 && column === 0 && value < LEAST,
      },
    );
    const { cells } = suppress(nobodyConforms);
    expect(cells[0]![0]).toBe(false);
    expect(cells[0]!.filter((isShown) => !isShown).length).toBeGreaterThan(1);
  });

  it('protects totals as it does the numbers within', () => {
    // The second column was judged in two services alone, though twelve times.
    const of = table(
      [
        [20, 6],
        [20, 6],
        [20, 0],
      ],
      {
        isSensitive: ({ row, column }, value) =>
          isSmall({ row, column }, value) || (row === null && column === 1),
      },
    );
    const { columnTotals, cells } = suppress(of);
    expect(columnTotals[1]).toBe(false);
    expect(cells.map((row) => row[1])).toContain(false);
  });

  it('is not to be made of fewer than may be told', () => {
    expect(() => suppress(table([[2, 1]]))).toThrow('too small');
  });
});

const onlyCells = ({ row, column }: Place): number => (row === null ? 0 : column === null ? Infinity : 1);
