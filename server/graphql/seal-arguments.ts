import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { stands, type ArgumentRule, type TypePolicy } from '../identity/access';
import { policy } from '../identity/policy';
import type { Viewer } from '../kernel/viewer';

/** Arguments that tell nothing: which page, which object (its type has its rule), which language; what an act is given. */
const SILENT = new Set(['first', 'after', 'last', 'before', 'direction', 'id', 'ids', 'locale', 'input']);

type Field = Pick<GraphQLField<unknown, unknown>, 'name' | 'args' | 'type'>;

/** An argument of a field, as far as it tells: its name in the policy table, and the field that its name stands for. */
interface Telling {
  key: string;
  /** Argument, and the name within a filter or the value of a sort. */
  argument: string;
  part: string | null;
  plain: string[];
}

/**
 * Finds what a field's arguments could tell that the policy table does not answer for.
 * @param isRoot whether the field is a root query: elsewhere an argument must not be for some only
 * @returns names of the rows that are missing or say too little
 */
export function missingArguments(owner: GraphQLObjectType, field: Field, isRoot: boolean): string[] {
  return tellings(owner, field).flatMap(({ key, plain }) => {
    const rule = policy.arguments[key];
    const type = policy.types[rowTypeOf(field).name];
    const about = `${owner.name}.${field.name}` === key.split('.').slice(0, 2).join('.');
    const holder = about && owner.name !== 'Query' ? policy.types[owner.name] : type;
    if (!rule) return plain.some((name) => isWithRow(type, name)) ? [] : [`argument ${key}`];
    const fields = rule.reveals.split(' ');
    const isOpen = fields.every((name) => isWithRow(holder, name) && !rule.to);
    if (isOpen) return [];
    return isRoot && rule.to && fields.every((name) => isNarrower(rule, holder, name))
      ? []
      : [`argument ${key}`];
  });
}

function isWithRow(type: TypePolicy | undefined, name: string): boolean {
  return !!type && new Set(type.withRow.split(/\s+/)).has(name);
}

/** Who may give the argument may read the field. */
function isNarrower({ to = [] }: ArgumentRule, type: TypePolicy | undefined, name: string): boolean {
  if (isWithRow(type, name)) return true;
  const readers = type?.restricted?.[name]?.to ?? [];
  return to.every((relation) => readers.includes(relation));
}

/** The type of the rows that a field leads to. */
function rowTypeOf(field: Field): GraphQLObjectType {
  const type = getNamedType(field.type);
  const node = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields()['nodes'] : undefined;
  return (node ? getNamedType(node.type) : type) as GraphQLObjectType;
}

function tellings(owner: GraphQLObjectType, field: Field): Telling[] {
  const type = rowTypeOf(field).name;
  return field.args.flatMap((arg): Telling[] => {
    if (SILENT.has(arg.name)) return [];
    const parts = partsOf(arg);
    if (!parts)
      return [{ key: `${owner.name}.${field.name}.${arg.name}`, argument: arg.name, part: null, plain: [] }];
    return parts.map((part) => ({
      key: `${type}.${arg.name}.${part}`,
      argument: arg.name,
      part,
      plain: fieldsNamed(part),
    }));
  });
}

function partsOf(arg: GraphQLArgument): string[] | null {
  const type = getNamedType(arg.type);
  if (arg.name === 'filter' && isInputObjectType(type)) return Object.keys(type.getFields());
  if (arg.name === 'sort' && isEnumType(type)) return type.getValues().map(({ name }) => name);
  return null;
}

/** Fields that a filter or sort may be named after: `states` after `state`, `campaignIds` after `campaign`, `DUE_ON`. */
function fieldsNamed(part: string): string[] {
  if (part === part.toUpperCase())
    return [part.toLowerCase().replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase())];
  return [part, part.replace(/s$/, ''), part.replace(/Ids$/, '')];
}

/** Whether a viewer gives a root query no argument that is not for him; looked through once for each field. */
export function mayGive(
  owner: GraphQLObjectType,
  field: Field,
): (viewer: Viewer, args: Readonly<Record<string, unknown>>) => boolean {
  const guarded = tellings(owner, field).filter(({ key }) => policy.arguments[key]?.to);
  return (viewer, args) =>
    guarded.every(({ key, argument, part }) => {
      const given = args[argument];
      const value = argument === 'filter' ? (given as Record<string, unknown> | null)?.[part ?? ''] : given;
      const isGiven = argument === 'sort' ? value === part : value !== null && value !== undefined;
      // Who asks a list stands to no object yet; only an auditor is himself in it.
      const { auditorId } = viewer;
      return !isGiven || stands(viewer, policy.arguments[key]?.to ?? [], { auditorId });
    });
}
