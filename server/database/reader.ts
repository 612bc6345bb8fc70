import { createHash } from 'node:crypto';
import type { Viewer } from '../kernel/viewer';
import { edgesLeft, levelOf, rowsOf, selectOf, type Level } from './level';
import { keyset, pageOf, pageOrder, pagePlan, SORT_VALUE, type Page } from './page';
import type { Bind, ComputeContext, Condition, ReadModel, Row, RowRule } from './read-model';
import { hook, type PageRequest, type SelectedEdge, type Selection } from './selection';
import type { Snapshot } from './snapshot';

/** Reads rows for one viewer: everything he sees comes through here, and through its row rules. */
export interface Reader {
  byIds(selection: Selection, ids: readonly string[]): Promise<(Row | null)[]>;
  connection(selection: Selection, page: PageRequest, where?: Condition, list?: string): Promise<Page>;
  /** Loads one edge for many rows at once and gives its value for each. */
  edge(model: ReadModel, edge: SelectedEdge, rows: readonly Row[]): Promise<unknown[]>;
}

interface ReaderParts {
  snapshot: Snapshot;
  viewer: Viewer;
  now: Date;
  rules: (type: string) => RowRule;
}

/** Where a connection hangs: its parents and the column that points to them. */
interface Place {
  parents: readonly Row[];
  column: string;
  within: string;
}

/** Under this name a row carries the id of the row it was read for. */
const PARENT = '→parent';

const LIST_AT_MOST = 1000;

/** A level of at most so many rows takes the parents of its rows along; more rows would carry them too often. */
const JOINED_AT_MOST = 100;

/** A reader bound to one viewer and one snapshot. */
export function createReader({ snapshot, viewer, now, rules }: ReaderParts): Reader {
  const context: ComputeContext = {
    viewer,
    now,
    sql: async <T>(text: string, values: readonly unknown[]) =>
      (await snapshot.objects({ text, values })) as T[],
    sqlOfActs: async <T>(text: string, values: readonly unknown[]) =>
      (await snapshot.objectsOfActs({ text, values })) as T[],
  };

  /** Reads under way that may still send a statement: the last statement of the only one closes the snapshot. */
  let branches = 0;

  async function asBranch<T>(read: () => Promise<T>): Promise<T> {
    branches += 1;
    try {
      // The other root fields of the request join in before the first statement goes out.
      await Promise.resolve();
      return await read();
    } finally {
      branches -= 1;
    }
  }

  const visible = (
    type: string,
    bind: Bind,
    within: string | null,
    parents?: readonly Row[],
  ): string | null => rules(type)(viewer, 't', bind, within, parents);

  /** A level of at most `size` rows. */
  function level(selection: Selection, size: number, ...extra: (readonly [string, string])[]): Level {
    return levelOf(selection, extra, ({ selection: parent }) => {
      if (size > JOINED_AT_MOST || !parent || parent.edges.length > 0) return false;
      return visible(parent.model.type, () => '', selection.model.type) === null;
    });
  }

  /** Runs the statement of a level, then follows the edges that it has not taken along. */
  async function read(of: Level, build: (select: string, bind: Bind) => string, more = 0): Promise<Row[]> {
    const values: unknown[] = [];
    const text = build(selectOf(of), (value) => `$${values.push(value)}`);
    const isLast = branches === 1 && more === 0 && edgesLeft(of).length === 0;
    const name = statementName(text);
    return rowsOf(of, await snapshot.cells({ text, values, name }, isLast));
  }

  /** Follows edges for all rows of a level, each in one statement, all at once. */
  async function follow(of: Level, rows: readonly Row[]): Promise<void> {
    const edges = edgesLeft(of);
    if (rows.length === 0 || edges.length === 0) return;
    branches += edges.length - 1;
    let left = edges.length;
    await Promise.all(
      edges.map(async (edge) => {
        const values = await loadEdge(of.selection.model, edge, rows);
        const key = hook(edge.responseKey);
        for (let index = 0; index < rows.length; index += 1) (rows[index] as Row)[key] = values[index];
        left -= 1;
        if (left > 0) branches -= 1;
      }),
    );
  }

  async function byIds(selection: Selection, ids: readonly string[], within: string | null = null) {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const { type } = selection.model;
    const of = level(selection, wanted.length);
    const rows = await read(of, (select, bind) => {
      const match = wanted.length === 1 ? `t.id = ${bind(wanted[0])}` : `t.id = any(${bind(wanted)}::uuid[])`;
      return where(select, match, visible(type, bind, within));
    });
    await follow(of, rows);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async function loadEdge(
    model: ReadModel,
    selected: SelectedEdge,
    rows: readonly Row[],
  ): Promise<unknown[]> {
    const edge = model.edges[selected.name];
    if (!edge) throw new Error(`${model.type}.${selected.name} is not an edge`);
    if (edge.kind === 'computed') return edge.compute(rows, context, selected.args);
    const { selection } = selected;
    if (!selection) throw new Error(`${model.type}.${selected.name} needs a selection`);
    if (edge.kind === 'one') {
      const ids = rows.map((row) => row[edge.key] as string | null);
      const present = ids.filter((id): id is string => id !== null);
      const found = await byIds(selection, present, model.type);
      const byId = new Map(present.map((id, index) => [id, found[index] ?? null]));
      return ids.map((id) => (id === null ? null : (byId.get(id) ?? null)));
    }
    if (edge.kind === 'many') {
      const place = { parents: rows, column: edge.column, within: model.type };
      return pages(selection, selected.args, place, `${model.type}.${selected.name}`, edge.where);
    }
    const through = edge.kind === 'list' ? edge.through : undefined;
    const link = through ? ` join ${through.table} link on link.${through.key} = t.id` : '';
    const parent = `${through ? 'link' : 't'}.${edge.column}`;
    const within = edge.kind === 'list' && edge.leadsElsewhere ? null : model.type;
    const of = level(selection, Infinity, [PARENT, parent]);
    const children = await read(of, (select, bind) => {
      const match = oneOrAny(parent, rows, bind);
      const rule = visible(selection.model.type, bind, within, rows);
      const sort = edge.kind === 'list' ? edge.sort : 'id';
      const order = `order by t.${sort}, t.id limit ${LIST_AT_MOST * rows.length}`;
      return `${where(select + link, match, rule, edge.where?.('t', bind) ?? null)} ${order}`;
    });
    await follow(of, children);
    const groups = groupByParent(children);
    if (edge.kind === 'list') return rows.map((row) => groups.get(row.id) ?? []);
    return rows.map((row) => groups.get(row.id)?.[0] ?? null);
  }

  /**
   * Pages of a connection for each of many parents, in one statement (and one more for `totalCount`); without a place,
   * the one page of a root connection.
   */
  async function pages(
    selection: Selection,
    request: PageRequest,
    place: Place | null,
    list: string,
    condition?: Condition,
  ): Promise<Page[]> {
    const { model } = selection;
    const plan = pagePlan(model, request, list);
    const conditions = (bind: Bind): (string | null)[] => [
      visible(model.type, bind, place?.within ?? null, place?.parents),
      condition?.('t', bind) ?? null,
      ...filtersOf(model, request, bind),
    ];
    const cells: (readonly [string, string])[] = [];
    if (selection.wantsCursors || selection.wantsPage) cells.push([SORT_VALUE, `t.${plan.sort.column}`]);
    const isOne = place?.parents.length === 1;
    if (place && !isOne) cells.push([PARENT, `t.${place.column}`]);
    const of = level(selection, plan.size * (place?.parents.length ?? 1), ...cells);
    const rows = await read(
      of,
      (select, bind) => {
        const page = (match: string | null): string =>
          `${where(select, match, ...conditions(bind), keyset(plan, bind))} ${pageOrder(plan)}`;
        if (!place) return page(null);
        const column = `t.${place.column}`;
        if (isOne) return page(`${column} = ${bind(place.parents[0]?.id)}`);
        const ids = bind(place.parents.map((parent) => parent.id));
        return `select child.* from unnest(${ids}::uuid[]) parent (id) cross join lateral (${page(`${column} = parent.id`)}) child`;
      },
      selection.wantsTotal ? 1 : 0,
    );
    const totals = selection.wantsTotal ? await totalCounts(model, place, conditions) : null;
    const total = (id: string): number | null => totals && (totals.get(id) ?? 0);
    const groups = place && !isOne ? groupByParent(rows) : null;
    const made = groups
      ? (place?.parents ?? []).map((parent) =>
          pageOf(groups.get(parent.id) ?? [], plan, total(parent.id), selection),
        )
      : [pageOf(rows, plan, total(place?.parents[0]?.id ?? ''), selection)];
    await follow(of, made.length === 1 && made[0] ? made[0].nodes : made.flatMap((page) => page.nodes));
    return made;
  }

  async function totalCounts(
    model: ReadModel,
    place: Place | null,
    conditions: (bind: Bind) => (string | null)[],
  ): Promise<Map<string, number>> {
    const values: unknown[] = [];
    const bind: Bind = (value) => `$${values.push(value)}`;
    const key = place ? `t.${place.column}` : `''`;
    const match = place ? oneOrAny(`t.${place.column}`, place.parents, bind) : null;
    const text = where(
      `select ${key} as id, count(*)::int as total from ${model.table} t`,
      match,
      ...conditions(bind),
    );
    const counted = await snapshot.objects({
      text: place ? `${text} group by t.${place.column}` : text,
      values,
    });
    return new Map(counted.map((row) => [row['id'] as string, row['total'] as number]));
  }

  return {
    byIds: (selection, ids) =>
      asBranch(() => byIds(selection, ids)).then((rows) => (rows.length ? rows : ids.map(() => null))),
    async connection(selection, page, condition, list = selection.model.type) {
      const [made] = await asBranch(() => pages(selection, page, null, list, condition));
      if (!made) throw new Error('a root connection has one page');
      return made;
    },
    edge: (model, edge, rows) => asBranch(() => loadEdge(model, edge, rows)),
  };
}

function filtersOf(model: ReadModel, request: PageRequest, bind: Bind): string[] {
  return Object.entries(request.filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => {
      const filter = model.filters[name];
      if (!filter) throw new Error(`${model.type} has no filter ${name}`);
      return filter(value, 't', bind);
    });
}

function oneOrAny(column: string, rows: readonly Row[], bind: Bind): string {
  if (rows.length === 1) return `${column} = ${bind(rows[0]?.id)}`;
  return `${column} = any(${bind(rows.map((row) => row.id))}::uuid[])`;
}

function groupByParent(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = row[PARENT] as string;
    const group = groups.get(parent);
    if (group) group.push(row);
    else groups.set(parent, [row]);
  }
  return groups;
}

function where(select: string, ...conditions: (string | null)[]): string {
  const present = conditions.filter((condition): condition is string => condition !== null);
  return present.length === 0 ? select : `${select} where ${present.join(' and ')}`;
}

const names = new Map<string, string>();
const NAMES_AT_MOST = 2000;

/** A short name per statement text, so that PostgreSQL keeps its plan; the number of names is bounded. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= NAMES_AT_MOST) return undefined;
  const name = `r${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
