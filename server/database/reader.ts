import { createHash } from 'node:crypto';
import { decodeCursor, encodeCursor, listFingerprint } from '../kernel/cursor';
import { refuse } from '../kernel/outcome';
import type { Viewer } from '../kernel/viewer';
import type { Bind, ComputeContext, Condition, ReadModel, Row, RowRule } from './read-model';
import { hook, type PageRequest, type SelectedEdge, type Selection } from './selection';

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

/** One statement with its values; `name` lets the server keep its plan. */
export type RunSql = (text: string, values: readonly unknown[], name?: string) => Promise<Row[]>;

/** Reads rows for one viewer: everything he sees comes through here, and through its row rules. */
export interface Reader {
  byIds(selection: Selection, ids: readonly string[]): Promise<(Row | null)[]>;
  connection(selection: Selection, page: PageRequest, where?: Condition, list?: string): Promise<Page>;
  /** Loads one edge for many rows at once and gives its value for each. */
  edge(model: ReadModel, edge: SelectedEdge, rows: readonly Row[]): Promise<unknown[]>;
}

interface ReaderParts {
  run: RunSql;
  viewer: Viewer;
  now: Date;
  rules: (type: string) => RowRule;
}

const DEFAULT_LIST_LIMIT = 1000;

/** A reader bound to one viewer and one transaction. */
export function createReader({ run, viewer, now, rules }: ReaderParts): Reader {
  const context: ComputeContext = {
    viewer,
    now,
    sql: async <T>(text: string, values: readonly unknown[]) => (await run(text, values)) as T[],
  };

  /** `select` list of a level: the fields asked for, those always read, and the keys of its edges. */
  function fieldsOf(selection: Selection): string[] {
    const { model } = selection;
    const fields = new Set<string>(['id', ...model.always]);
    for (const field of selection.fields) {
      if (field in model.columns) fields.add(field);
      for (const need of model.needs[field] ?? []) fields.add(need);
    }
    for (const { name } of selection.edges) {
      const edge = model.edges[name];
      if (edge?.kind === 'one') fields.add(edge.key);
      if (edge?.kind === 'computed') edge.needs.forEach((need) => fields.add(need));
    }
    return [...fields];
  }

  function selectList(selection: Selection, t: string, extra: readonly string[] = []): string {
    const { model } = selection;
    const list = fieldsOf(selection).map((field) => {
      const expression = field === 'id' ? 't.id' : model.columns[field];
      if (!expression) throw new Error(`${model.type}.${field} has no column`);
      return `${expression.replaceAll('t.', `${t}.`)} as "${field}"`;
    });
    return [...list, ...extra].join(', ');
  }

  function visible(type: string, t: string, bind: Bind, within: string | null): string | null {
    return rules(type)(viewer, t, bind, within);
  }

  async function statement(build: (bind: Bind) => string): Promise<Row[]> {
    const values: unknown[] = [];
    const text = build((value) => `$${values.push(value)}`);
    return run(text, values, statementName(text));
  }

  /** Follows every edge of a level for all its rows, each in one statement, all at once. */
  async function follow(selection: Selection, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0 || selection.edges.length === 0) return;
    await Promise.all(
      selection.edges.map(async (edge) => {
        const values = await loadEdge(selection.model, edge, rows);
        const key = hook(edge.responseKey);
        rows.forEach((row, index) => {
          row[key] = values[index];
        });
      }),
    );
  }

  async function byIds(selection: Selection, ids: readonly string[], within: string | null = null) {
    const wanted = [...new Set(ids)];
    const rows =
      wanted.length === 0
        ? []
        : await statement((bind) =>
            where(
              `select ${selectList(selection, 't')} from ${selection.model.table} t`,
              wanted.length === 1 ? `t.id = ${bind(wanted[0])}` : `t.id = any(${bind(wanted)}::uuid[])`,
              visible(selection.model.type, 't', bind, within),
            ),
          );
    await follow(selection, rows);
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
      return pages(
        selection,
        selected.args,
        rows,
        edge.column,
        model.type,
        `${model.type}.${selected.name}`,
        edge.where,
      );
    }
    const sort = edge.kind === 'list' ? edge.sort : 'id';
    const through = edge.kind === 'list' ? edge.through : undefined;
    const link = through ? ` join ${through.table} link on link.${through.key} = t.id` : '';
    const parent = `${through ? 'link' : 't'}.${edge.column}`;
    const children = await statement(
      (bind) =>
        where(
          `select ${selectList(selection, 't', [`${parent} as "→parent"`])} from ${selection.model.table} t${link}`,
          rows.length === 1
            ? `${parent} = ${bind(rows[0]?.id)}`
            : `${parent} = any(${bind(rows.map((row) => row.id))}::uuid[])`,
          visible(selection.model.type, 't', bind, model.type),
          edge.where?.('t', bind) ?? null,
        ) + ` order by t.${sort}, t.id limit ${DEFAULT_LIST_LIMIT * Math.max(1, rows.length)}`,
    );
    await follow(selection, children);
    const groups = groupByParent(children);
    return rows.map((row) =>
      edge.kind === 'list' ? (groups.get(row.id) ?? []) : (groups.get(row.id)?.[0] ?? null),
    );
  }

  /**
   * Pages of a connection for each of many parents, in one statement (and one more for `totalCount`).
   * With no parents: the page of a root connection.
   */
  async function pages(
    selection: Selection,
    request: PageRequest,
    parents: readonly Row[] | null,
    column: string | null,
    within: string | null,
    list: string,
    condition?: Condition,
  ): Promise<Page[]> {
    const { model } = selection;
    const plan = pagePlan(model, request, list);
    const filters = (t: string, bind: Bind): (string | null)[] => [
      visible(model.type, t, bind, within),
      condition?.(t, bind) ?? null,
      ...Object.entries(request.filter ?? {})
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => {
          const filter = model.filters[name];
          if (!filter) throw new Error(`${model.type} has no filter ${name}`);
          return filter(value, t, bind);
        }),
    ];
    const needsSortValue = selection.wantsCursors || selection.wantsPage;
    const order = `order by t.${plan.sort.column} ${plan.reads}, t.id ${plan.reads} limit ${plan.size + 1}`;
    const own = (bind: Bind, extra: string[], match: string | null): string =>
      where(
        `select ${selectList(selection, 't', [...(needsSortValue ? [`t.${plan.sort.column} as "→sort"`] : []), ...extra])} from ${model.table} t`,
        match,
        ...filters('t', bind),
        plan.position ? keyset(plan, bind) : null,
      ) + ` ${order}`;

    const rows = await statement((bind) => {
      if (!parents || column === null) return own(bind, [], null);
      if (parents.length === 1)
        return own(bind, [`t.${column} as "→parent"`], `t.${column} = ${bind(parents[0]?.id)}`);
      const ids = bind(parents.map((parent) => parent.id));
      const inner = own(bind, [`t.${column} as "→parent"`], `t.${column} = parent.id`);
      return `select child.* from unnest(${ids}::uuid[]) parent (id) cross join lateral (${inner}) child`;
    });
    const totals = selection.wantsTotal ? await totalCounts(parents, column, filters, model) : null;
    if (!parents) {
      const page = pageOf(rows, plan, totals?.get('') ?? 0, selection);
      await follow(selection, page.nodes);
      return [page];
    }
    const groups = groupByParent(rows);
    const made = parents.map((parent) =>
      pageOf(groups.get(parent.id) ?? [], plan, totals?.get(parent.id) ?? 0, selection),
    );
    await follow(
      selection,
      made.flatMap((page) => page.nodes),
    );
    return made;
  }

  async function totalCounts(
    parents: readonly Row[] | null,
    column: string | null,
    filters: (t: string, bind: Bind) => (string | null)[],
    model: ReadModel,
  ): Promise<Map<string, number>> {
    const counted = await statement((bind) => {
      const key = parents ? `t.${column}::text` : `''`;
      const match = parents ? `t.${column} = any(${bind(parents.map((parent) => parent.id))}::uuid[])` : null;
      const text = where(
        `select ${key} as "id", count(*)::int as "total" from ${model.table} t`,
        match,
        ...filters('t', bind),
      );
      return parents ? `${text} group by t.${column}` : text;
    });
    return new Map(counted.map((row) => [row.id, row['total'] as number]));
  }

  return {
    byIds: (selection, ids) => byIds(selection, ids),
    async connection(selection, page, condition, list = selection.model.type) {
      const [made] = await pages(selection, page, null, null, null, list, condition);
      if (!made) throw new Error('a root connection has one page');
      return made;
    },
    edge: loadEdge,
  };
}

interface PagePlan {
  size: number;
  sort: ReadModel['sorts'][string];
  /** Direction in which the database reads; the reverse of what is shown when paging backwards. */
  reads: 'asc' | 'desc';
  backwards: boolean;
  fingerprint: string;
  position: { value: string | number | null; id: string } | null;
}

function pagePlan(model: ReadModel, request: PageRequest, list: string): PagePlan {
  const { first, last, after, before } = request;
  const backwards = first === null || first === undefined;
  const size = backwards ? last : first;
  const bothOrNone = ((first ?? null) !== null) === ((last ?? null) !== null);
  if (bothOrNone || !size || size < 1 || size > 100)
    refuse('PAGE_SIZE_MISSING', [backwards ? 'last' : 'first']);
  if ((backwards && after) || (!backwards && before))
    refuse('CURSOR_INVALID', [backwards ? 'after' : 'before']);
  const sortName = request.sort ?? model.defaultSort;
  const sort = model.sorts[sortName];
  if (!sort) throw new Error(`${model.type} has no sort ${sortName}`);
  const descending = request.direction === 'DESC';
  const fingerprint = listFingerprint(list, sortName, descending ? 'DESC' : 'ASC', request.filter);
  const cursor = backwards ? before : after;
  const position = cursor ? decodeCursor(fingerprint, cursor) : null;
  if (cursor && !position) refuse('CURSOR_INVALID', [backwards ? 'before' : 'after']);
  return { size, sort, reads: descending !== backwards ? 'desc' : 'asc', backwards, fingerprint, position };
}

function keyset(plan: PagePlan, bind: Bind): string {
  const compare = plan.reads === 'asc' ? '>' : '<';
  return `(t.${plan.sort.column}, t.id) ${compare} (${bind(plan.position?.value)}::${plan.sort.type}, ${bind(plan.position?.id)}::uuid)`;
}

function pageOf(read: Row[], plan: PagePlan, total: number, selection: Selection): Page {
  const hasMore = read.length > plan.size;
  const nodes = hasMore ? read.slice(0, plan.size) : read;
  if (plan.backwards) nodes.reverse();
  const cursorOf = (row: Row): string =>
    encodeCursor(plan.fingerprint, { value: row['→sort'] as string | number | null, id: row.id });
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
    totalCount: selection.wantsTotal ? total : null,
  };
}

function groupByParent(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = row['→parent'] as string;
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

/** A short name per statement text, so that PostgreSQL keeps its plan; the number of names is bounded. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= 2000) return undefined;
  const name = `r${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
