import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { buildSchema } from '../../../schema/build-schema';
import { parseGlobalId } from '../../../server/kernel/ids';
import type { Json } from '../../support/api';
import { readTypes } from '../../support/world/world-facts';

export const schema = buildSchema();

/** Types whose rows travel through what leads to them, to people who may not ask for them by themselves. */
export const TRAVELLING: ReadonlySet<string> = new Set(['Auditor', 'Person', 'Affiliation']);

/** How far travelling rows are followed: an assignment's auditor, his ties, where they lead. */
const DEPTH = 3;

/** The object type of a name. */
export function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}

/** Fields of a type that neither lead on nor need an argument. */
export function leavesOf(type: string): string[] {
  return Object.values(objectType(type).getFields())
    .filter(
      (field) => !isObjectType(getNamedType(field.type)) && field.args.every((arg) => arg.name === 'locale'),
    )
    .map(({ name }) => name);
}

/** Edges of a type to rows of others: their name and where they lead. */
export function edgesOf(type: string): [string, string][] {
  return Object.entries(readTypes.find((model) => model.type === type)?.edges ?? {}).flatMap(
    ([name, edge]) => (edge.kind === 'computed' ? [] : [[name, edge.to] as [string, string]]),
  );
}

/** Whether a field of a type is a connection. */
export function isConnection(type: string, name: string): boolean {
  const field = objectType(type).getFields()[name];
  return !!field && getNamedType(field.type).name.endsWith('Connection');
}

/** An edge, asked for the ids at its other end; what travels is asked for all it says, and followed. */
export function askEdge(type: string, name: string, depth = 1): string {
  const to = edgesOf(type).find(([edge]) => edge === name)?.[1] ?? '';
  const isFollowed = TRAVELLING.has(to) && depth < DEPTH;
  const below = isFollowed
    ? `${leavesOf(to).join(' ')} ${edgesOf(to)
        .map(([edge]) => askEdge(to, edge, depth + 1))
        .join(' ')}`
    : 'id' in objectType(to).getFields()
      ? 'id'
      : '__typename';
  const node = TRAVELLING.has(to) && !isFollowed ? leavesOf(to).join(' ') : below;
  return isConnection(type, name)
    ? `${name}(first: ${depth === 1 ? 100 : 20}) { nodes { ${node} } }`
    : `${name} { ${node} }`;
}

/** The rows at the other end of an edge, however it answers. */
export function rowsAt(value: Json): Json[] {
  return value === null || value === undefined ? [] : (value.nodes ?? [value].flat());
}

/** The UUID in a global id. */
export function uuidIn(id: string): string {
  return parseGlobalId(id)?.uuid ?? id;
}
