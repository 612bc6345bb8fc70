import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { readModels } from '../../../server/graphql/read-models';
import { globalId } from '../../../server/kernel/ids';
import type { ApiClient, Json } from '../../support/api';
import type { World } from '../../support/world';
import { nameIn, readTypes, type WorldFacts } from '../../support/world/world-facts';
import { edgesOf, isConnection, rowsAt, schema, uuidIn } from './ask';
import { asked, chunks } from './sight';
import type { GoldenSight } from './sight-golden';

/** What one way to the objects gave, against what the golden file lets through. */
export interface Comparison {
  /** Answers that were compared. */
  cells: number;
  leaks: string[];
  refusals: string[];
}

/** Who looks, at what, and what he should see. */
export interface Look {
  client: ApiClient;
  world: World;
  facts: WorldFacts;
  golden: GoldenSight;
}

const ALIASES_AT_MOST = 25;

const queries = Object.values(schema.getQueryType()?.getFields() ?? {});

/** Root fields that look one object up by its id. */
export const lookups = queries.filter(
  (field) => field.args.length === 1 && field.args[0]?.name === 'id' && readModels.has(String(field.type)),
);

/** Root connections. */
export const roots = queries.filter((field) => getNamedType(field.type).name.endsWith('Connection'));

/** The type of the rows of a root connection. */
export function nodeTypeOf(field: GraphQLField<unknown, unknown>): string {
  return getNamedType(field.type).name.replace(/Connection$/, '');
}

function compare(to: Comparison, path: string, name: string, got: boolean, may: boolean): void {
  to.cells += 1;
  if (got && !may) to.leaks.push(`${path} shows ${name}`);
  if (!got && may) to.refusals.push(`${path} hides ${name}`);
}

const nothing = (): Comparison => ({ cells: 0, leaks: [], refusals: [] });

/** Many objects in one request, each under an alias of its own, with a named and an inline fragment. */
async function underAliases(
  look: Look,
  type: string,
  path: string,
  ask: (index: number) => string,
): Promise<Comparison> {
  const result = nothing();
  for (const ids of chunks(asked(look.world, look.facts, type), ALIASES_AT_MOST)) {
    const variables = Object.fromEntries(ids.map((id, index) => [`i${index}`, globalId(type, id)]));
    const document = `query (${ids.map((_id, index) => `$i${index}: ID!`).join(' ')}) {
      ${ids.map((_id, index) => `a${index}: ${ask(index)} { ...F ... on ${type} { again: id } }`).join('\n')} }
      fragment F on ${type} { id }`;
    const { data } = await look.client.run(document, variables);
    ids.forEach((id, index) => {
      const row: Json = data?.[`a${index}`];
      const name = nameIn(look.world, type, id);
      const got = !!row && uuidIn(row.id) === id && row.again === row.id;
      compare(result, path, name, got, look.golden.rows(type).has(name));
    });
  }
  return result;
}

/** Each object by the root field of its type. */
export function byLookup(look: Look, field: GraphQLField<unknown, unknown>): Promise<Comparison> {
  return underAliases(look, String(field.type), field.name, (index) => `${field.name}(id: $i${index})`);
}

/** Each object by `node(id)`. */
export function byNode(look: Look, type: string): Promise<Comparison> {
  return underAliases(look, type, `node: ${type}`, (index) => `node(id: $i${index})`);
}

/** Every row that the golden file lets through, of those that a condition of the world holds for. */
function expected({ facts, golden, world }: Look, type: string, ids?: ReadonlySet<string>): Set<string> {
  const all = [...(facts.rows.get(type)?.keys() ?? [])].filter((id) => !ids || ids.has(id));
  return new Set(all.filter((id) => golden.rows(type).has(nameIn(world, type, id))));
}

/** Every argument that sorts a root connection, with each direction. */
function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const sort = field.args.find(({ name }) => name === 'sort');
  const type = sort && getNamedType(sort.type);
  const sorts = isEnumType(type) ? type.getValues().map(({ name }) => `, sort: ${name}`) : [''];
  return sorts.flatMap((each) => ['ASC', 'DESC'].map((direction) => `${each}, direction: ${direction}`));
}

/** A root connection, all its pages: `nodes`, `edges`, cursors, every order, and `totalCount` beside them. */
export async function byConnection(look: Look, field: GraphQLField<unknown, unknown>): Promise<Comparison> {
  const type = nodeTypeOf(field);
  const result = nothing();
  const may = expected(look, type);
  for (const order of ordersOf(field)) {
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const page: Json = (
        await look.client.run(
          `query ($after: String) { ${field.name}(first: 40, after: $after${order}) {
            totalCount pageInfo { hasNextPage endCursor } nodes { id } edges { cursor node { id } } } }`,
          { after },
        )
      ).data?.[field.name];
      if (!page) break;
      const ids: string[] = page.nodes.map((node: Json) => uuidIn(node.id));
      const beside: string[] = page.edges.map((edge: Json) => uuidIn(edge.node.id));
      if (ids.join() !== beside.join()) result.leaks.push(`${field.name}: edges are other rows than nodes`);
      if (page.totalCount !== may.size)
        result.leaks.push(`${field.name} counts ${page.totalCount}, not ${may.size}`);
      result.cells += 1;
      ids.forEach((id) => seen.add(id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    for (const id of new Set([...seen, ...may]))
      compare(result, field.name + order, nameIn(look.world, type, id), seen.has(id), may.has(id));
  }
  return result;
}

/** Values that a filter of a type is tried with. */
function triesOf(look: Look, type: string, name: string, filter: GraphQLInputField): unknown[] {
  const named = getNamedType(filter.type);
  const isList = String(filter.type).startsWith('[');
  if (isEnumType(named)) return named.getValues().map((value) => (isList ? [value.name] : value.name));
  if (named.name === 'Boolean') return [true, false];
  const rows = [...(look.facts.rows.get(type)?.values() ?? [])].slice(0, 12);
  const target = /^(\w+)Ids$/.exec(name)?.[1];
  if (named.name === 'ID' && target) {
    const to = target[0]?.toUpperCase() + target.slice(1);
    return [...(look.facts.rows.get(to)?.keys() ?? [])].slice(0, 12).map((id) => [globalId(to, id)]);
  }
  const key = name.replace(/s$/, '');
  const values = new Set(rows.map((row) => row[key] ?? row['name']).filter((value) => value !== undefined));
  return [...values].map((value) => (isList ? [value] : value));
}

/**
 * Each filter of a root connection, with the values there are: the rows and the count are those that the owner of the
 * database finds by the same condition and the golden file lets through.
 * @param truly ids of the rows that a filter holds for, whoever asks
 */
export async function byFilter(
  look: Look,
  field: GraphQLField<unknown, unknown>,
  truly: (type: string, name: string, value: unknown) => Promise<ReadonlySet<string>>,
): Promise<Comparison> {
  const type = nodeTypeOf(field);
  const result = nothing();
  const argument = field.args.find(({ name }) => name === 'filter');
  const input = argument ? getNamedType(argument.type) : null;
  if (!isInputObjectType(input)) return result;
  for (const filter of Object.values(input.getFields())) {
    for (const value of triesOf(look, type, filter.name, filter)) {
      const { data } = await look.client.run(
        `query ($filter: ${input.name}) { ${field.name}(first: 100, filter: $filter) { totalCount nodes { id } } }`,
        { filter: { [filter.name]: value } },
      );
      const may = expected(look, type, await truly(type, filter.name, value));
      const path = `${field.name}(${filter.name}: ${JSON.stringify(value)})`;
      const page: Json = data?.[field.name];
      const got = new Set<string>((page?.nodes ?? []).map((node: Json) => uuidIn(node.id)));
      if (page && page.totalCount !== may.size)
        result.leaks.push(`${path} counts ${page.totalCount}, not ${may.size}`);
      // Of more than a page, the count speaks for those that do not fit.
      for (const id of may.size <= 100 ? new Set([...got, ...may]) : got)
        compare(result, path, nameIn(look.world, type, id), got.has(id), may.has(id));
      result.cells += 1;
    }
  }
  return result;
}

/** `totalCount` of every connection that hangs on a row, for every row seen. */
export async function byNestedCount(look: Look, type: string): Promise<Comparison> {
  const result = nothing();
  const many = edgesOf(type).filter(([name]) => isConnection(type, name));
  if (many.length === 0) return result;
  const mine = asked(look.world, look.facts, type).filter((id) =>
    look.golden.rows(type).has(nameIn(look.world, type, id)),
  );
  const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id
    ${many.map(([name]) => `${name}(first: 1) { totalCount edges { node { id } } }`).join('\n')} } } }`;
  for (const ids of chunks(mine, 50)) {
    const { data } = await look.client.run(document, { ids: ids.map((id) => globalId(type, id)) });
    for (const row of rowsAt(data?.nodes)) {
      for (const [name, to] of many) {
        const there = new Set(look.facts.edges.get(`${type}.${name}`)?.get(uuidIn(row.id)) ?? []);
        const may = expected(look, to, there).size;
        result.cells += 1;
        const count: number = row[name].totalCount;
        const place = `${type}.${name} of ${nameIn(look.world, type, uuidIn(row.id))} counts ${count}, not ${may}`;
        if (count > may) result.leaks.push(place);
        if (count < may) result.refusals.push(place);
      }
    }
  }
  return result;
}

/** Types that have rows of their own. */
export const types: readonly string[] = readTypes.map(({ type }) => type);
