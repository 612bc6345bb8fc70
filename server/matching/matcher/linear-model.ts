/**
 * A linear program being written down row by row, always to be maximised. Plain arrays, so that a model of some
 * hundred thousand entries is built in milliseconds and passed to the solver as it is.
 */
export interface LinearModel {
  /** Gain of a unit of each column. */
  readonly cost: number[];
  readonly lower: number[];
  readonly upper: number[];
  /** 1 where a column takes whole numbers only. */
  readonly integer: number[];
  readonly rowLower: number[];
  readonly rowUpper: number[];
  /** Where the entries of each row begin; one longer than there are rows. */
  readonly starts: number[];
  readonly indices: number[];
  readonly values: number[];
  /** What the objective is worth when all columns are zero. */
  offset: number;
}

/** A model of no columns and no rows. */
export function emptyModel(): LinearModel {
  return {
    cost: [],
    lower: [],
    upper: [],
    integer: [],
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
    offset: 0,
  };
}

/**
 * Adds a column.
 * @param cost gain of a unit
 * @returns its number
 */
export function addColumn(
  model: LinearModel,
  cost: number,
  lower: number,
  upper: number,
  isInteger: boolean,
): number {
  model.cost.push(cost);
  model.lower.push(lower);
  model.upper.push(upper);
  model.integer.push(isInteger ? 1 : 0);
  return model.cost.length - 1;
}

/** A column that is taken or not. */
export const addChoice = (model: LinearModel, cost: number): number => addColumn(model, cost, 0, 1, true);

/**
 * Adds a row: lower ≤ Σ coefficient × column ≤ upper.
 * @param columns numbers of columns, none twice
 * @param coefficients of the same length, or one number for all
 * @returns its number
 */
export function addRow(
  model: LinearModel,
  lower: number,
  upper: number,
  columns: readonly number[],
  coefficients: readonly number[] | number = 1,
): number {
  columns.forEach((column, position) => {
    model.indices.push(column);
    model.values.push(typeof coefficients === 'number' ? coefficients : coefficients[position]!);
  });
  model.starts.push(model.indices.length);
  model.rowLower.push(lower);
  model.rowUpper.push(upper);
  return model.rowLower.length - 1;
}
