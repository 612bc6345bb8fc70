import type { ReadModel } from './read-model';

/** How much of a connection is asked for, and from where. */
export interface PageRequest {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  sort?: string | null;
  direction?: 'ASC' | 'DESC' | null;
  filter?: object | null;
}

/** What of a type is asked for, level by level: the statement of a level is written from it once and kept. */
export interface Selection {
  model: ReadModel;
  /** Plain fields asked for, in a stable order. */
  fields: readonly string[];
  edges: readonly SelectedEdge[];
  /** Which parts of the connection around these rows are asked for. */
  wantsCursors: boolean;
  wantsTotal: boolean;
  wantsPage: boolean;
}

/** An edge asked for under a name of the client's choice. */
export interface SelectedEdge {
  responseKey: string;
  name: string;
  args: Readonly<Record<string, unknown>>;
  /** What is asked of the other end; null for computed values. */
  selection: Selection | null;
}

const hooks = new Map<string, string>();

/** Where an edge that was loaded ahead hangs on its row. Kept, since building a property's name costs more than using it. */
export function hook(responseKey: string): string {
  const known = hooks.get(responseKey);
  if (known) return known;
  const name = `→${responseKey}`;
  // Aliases are the client's: what he invents is not kept for ever.
  if (hooks.size < HOOKS_AT_MOST) hooks.set(responseKey, name);
  return name;
}

const HOOKS_AT_MOST = 5000;
