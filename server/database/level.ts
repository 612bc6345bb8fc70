import type { Row } from './read-model';
import { hook, type SelectedEdge, type Selection } from './selection';

/** What one statement reads: the fields of a type, and of the parents that are taken along. */
export interface Level {
  selection: Selection;
  fields: readonly string[];
  /** SQL of each cell, in the order of the cells. */
  cells: readonly string[];
  joined: readonly JoinedEdge[];
}

interface JoinedEdge {
  edge: SelectedEdge;
  alias: string;
  table: string;
  /** Field of the row that holds the parent's id. */
  key: string;
  fields: readonly string[];
  /** Where the parent's cells begin. */
  offset: number;
}

/**
 * Lays out a statement for a level.
 * @param extra further cells of the row itself: name and SQL
 * @param canJoin whether an edge to one parent may be taken along by a join
 */
export function levelOf(
  selection: Selection,
  extra: readonly (readonly [string, string])[],
  canJoin: (edge: SelectedEdge) => boolean,
): Level {
  const own = fieldsOf(selection);
  const fields = [...own, ...extra.map(([name]) => name)];
  const cells = [...own.map((field) => cellOf(selection, field, 't')), ...extra.map(([, sql]) => sql)];
  const joined: JoinedEdge[] = [];
  for (const edge of selection.edges) {
    const spec = selection.model.edges[edge.name];
    if (spec?.kind !== 'one' || !edge.selection || !canJoin(edge)) continue;
    const alias = `j${joined.length}`;
    const parent = edge.selection;
    const parentFields = fieldsOf(parent);
    joined.push({
      edge,
      alias,
      table: parent.model.table,
      key: spec.key,
      fields: parentFields,
      offset: cells.length,
    });
    cells.push(...parentFields.map((field) => cellOf(parent, field, alias)));
  }
  return { selection, fields, cells, joined };
}

/** `select` and `from` of a level. */
export function selectOf({ selection, cells, joined }: Level): string {
  const named = cells.map((sql, index) => `${sql} as c${index}`).join(', ');
  const joins = joined.map(({ alias, table, key }) => {
    const column = cellOf(selection, key, 't');
    return ` left join ${table} ${alias} on ${alias}.id = ${column}`;
  });
  return `select ${named} from ${selection.model.table} t${joins.join('')}`;
}

/** Rows of a level from their cells, with the parents that were taken along hung on them. */
export function rowsOf(level: Level, cells: readonly (readonly unknown[])[]): Row[] {
  const rows = cells.map((values) => objectOf(level.fields, values, 0));
  for (const { edge, fields, offset } of level.joined) {
    const key = hook(edge.responseKey);
    cells.forEach((values, index) => {
      // `id` is the first field of every type.
      (rows[index] as Row)[key] = values[offset] === null ? null : objectOf(fields, values, offset);
    });
  }
  return rows;
}

/** The edges that a level has not taken along. */
export function edgesLeft({ selection, joined }: Level): readonly SelectedEdge[] {
  return joined.length === 0
    ? selection.edges
    : selection.edges.filter((edge) => joined.every((join) => join.edge !== edge));
}

function objectOf(fields: readonly string[], values: readonly unknown[], offset: number): Row {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < fields.length; index += 1)
    row[fields[index] as string] = values[offset + index];
  return row as Row;
}

const known = new WeakMap<Selection, string[]>();

/** `id`, the fields asked for, those always read, and what the edges need. */
function fieldsOf(selection: Selection): string[] {
  const kept = known.get(selection);
  if (kept) return kept;
  const { model } = selection;
  const fields = new Set<string>(['id', ...model.always]);
  for (const field of selection.fields) {
    if (field in model.columns) fields.add(field);
    for (const need of model.needs[field] ?? []) fields.add(need);
  }
  for (const { name } of selection.edges) {
    const edge = model.edges[name];
    if (edge?.kind === 'one') fields.add(edge.key);
    if (edge?.kind === 'one' || edge?.kind === 'computed') edge.needs?.forEach((need) => fields.add(need));
  }
  const list = [...fields];
  known.set(selection, list);
  return list;
}

function cellOf({ model }: Selection, field: string, alias: string): string {
  const expression = field === 'id' ? 't.id' : model.columns[field];
  if (!expression) throw new Error(`${model.type}.${field} has no column`);
  return alias === 't' ? expression : expression.replace(/\bt\./g, `${alias}.`);
}
