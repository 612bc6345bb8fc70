import { readModels } from '../../../server/graphql/read-models';
import { columns, type ReadModel } from '../../../server/database/read-model';
import type { TestApi } from '../api';
import type { World } from '.';

/** A row as the owner of the database reads it, with every field of its read model. */
export type Fact = Readonly<Record<string, unknown>> & { id: string };

/** What is true of the world, whoever asks: the rows of each type, and which rows each edge leads to. */
export interface WorldFacts {
  rows: ReadonlyMap<string, ReadonlyMap<string, Fact>>;
  /** By `Type.edge`, then by the id of the parent. */
  edges: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** Types whose rows a field makes, and nobody reads by themselves; what hangs on them is read like anything else. */
export const COMPUTED_TYPES: ReadonlySet<string> = new Set([
  'SectionScore',
  'ClauseCoverage',
  'CriterionCoverage',
  'CaseCriterion',
  'CaseResult',
  'CaseRound',
  'PooledCriterion',
  'MeasuredCriterion',
  'ComparedFigure',
  // They have no id of their own: each is one with its evidence.
  'EvidenceFile',
  'EvidenceScan',
]);

/** Read models of the types that are read by themselves. */
export const readTypes: readonly ReadModel[] = [...readModels.values()].filter(
  ({ type }) => !COMPUTED_TYPES.has(type),
);

/** Reads all of it as the owner, past both walls. */
export async function worldFacts(api: TestApi): Promise<WorldFacts> {
  const rows = new Map<string, Map<string, Fact>>();
  for (const model of readTypes) {
    const cells = Object.entries({ ...columns('id'), ...model.columns }).map(
      ([name, sql]) => `${sql} as "${name}"`,
    );
    const found = await api.sql<Fact>(`select ${cells.join(', ')} from ${model.table} t`);
    rows.set(model.type, new Map(found.map((row) => [row.id, row])));
  }
  const edges = new Map<string, Map<string, string[]>>();
  for (const model of readTypes) {
    for (const [name, edge] of Object.entries(model.edges)) {
      if (edge.kind === 'computed') continue;
      const pairs =
        edge.kind === 'one'
          ? [...(rows.get(model.type)?.values() ?? [])].map((row) => ({
              parent: row.id,
              child: row[edge.key] as string | null,
            }))
          : await childrenOf(api, edge);
      const led = new Map<string, string[]>();
      for (const { parent, child } of pairs) {
        if (child !== null) led.set(parent, [...(led.get(parent) ?? []), child]);
      }
      edges.set(`${model.type}.${name}`, led);
    }
  }
  return { rows, edges };
}

type PluralEdge = Exclude<ReadModel['edges'][string], { kind: 'one' } | { kind: 'computed' }>;

function childrenOf(api: TestApi, edge: PluralEdge): Promise<{ parent: string; child: string }[]> {
  const values: unknown[] = [];
  const condition = edge.where?.('t', (value) => `$${values.push(value)}`);
  const through = edge.kind === 'list' ? edge.through : undefined;
  const link = through ? ` join ${through.table} link on link.${through.key} = t.id` : '';
  const parent = `${through ? 'link' : 't'}.${edge.column}`;
  const table = readModels.get(edge.to)?.table;
  return api.sql(
    `select ${parent} as parent, t.id as child from ${table} t${link}
     where ${parent} is not null${condition ? ` and ${condition}` : ''}`,
    values,
  );
}

/** Name of a row in the world. */
export function nameIn(world: World, type: string, id: string): string {
  const table = type.replace(
    /[A-Z]/g,
    (capital, at: number) => `${at > 0 ? '_' : ''}${capital.toLowerCase()}`,
  );
  return world.names.get(table)?.get(id) ?? `unknown ${type} ${id}`;
}
