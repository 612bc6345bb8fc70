import {
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type ValueNode,
} from 'graphql';
import { readModels } from '../read-models';
import { WEIGHTS } from './limits';

/** Variables as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number of objects that is known from the document, or one that its variables decide. */
export type Count = number | ((variables: Variables) => number);

/** Connections and their edges wrap the objects that their owner has been charged for. */
const WRAPPER = /(Connection|Edge)$/;
const CONNECTION = /Connection$/;
const NODE = 'Node';
/** Objects that one answer stands for, where making it costs far more than reading a row. */
const MADE: Readonly<Record<string, number>> = {
  TrailInclusionProof: WEIGHTS.proof,
  TrailConsistencyProof: WEIGHTS.proof,
  ReportPreview: WEIGHTS.preview,
};

/** The number that a count comes to. */
export function numberOf(count: Count, variables: Variables): number {
  return typeof count === 'number' ? count : count(variables);
}

/** The sum of counts. */
export function sumOf(counts: readonly Count[]): Count {
  let known = 0;
  const open: ((variables: Variables) => number)[] = [];
  for (const count of counts) {
    if (typeof count === 'number') known += count;
    else open.push(count);
  }
  if (open.length === 0) return known;
  return (variables) => open.reduce((total, count) => total + count(variables), known);
}

/**
 * The objects that a field asks for: every page at the size asked, lists at their usual length, times what is asked of
 * each object.
 * @param owner name of the type that the field belongs to
 * @param below objects asked for below one object of the field
 */
export function costOf(
  owner: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  below: Count,
): Count {
  const target = getNamedType(field.type).name;
  const isObject =
    !WRAPPER.test(owner) && (readModels.has(target) || CONNECTION.test(target) || target === NODE);
  const own = MADE[target] ?? (isObject ? 1 : 0);
  return times(sizeOf(owner, field, node, target), sumOf([own, below]));
}

function times(size: Count, each: Count): Count {
  if (typeof size === 'number' && typeof each === 'number') return size * each;
  return (variables) => numberOf(size, variables) * numberOf(each, variables);
}

function sizeOf(
  owner: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  target: string,
): Count {
  if (WRAPPER.test(owner)) return 1;
  if (CONNECTION.test(target))
    return either(argument(node, 'first', pageSize), argument(node, 'last', pageSize));
  if (!isList(field.type)) return 1;
  return argument(node, 'ids', lengthOf) ?? WEIGHTS.list;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

/** Where both ends of a page are given, which is refused later, the larger counts. */
function either(one: Count | null, other: Count | null): Count {
  if (one === null || other === null) return one ?? other ?? 1;
  return (variables) => Math.max(numberOf(one, variables), numberOf(other, variables));
}

/** An argument as a size, or null when it is not given. */
function argument(node: FieldNode, name: string, measure: (value: unknown) => number): Count | null {
  const value = node.arguments?.find((given) => given.name.value === name)?.value;
  if (!value) return null;
  if (value.kind !== Kind.VARIABLE) return measure(literal(value));
  const variable = value.name.value;
  return (variables) => measure(variables[variable]);
}

/** What a written value says of a size. */
export function literal(value: ValueNode): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values : null;
}

function pageSize(value: unknown): number {
  return typeof value === 'number' && value > 1 ? value : 1;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}
