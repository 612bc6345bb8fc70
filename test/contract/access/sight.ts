import type { ApiClient, Json } from '../../support/api';
import { policy } from '../../../server/identity/policy';
import { globalId } from '../../../server/kernel/ids';
import { PUBLISHED, type World } from '../../support/world';
import { nameIn, readTypes, type WorldFacts } from '../../support/world/world-facts';
import { askEdge, edgesOf, leavesOf, objectType, rowsAt, TRAVELLING, uuidIn } from './ask';

/** What a viewer gets to see, by names of the world. */
export interface Sight {
  /** By type: rows that he may ask for by themselves. */
  rows: Map<string, Set<string>>;
  /** By `Type.field`, for fields that are for some only: rows of which he reads it. */
  fields: Map<string, Set<string>>;
  /**
   * By `Type.edge → Type`, further down `Type.edge.edge → Type`: rows that he sees there alone, and after `not` those that
   * he might ask for and does not see there. `Type.edge.field`: rows there of which he reads what is for some only.
   */
  edges: Map<string, Set<string>>;
  /** How many answers of single fields and edges were looked at. */
  cells: number;
  /** Fields that were empty though the row has a value, or the other way round. */
  wrong: string[];
}

/** How many rows of the published templates stand for all of them. */
const SAMPLE = 5;

/** Ids of a type to ask about: all, but few of those that were loaded with the templates. */
export function asked(world: World, facts: WorldFacts, type: string): string[] {
  const ids = [...(facts.rows.get(type)?.keys() ?? [])];
  const loaded = ids.filter((id) => nameIn(world, type, id) === PUBLISHED);
  return [...ids.filter((id) => nameIn(world, type, id) !== PUBLISHED), ...loaded.slice(0, SAMPLE)];
}

/** The same in chunks. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_none, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/**
 * Looks at everything there is with the eyes of one viewer, through `nodes` and the edges of what he sees.
 * @param only types to begin at
 * @param known rows that he sees of the others
 */
export async function sightOf(
  client: ApiClient,
  world: World,
  facts: WorldFacts,
  only: readonly string[] = readTypes.map(({ type }) => type),
  known: (type: string) => ReadonlySet<string> = () => new Set<string>(),
): Promise<Sight> {
  const sight: Sight = { rows: new Map(), fields: new Map(), edges: new Map(), cells: 0, wrong: [] };
  const found = new Map<string, Map<string, Json>>();
  for (const { type } of readTypes) if (!only.includes(type)) sight.rows.set(type, new Set(known(type)));
  for (const type of only) {
    const rows = new Map<string, Json>();
    const edges = edgesOf(type).map(([name]) => askEdge(type, name));
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${leavesOf(type).join(' ')} ${edges.join(' ')} } } }`;
    for (const ids of chunks(asked(world, facts, type), 30)) {
      const { data, errors } = await client.run(document, { ids: ids.map((id) => globalId(type, id)) });
      // Nothing may be hidden by a fault; whoever is not signed in sees nothing.
      if (errors?.some(({ extensions }: Json) => extensions.code !== 'UNAUTHENTICATED'))
        throw new Error(`${type}: ${JSON.stringify(errors)}`);
      (data?.nodes ?? []).forEach((node: Json, index: number) => node && rows.set(ids[index] ?? '', node));
      sight.cells += ids.length * leavesOf(type).length;
    }
    found.set(type, rows);
    sight.rows.set(type, new Set([...rows.keys()].map((id) => nameIn(world, type, id))));
    readFields(sight, world, facts, type, rows);
  }
  for (const [type, rows] of found) followEdges(sight, world, facts, type, rows, type);
  return sight;
}

/** Compares what hangs on rows with what hangs on them in truth and might be seen. */
function followEdges(
  sight: Sight,
  world: World,
  facts: WorldFacts,
  type: string,
  rows: ReadonlyMap<string, Json>,
  place: string,
): void {
  const note = (key: string, name: string): void => {
    sight.edges.set(key, (sight.edges.get(key) ?? new Set()).add(name));
  };
  for (const [name, to] of edgesOf(type)) {
    const led = facts.edges.get(`${type}.${name}`);
    const below = new Map<string, Json>();
    const key = `${place}.${name} → ${to}`;
    for (const [id, row] of rows) {
      if (row[name] === undefined) continue;
      const got = new Map(rowsAt(row[name]).map((child) => [child.id ? uuidIn(child.id) : id, child]));
      const might = (led?.get(id) ?? []).filter((child) => sight.rows.get(to)?.has(nameIn(world, to, child)));
      sight.cells += Math.max(got.size, 1);
      for (const [child, node] of got) {
        below.set(child, node);
        if (!might.includes(child)) note(key, nameIn(world, to, child));
      }
      for (const child of might) if (!got.has(child)) note(key, `not ${nameIn(world, to, child)}`);
    }
    if (!TRAVELLING.has(to)) continue;
    followEdges(sight, world, facts, to, below, `${place}.${name}`);
    for (const field of Object.keys(policy.types[to]?.restricted ?? {})) {
      for (const [id, node] of below) {
        const child = nameIn(world, to, id);
        const isToldAlready = sight.fields.get(`${to}.${field}`)?.has(child);
        if ((node[field] ?? null) !== null && !isToldAlready) note(`${place}.${name}.${field}`, child);
      }
    }
  }
}

/** Which restricted fields have a value, and whether the others have what the row has. */
function readFields(
  sight: Sight,
  world: World,
  facts: WorldFacts,
  type: string,
  rows: ReadonlyMap<string, Json>,
): void {
  const restricted = policy.types[type]?.restricted ?? {};
  const model = readTypes.find((each) => each.type === type);
  for (const field of Object.keys(objectType(type).getFields())) {
    const edge = model?.edges[field];
    const key = edge?.kind === 'one' ? edge.key : field;
    const isRestricted = field in restricted;
    if (!isRestricted && (edge || !(key in (model?.columns ?? {})))) continue;
    // What is computed or a list has no column to be compared with: who reads it is noted, and no more.
    const isStored = !edge || edge.kind === 'one';
    const read = new Set<string>();
    for (const [id, row] of rows) {
      const has = (facts.rows.get(type)?.get(id)?.[key] ?? null) !== null;
      const got = (row[field] ?? null) !== null;
      const name = nameIn(world, type, id);
      if (isRestricted && got) read.add(name);
      if (isStored && (got ? !has : has && !isRestricted)) sight.wrong.push(`${type}.${field} of ${name}`);
    }
    if (isRestricted) sight.fields.set(`${type}.${field}`, read);
  }
}
