import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { damage } from './damage';
import type { Dice } from './dice';
import { valueOf, type IdPool, type Source } from './values';

/** A random request. */
export interface FuzzRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

type Field = GraphQLField<unknown, unknown>;

const DEEPEST = 6;

/**
 * A random request that the schema knows: a query or mutation over its real fields and ids that exist, now and then
 * with a hostile value, now and then with one thing in it broken.
 * @param isWriting whether it may be a mutation
 * @param without mutations that would put the caller himself out
 */
export function randomRequest(
  schema: GraphQLSchema,
  dice: Dice,
  ids: IdPool,
  { isWriting, without }: { isWriting: boolean; without: ReadonlySet<string> },
): FuzzRequest {
  const source: Source = { dice, ids, hostility: dice.percent(30) ? 6 : 0 };
  const isMutation = isWriting && dice.percent(40);
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => !without.has(name));
  const writer = selectionWriter(schema, source);
  const chosen = isMutation ? [dice.one(fields)] : dice.some(fields, 3);
  const body = chosen.map((field) => writer.write(field, 0)).join(' ');
  const declared = writer.declarations.length > 0 ? `(${writer.declarations.join(', ')})` : '';
  const request = {
    query: `${isMutation ? 'mutation' : 'query'} ${declared} { ${body} }`,
    variables: writer.variables,
  };
  return dice.percent(15) ? damage(dice, request) : request;
}

/** Writes fields with all that they need, and collects the variables. */
function selectionWriter(schema: GraphQLSchema, source: Source) {
  const { dice } = source;
  const declarations: string[] = [];
  const variables: Record<string, unknown> = {};

  function write(field: Field, depth: number): string {
    const alias = dice.percent(10) ? `a${dice.below(1_000)}_${field.name}: ` : '';
    const target = getNamedType(field.type);
    const below = isCompositeType(target) ? select(target, depth + 1) : '';
    return `${alias}${field.name}${args(field)}${below}`;
  }

  function args(field: Field): string {
    const isPaged = field.args.some(({ name }) => name === 'first');
    const size = dice.percent(80) ? 'first' : 'last';
    const given = field.args.filter((arg) => {
      if (isPaged && (arg.name === 'first' || arg.name === 'last'))
        return arg.name === size || dice.percent(2);
      if (arg.name === 'after' || arg.name === 'before') return dice.percent(2);
      return isRequiredArgument(arg) || dice.percent(35);
    });
    if (given.length === 0) return '';
    const noun = nounOf(field);
    return `(${given.map((arg) => `${arg.name}: ${written(arg, valueOf(source, arg.type, arg.name, noun))}`).join(', ')})`;
  }

  /** In the document where it can stand there and chance has it so, else as a variable. */
  function written(arg: GraphQLArgument, value: unknown): string {
    const isPlain = !isInputObjectType(getNamedType(arg.type)) && !isListType(getNullableType(arg.type));
    if (isPlain && dice.percent(60))
      return isEnumType(getNamedType(arg.type)) ? String(value) : JSON.stringify(value);
    const name = `v${declarations.length}`;
    declarations.push(`$${name}: ${String(arg.type)}`);
    variables[name] = value;
    return `$${name}`;
  }

  function select(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type) && dice.percent(70)) {
      const concrete = dice.one(schema.getPossibleTypes(type));
      return ` { __typename ... on ${concrete.name} ${select(concrete, depth)} }`;
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return ' { __typename }';
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const open = depth >= DEEPEST ? leaves : fields;
    const chosen = open.length > 0 ? dice.some(open, 5) : [];
    return ` { ${['__typename', ...chosen.map((field) => write(field, depth))].join(' ')} }`;
  }

  return { write, declarations, variables };
}

/** The type that an `id` among a field's arguments is of: what it gives, or the first noun of its payload. */
function nounOf(field: Field): string {
  const target = getNamedType(field.type);
  if (!isObjectType(target) || !target.name.endsWith('Payload'))
    return target.name.replace(/Connection$/, '');
  const [noun] = Object.values(target.getFields()).filter(
    ({ name }) => name !== 'userErrors' && name !== 'replayed',
  );
  return noun ? getNamedType(noun.type).name : target.name;
}
