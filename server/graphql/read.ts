import { pageOf, pagePlan, SORT_VALUE, type Page } from '../database/page';
import { readModel, type ComputedEdge, type Condition, type Row } from '../database/read-model';
import { hook, type PageRequest, type Selection } from '../database/selection';
import { parseGlobalId, uuidOf } from '../kernel/ids';
import type { Context } from './context';
import { readModelOf, readModels } from './read-models';
import { selectionOf, type SelectionInfo } from './selection';

/** One object by its id, with all that the client asks of it; null when it is absent or hidden. */
export async function readById(
  context: Context,
  type: string,
  id: string,
  info: SelectionInfo,
): Promise<Row | null> {
  const uuid = uuidOf(type, id);
  const selection = selectionOf(info);
  const [row] = await context.reader.byIds(selection, uuid ? [uuid] : []);
  return row ?? null;
}

/** Objects of one type by their raw ids, in their order, as asked for below `path`; null for each that is absent or hidden. */
export async function readMany(
  context: Context,
  uuids: readonly string[],
  info: SelectionInfo,
  path: readonly string[],
): Promise<(Row | null)[]> {
  const selection = selectionOf(info, path);
  return context.reader.byIds(selection, uuids);
}

/**
 * A value computed about one visible object for a root query; null when the object is absent or hidden.
 * @param edge what computes it; `T` is the type of its values
 */
export async function readComputed<T>(
  context: Context,
  type: string,
  id: string,
  edge: ComputedEdge,
  args: Readonly<Record<string, unknown>>,
): Promise<T | null> {
  const uuid = uuidOf(type, id);
  const name = 'value';
  const selection: Selection = {
    model: { ...readModelOf(type), edges: { [name]: edge } },
    fields: [],
    edges: [{ responseKey: name, name, args, selection: null }],
    wantsCursors: false,
    wantsTotal: false,
    wantsPage: false,
  };
  const [row] = await context.reader.byIds(selection, uuid ? [uuid] : []);
  return row ? (row[hook(name)] as T) : null;
}

/** One page of a root connection. */
export async function readConnection(
  context: Context,
  page: PageRequest,
  info: SelectionInfo,
  where?: Condition,
): Promise<Page> {
  const selection = selectionOf(info);
  return context.reader.connection(selection, page, where, info.fieldName);
}

/** The objects of global ids, of whatever type, in their order; null for each that is absent or hidden. */
export async function readNodes(
  context: Context,
  ids: readonly string[],
  info: SelectionInfo,
): Promise<(Row | null)[]> {
  const parsed = ids.map((id) => parseGlobalId(id));
  const types = [...new Set(parsed.flatMap((id) => (id && readModels.has(id.type) ? [id.type] : [])))];
  const found = new Map<string, Row>();
  for (const type of types) {
    const uuids = parsed.flatMap((id) => (id?.type === type ? [id.uuid] : []));
    const selection = selectionOf(info, [], type);
    const rows = await context.reader.byIds(selection, uuids);
    for (const row of rows) if (row) found.set(`${type}:${row.id}`, Object.assign(row, { __typename: type }));
  }
  return parsed.map((id) => (id && found.get(`${id.type}:${id.uuid}`)) ?? null);
}

/** A row of a list that was made in memory, with the value it is sorted by. */
export type ListedRow<T extends Row> = T & { [SORT_VALUE]: string };

/**
 * One page of a list that is computed and stands in no table, sorted by a text of its own.
 * @param sortKeyOf what a row is sorted by; no two rows have the same
 * @param list name of the list: its cursors are valid for it alone
 * @throws Refusal PAGE_SIZE_MISSING, CURSOR_INVALID, VALIDATION
 */
export function pageOfList<T extends Row>(
  rows: readonly T[],
  sortKeyOf: (row: T) => string,
  request: PageRequest,
  list: string,
): Page & { nodes: ListedRow<T>[] } {
  const plan = pagePlan(COMPUTED_LIST, request, list);
  const sorted = rows
    .map((row): ListedRow<T> => ({ ...row, [SORT_VALUE]: sortKeyOf(row) }))
    .sort((a, b) => (a[SORT_VALUE] < b[SORT_VALUE] ? -1 : 1));
  if (plan.reads === 'desc') sorted.reverse();
  const from = plan.position?.value;
  const isBeyond = (value: string): boolean =>
    typeof from !== 'string' || (plan.reads === 'asc' ? value > from : value < from);
  const read = sorted.filter((row) => isBeyond(row[SORT_VALUE])).slice(0, plan.size + 1);
  return pageOf(read, plan, rows.length, WHOLE_PAGE) as Page & { nodes: ListedRow<T>[] };
}

const COMPUTED_LIST = readModel({
  type: 'computed list',
  table: '',
  columns: {},
  sorts: { KEY: { column: 'key', type: 'text' } },
  defaultSort: 'KEY',
});

const WHOLE_PAGE: Selection = {
  model: COMPUTED_LIST,
  fields: [],
  edges: [],
  wantsCursors: true,
  wantsTotal: true,
  wantsPage: true,
};
