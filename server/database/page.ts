import { decodeCursor, encodeCursor, listFingerprint, type CursorPosition } from '../kernel/cursor';
import { refuse } from '../kernel/outcome';
import { UNSTORABLE, unstorableTexts } from '../kernel/text';
import type { Bind, ReadModel, Row, Sort } from './read-model';
import type { PageRequest, Selection } from './selection';

/** A page of a connection, in the shape of the API. */
export interface Page {
  nodes: Row[];
  edges: { cursor: string | null; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number | null;
}

/** How a page is read: always in one direction from a position, one row more than it shows. */
export interface PagePlan {
  size: number;
  sort: Sort;
  /** Direction in which the database reads; the reverse of what is shown when paging backwards. */
  reads: 'asc' | 'desc';
  backwards: boolean;
  fingerprint: string;
  position: CursorPosition | null;
}

/** Under this name a row carries the value that it is sorted by. */
export const SORT_VALUE = '→sort';

/** Most rows on a page. */
export const SIZE_AT_MOST = 100;

/**
 * Checks what is asked of a connection.
 * @param list name of the list: its cursors are valid for it alone
 * @throws Refusal PAGE_SIZE_MISSING, CURSOR_INVALID; VALIDATION for a text that no row can hold
 */
export function pagePlan(model: ReadModel, request: PageRequest, list: string): PagePlan {
  const { first, last, after, before } = request;
  const backwards = first === null || first === undefined;
  const size = backwards ? last : first;
  const bothOrNone = ((first ?? null) !== null) === ((last ?? null) !== null);
  if (bothOrNone || !size || size < 1 || size > SIZE_AT_MOST)
    refuse('PAGE_SIZE_MISSING', [backwards && last ? 'last' : 'first']);
  if ((backwards && after) || (!backwards && before))
    refuse('CURSOR_INVALID', [backwards ? 'after' : 'before']);
  const [unstorable] = unstorableTexts(request.filter, ['filter']);
  if (unstorable) refuse('VALIDATION', unstorable, { rule: UNSTORABLE });
  const sortName = request.sort ?? model.defaultSort;
  const sort = model.sorts[sortName];
  if (!sort) throw new Error(`${model.type} has no sort ${sortName}`);
  const descending = request.direction === 'DESC';
  const fingerprint = listFingerprint(list, sortName, descending ? 'DESC' : 'ASC', request.filter);
  const cursor = backwards ? before : after;
  const position = cursor ? decodeCursor(fingerprint, cursor, sort.type) : null;
  if (cursor && !position) refuse('CURSOR_INVALID', [backwards ? 'before' : 'after']);
  return { size, sort, reads: descending !== backwards ? 'desc' : 'asc', backwards, fingerprint, position };
}

/** The condition that a page begins after its position. */
export function keyset({ sort, reads, position }: PagePlan, bind: Bind): string | null {
  if (!position) return null;
  const compare = reads === 'asc' ? '>' : '<';
  return `(t.${sort.column}, t.id) ${compare} (${bind(position.value)}::${sort.type}, ${bind(position.id)}::uuid)`;
}

/** `order by` and `limit` of a page. */
export function pageOrder({ size, sort, reads }: PagePlan): string {
  return `order by t.${sort.column} ${reads}, t.id ${reads} limit ${size + 1}`;
}

/** The page from the rows read for it. @param total number of visible rows, when it was asked for */
export function pageOf(read: Row[], plan: PagePlan, total: number | null, selection: Selection): Page {
  const hasMore = read.length > plan.size;
  const nodes = hasMore ? read.slice(0, plan.size) : read;
  if (plan.backwards) nodes.reverse();
  const cursorOf = (row: Row): string =>
    encodeCursor(plan.fingerprint, { value: row[SORT_VALUE] as string | number | null, id: row.id });
  const start = nodes[0];
  const end = nodes[nodes.length - 1];
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: selection.wantsCursors ? cursorOf(node) : null, node })),
    pageInfo: {
      hasNextPage: plan.backwards ? plan.position !== null : hasMore,
      hasPreviousPage: plan.backwards ? hasMore : plan.position !== null,
      startCursor: selection.wantsPage && start ? cursorOf(start) : null,
      endCursor: selection.wantsPage && end ? cursorOf(end) : null,
    },
    totalCount: total,
  };
}
