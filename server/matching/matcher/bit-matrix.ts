/** Rows of bits: a relation between two numbered kinds of things, tested in constant time. */
export interface BitMatrix {
  readonly words: Uint32Array;
  /** Words of 32 bits per row. */
  readonly stride: number;
}

/** A relation that holds for nobody. */
export function bitMatrix(rows: number, columns: number): BitMatrix {
  const stride = (columns + 31) >>> 5;
  return { words: new Uint32Array(rows * stride), stride };
}

/** Makes the relation hold for a pair. */
export function setBit(matrix: BitMatrix, row: number, column: number): void {
  const at = row * matrix.stride + (column >>> 5);
  matrix.words[at] = matrix.words[at]! | (1 << (column & 31));
}

/** Whether the relation holds for a pair. */
export function hasBit(matrix: BitMatrix, row: number, column: number): boolean {
  return ((matrix.words[row * matrix.stride + (column >>> 5)]! >>> (column & 31)) & 1) === 1;
}

/** Makes the relation hold both ways. */
export function setBoth(matrix: BitMatrix, one: number, other: number): void {
  setBit(matrix, one, other);
  setBit(matrix, other, one);
}

/** Number of bits set in a word of 32. */
export function popCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
