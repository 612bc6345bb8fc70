import {
  defaultFieldResolver,
  GraphQLError,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Row } from '../database/read-model';
import { hook } from '../database/selection';
import { stands, type FieldRule, type Subject, type TypePolicy } from '../identity/access';
import { policy } from '../identity/policy';
import { globalId } from '../kernel/ids';
import { messageFor, type ErrorCode, type Locale } from '../kernel/messages';
import type { Context } from './context';
import { loadEdge } from './load-edge';
import { readModels } from './read-models';
import { mayGive, missingArguments } from './seal-arguments';
import { responseKeyOf } from './selection';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Types that only wrap what their owner's rule has already let through. */
const CONTAINER = /(Connection|Edge|Payload|Error)$/;
const PLAIN = new Set(['PageInfo']);

/**
 * Puts the policy table and the readers into a built schema, once: ids become global, edges read what was loaded
 * ahead, restricted fields ask the table. All checks are synchronous, since one async wrapper on a hot field costs
 * more than the field.
 * @throws Error naming every type, field, query, mutation or telling argument that the policy table does not know
 */
export function sealSchema(schema: GraphQLSchema): GraphQLSchema {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    // TypeGraphQL wraps what an interface says of its rows into a promise, which compiled queries do not wait for.
    if (isInterfaceType(type)) type.resolveType = (row: { __typename?: string }) => row.__typename;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    if (type === schema.getQueryType() || type === schema.getMutationType())
      sealRoot(type, type === schema.getMutationType(), missing);
    else if (readModels.has(type.name)) sealType(type, policy.types[type.name], missing);
    else if (!CONTAINER.test(type.name) && !PLAIN.has(type.name) && !policy.types[type.name])
      missing.push(type.name);
    else if (policy.types[type.name]) sealType(type, policy.types[type.name], missing);
  }
  if (missing.length > 0) throw new Error(`the policy table has no row for: ${missing.join(', ')}`);
  return schema;
}

function sealRoot(type: GraphQLObjectType, isMutation: boolean, missing: string[]): void {
  const rows = isMutation ? policy.mutations : policy.queries;
  for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[]) {
    if (!rows[field.name]) missing.push(`${type.name}.${field.name}`);
    if (!isMutation) missing.push(...missingArguments(type, field, true));
    const areGivable = mayGive(type, field);
    const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
    field.resolve = (source, args: Record<string, unknown>, context: Context, info) => {
      const { viewer } = context;
      const allowed = rows[field.name] ?? [];
      if (viewer.accountId === null && !allowed.includes('ANYONE'))
        refuseRoot('UNAUTHENTICATED', viewer.locale);
      if (viewer.confinement && !allowed.includes('ANYONE') && leavesConfinement(context, field.name))
        refuseRoot(viewer.confinement.code, viewer.locale);
      // Whether an act is for the viewer depends on its object: the act itself asks.
      if (!isMutation && !(stands(viewer, allowed, {}) && areGivable(viewer, args)))
        return isNonNullType(field.type) ? [] : null;
      return resolve(source, args, context, info);
    };
  }
}

/** Whether a request calls what its viewer may not call, or goes on from there to what he may not reach. */
function leavesConfinement({ viewer: { confinement }, admission }: Context, root: string): boolean {
  if (!confinement) return false;
  const { mayCall, mayReach } = confinement;
  if (!mayCall.has(root)) return true;
  return mayReach !== null && admission.types.some((type) => readModels.has(type) && !mayReach.has(type));
}

function refuseRoot(code: ErrorCode, locale: Locale): never {
  throw new GraphQLError(messageFor(code, locale), { extensions: { code } });
}

function sealType(type: GraphQLObjectType, rule: TypePolicy | undefined, missing: string[]): void {
  const withRow = new Set(rule?.withRow.split(/\s+/).filter(Boolean));
  const model = readModels.get(type.name);
  for (const field of Object.values(type.getFields())) {
    const restricted = rule?.restricted?.[field.name];
    if (!withRow.has(field.name) && !restricted) missing.push(`${type.name}.${field.name}`);
    missing.push(...missingArguments(type, field, false));
    if (field.name === 'id' && model) field.resolve = (row: Row) => globalId(type.name, row.id);
    else if (model?.edges[field.name]) field.resolve = edgeResolver(type);
    if (!restricted) continue;
    // Whoever may not read it gets null, which must not take the row along.
    if (isNonNullType(field.type)) missing.push(`${type.name}.${field.name} without null`);
    guard(field as GraphQLField<unknown, Context>, restricted);
  }
}

function edgeResolver(type: GraphQLObjectType): GraphQLFieldResolver<Row, Context> {
  return (row, _args, context, info) => {
    const [node] = info.fieldNodes;
    const ahead = node && row[hook(responseKeyOf(node))];
    return ahead !== undefined ? ahead : loadEdge(context, type.name, row, info);
  };
}

function guard(field: GraphQLField<unknown, Context>, rule: FieldRule): void {
  const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
  field.resolve = (row, args, context, info) => {
    const { state, ...subject } = row as Subject & { state?: string };
    if (rule.to && !stands(context.viewer, rule.to, subject)) return null;
    if (rule.states && !rule.states.includes(state ?? '')) return null;
    return resolve(row, args, context, info);
  };
}
