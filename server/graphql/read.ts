import type { ComputedEdge, Condition, Row } from '../database/read-model';
import type { Page } from '../database/page';
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
