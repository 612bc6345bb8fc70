import { createHash } from 'node:crypto';
import type { TestApi } from '../api';

/** A column's value; objects and lists of objects become JSON. */
type Cells = Readonly<Record<string, unknown>>;

/** The same UUID for the same name, in whatever run: golden files can speak of names alone. */
export function worldId(table: string, name: string): string {
  const hex = createHash('sha256').update(`${table} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `corrective_action` → `CorrectiveAction`. */
export function typeOfTable(table: string): string {
  return table.replace(/(^|_)([a-z])/g, (_all, _line, letter: string) => letter.toUpperCase());
}

/** Rows that wait to be written, each under a name of its own. */
export class WorldRows {
  private readonly tables = new Map<string, Map<string, Cells>>();

  /** Adds a row and gives its id. @throws Error when the name is taken: two objects would look like one */
  add(table: string, name: string, cells: Cells): string {
    const id = worldId(table, name);
    const rows = this.tables.get(table) ?? new Map<string, Cells>();
    if (rows.has(name)) throw new Error(`the world has two of ${table} ${name}`);
    this.tables.set(table, rows.set(name, { id, ...cells }));
    return id;
  }

  /** Adds a row of a table that has no id. */
  link(table: string, cells: Cells): void {
    const rows = this.tables.get(table) ?? new Map<string, Cells>();
    this.tables.set(table, rows.set(String(rows.size), cells));
  }

  /** Names of the rows of a table, by id. */
  names(table: string): Map<string, string> {
    const rows = this.tables.get(table) ?? new Map<string, Cells>();
    return new Map(
      [...rows].flatMap(([name, { id }]): [string, string][] => (typeof id === 'string' ? [[id, name]] : [])),
    );
  }

  /** Writes everything, table by table in the order in which the tables were first named. */
  async write(api: TestApi): Promise<void> {
    for (const [table, rows] of this.tables) {
      const shapes = new Map<string, Cells[]>();
      for (const cells of rows.values()) {
        const columns = Object.keys(cells).join(', ');
        shapes.set(columns, [...(shapes.get(columns) ?? []), cells]);
      }
      for (const [columns, cells] of shapes) {
        await api.sql(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(cells)],
        );
      }
    }
  }
}
