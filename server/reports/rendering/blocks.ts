/** A drawing that says in words what it shows. */
export interface Plot {
  /** Without ids and classes, so that any number of them can stand in one page. */
  svg: string;
  /** What it shows, with its numbers. */
  alt: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

export type Cell = string | Plot;

/** A column of a table. */
export interface Column {
  title: string;
  /** Its share of the width, relative to the others. */
  share: number;
  align?: 'end';
}

/**
 * What a report consists of, in reading order. HTML and PDF are printed from the same blocks, so that neither can say what
 * the other does not. Texts are plain: no mark-up of either.
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; id: string; text: string }
  | { kind: 'paragraph'; text: string }
  /** Words of the service or of the team, kept apart from those of the platform. */
  | { kind: 'quotation'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly (readonly [name: string, value: string])[] }
  | {
      kind: 'table';
      caption: string;
      /** The first cell of a row names it. */
      columns: readonly Column[];
      rows: readonly (readonly Cell[])[];
    }
  | { kind: 'figure'; plot: Plot; caption: string }
  /** To be copied to a terminal, or compared letter by letter. */
  | { kind: 'code'; text: string };

/** A part of a report: its heading and what stands below. */
export interface Part {
  title: string;
  blocks: readonly Block[];
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const quotation = (text: string): Block => ({ kind: 'quotation', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const code = (text: string): Block => ({ kind: 'code', text });
export const figure = (plot: Plot, caption: string): Block => ({ kind: 'figure', plot, caption });

/** A heading below that of the part; its id is given when the parts are put together. */
export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, id: '', text });

/** Names with their values; those without a value are left out. */
export const facts = (
  rows: readonly (readonly [name: string, value: string | null | undefined])[],
): Block => ({
  kind: 'facts',
  facts: rows.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
});

/** A table; nothing when it has no rows. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];
}
