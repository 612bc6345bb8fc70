import { SIZE_AT_MOST } from '../database/page';
import type { Selection } from '../database/selection';
import { refuse } from '../kernel/outcome';
import type { Context } from './context';

/** Most objects that one request may ask for, counted before anything is read: pages multiply as they nest. */
const OBJECTS_AT_MOST = 50_000;

/** How many rows a plain list is taken to have. */
const LIST_WEIGHT = 20;

const spent = new WeakMap<Context, number>();

/**
 * Charges a request for what it asks: every page at its full size, level by level.
 * @param rows how many rows the first level has at most
 * @throws Refusal QUERY_TOO_LARGE before a statement is sent
 */
export function charge(context: Context, selection: Selection, rows: number): void {
  const total = (spent.get(context) ?? 0) + objectsOf(selection, rows);
  spent.set(context, total);
  if (total > OBJECTS_AT_MOST) refuse('QUERY_TOO_LARGE', null, { asked: total, most: OBJECTS_AT_MOST });
}

/** Size of a page as the reader will take it: larger ones are refused there, with a word of their own. */
export function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  return Math.min(Number(first ?? last ?? 1), SIZE_AT_MOST);
}

function objectsOf({ model, edges }: Selection, rows: number): number {
  let total = rows;
  for (const { name, args, selection } of edges) {
    const kind = model.edges[name]?.kind;
    const page = pageSize(args);
    const each = kind === 'many' ? page : kind === 'list' ? LIST_WEIGHT : 1;
    // Once it is too much, counting on would only take time.
    if (selection && total <= OBJECTS_AT_MOST) total += objectsOf(selection, rows * each);
  }
  return total;
}
