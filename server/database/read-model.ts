import type { SortType } from '../kernel/cursor';
import { uuidOf } from '../kernel/ids';
import type { Viewer } from '../kernel/viewer';

/** Registers a value of a statement and gives its placeholder (`$3`). */
export type Bind = (value: unknown) => string;

/**
 * A condition on the rows of the table with alias `t`, as SQL text whose values went through `bind`.
 * Null means no condition.
 */
export type Condition = (t: string, bind: Bind) => string | null;

/**
 * Which rows of a type a viewer may see.
 * @param within type of the visible parent row through which the rows are reached, so that a rule need not ask again what
 *   the parent has already answered; null when they are read by themselves
 * @param parents those parent rows, with the fields that their read model always reads: what all of them answer alike
 *   need not be asked for every row
 */
export type RowRule = (
  viewer: Viewer,
  t: string,
  bind: Bind,
  within: string | null,
  parents?: readonly Row[],
) => string | null;

/** A column to sort by; the id breaks ties. */
export interface Sort {
  column: string;
  /** PostgreSQL type of the column, for the cursor's value. */
  type: SortType;
}

/** To one row: the parent whose id stands in a column of this row. */
export interface OneEdge {
  kind: 'one';
  to: string;
  /** Field of this row that holds the id. */
  key: string;
  /** Fields of this row that the policy looks at before it lets the edge through. */
  needs?: readonly string[];
}

/** To a connection: rows of another type that carry this row's id in `column`. */
export interface ManyEdge {
  kind: 'many';
  to: string;
  column: string;
  /** A further condition that belongs to this edge alone. */
  where?: Condition;
}

/** To a plain list that is documented as small. */
export interface ListEdge {
  kind: 'list';
  to: string;
  /** Column of the other type, or of the table `through`, that holds this row's id. */
  column: string;
  /** Table that links the two, and its column that holds the other row's id: many rows to many. */
  through?: { table: string; key: string };
  /** Whoever sees this row need not see those it leads to: their rule is asked whole, as of rows reached by their id. */
  leadsElsewhere?: true;
  sort: string;
  where?: Condition;
}

/** To one row that carries this row's id (a reply to its finding). */
export interface BackEdge {
  kind: 'back';
  to: string;
  column: string;
  where?: Condition;
}

/** Computed for all rows of a level at once; `needs` are fields of this row that the computation reads. */
export interface ComputedEdge {
  kind: 'computed';
  needs: readonly string[];
  compute: (
    rows: readonly Row[],
    context: ComputeContext,
    args: Readonly<Record<string, unknown>>,
  ) => Promise<unknown[]>;
}

export type Edge = OneEdge | ManyEdge | ListEdge | BackEdge | ComputedEdge;

/** Runs a statement and gives its rows. */
export type Ask = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

/** What a computation may use: the viewer and one statement for all rows. */
export interface ComputeContext {
  viewer: Viewer;
  /** The instant that counts as now. */
  now: Date;
  /** Sees what the viewer may see. */
  sql: Ask;
  /**
   * Sees what acts decide on, whoever it belongs to: for guards and conflict rules, whose answer the viewer may know though
   * not all that it rests on.
   */
  sqlOfActs: Ask;
}

/** A row as read: field names of the API, the raw UUID as `id`, edges hung on it once they are loaded. */
export type Row = Record<string, unknown> & { id: string };

/** How a type of the API is read from its table. */
export interface ReadModel {
  type: string;
  table: string;
  /** Field → SQL expression, `t.` standing for the row. */
  columns: Readonly<Record<string, string>>;
  /** Fields read whether asked for or not, since the policy or the edges look at them. */
  always: readonly string[];
  /** Fields that resolvers derive from other fields. */
  needs: Readonly<Record<string, readonly string[]>>;
  edges: Readonly<Record<string, Edge>>;
  sorts: Readonly<Record<string, Sort>>;
  /** The sort of a connection that names none. */
  defaultSort: string;
  filters: Readonly<Record<string, (value: unknown, t: string, bind: Bind) => string>>;
}

/** The columns of fields named as they are stored: `visitOn` → `t.visit_on`. */
export function columns(fields: string, expressions: Record<string, string> = {}): Record<string, string> {
  const plain = fields.split(/\s+/).filter(Boolean);
  return {
    ...Object.fromEntries(plain.map((field) => [field, `t.${snakeCase(field)}`])),
    ...expressions,
  };
}

/** `correctiveAction` → `corrective_action`. */
export function snakeCase(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

type Definition = Pick<ReadModel, 'type' | 'table' | 'columns'> & Partial<ReadModel>;

/** A read model with what most types share filled in: sorted by creation, nothing computed. */
export function readModel(definition: Definition): ReadModel {
  return {
    always: [],
    needs: {},
    edges: {},
    filters: {},
    sorts: { CREATED_AT: { column: 'created_at', type: 'timestamptz' } },
    defaultSort: 'CREATED_AT',
    ...definition,
  };
}

/** The filter of a column by a list of values. */
export function oneOf(column: string): ReadModel['filters'][string] {
  return (value, t, bind) => `${t}.${column} = any(${bind(value)}::text[])`;
}

/**
 * The filter by ids that clients know objects by; an id of nothing matches nothing.
 * @param type the type of the objects
 * @param matches condition of a row, given the placeholder of a list of UUIDs
 */
export function oneOfIds(
  type: string,
  matches: (t: string, ids: string) => string,
): ReadModel['filters'][string] {
  return (value, t, bind) => {
    const ids = (value as string[]).flatMap((id) => uuidOf(type, id) ?? []);
    return matches(t, `${bind(ids)}::uuid[]`);
  };
}
