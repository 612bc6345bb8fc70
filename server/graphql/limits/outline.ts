import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { costOf, literal, sumOf, type Count, type Variables } from './cost';
import { within } from './excess';
import { WEIGHTS } from './limits';

/** What one operation asks for, without its variables: the same for every request that sends it. */
export interface OperationOutline {
  /** Objects asked for. */
  cost: Count;
  /** Variables that have a value of their own when none is sent. */
  defaults: Variables | null;
  rootFields: readonly string[];
  /** Names of the types that something is asked of. */
  types: readonly string[];
  /** Whether it looks at the schema. */
  introspects: boolean;
}

/** The operations of a document, by name; one without a name stands under the empty one. */
export type Outline = ReadonlyMap<string, OperationOutline>;

const INTROSPECTION: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  [SchemaMetaFieldDef.name]: SchemaMetaFieldDef,
  [TypeMetaFieldDef.name]: TypeMetaFieldDef,
};

function isIntrospection(rootField: string): boolean {
  return rootField in INTROSPECTION;
}

/** Where the walk stands. */
interface Place {
  type: GraphQLNamedType | undefined;
  depth: number;
  nesting: number;
  /** Response keys met here, fragments included. */
  met: Set<string>;
  /** Fragments that are being spread: one within itself is for validation to name. */
  open: readonly string[];
}

/**
 * Walks a document once, before it is validated, and holds all that can be counted in it against the limits. What the
 * schema does not know costs nothing here: validation refuses it.
 * @throws Excess at the first limit that is exceeded, so that a walk never takes longer than the limits let it
 */
export function outlineOf(schema: GraphQLSchema, document: DocumentNode): Outline {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const spread = new Set<string>();
  const counts = { selections: 0, aliases: 0, repetitions: 0, directives: 0 };
  let types = new Set<string>();

  function visit(set: SelectionSetNode, place: Place): Count {
    within('QUERY_TOO_NESTED', place.nesting);
    return sumOf(set.selections.map((selection) => select(selection, place)));
  }

  function select(selection: SelectionNode, place: Place): Count {
    within('QUERY_TOO_MANY_FIELDS', ++counts.selections);
    direct(selection);
    if (selection.kind === Kind.FIELD) return ask(selection, place);
    const nesting = place.nesting + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return visit(selection.selectionSet, {
        ...place,
        nesting,
        type: typed(selection.typeCondition, place.type),
      });
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (!fragment || place.open.includes(name)) return 0;
    spread.add(name);
    const open = [...place.open, name];
    return visit(fragment.selectionSet, { ...place, nesting, open, type: typed(fragment.typeCondition) });
  }

  function ask(node: FieldNode, place: Place): Count {
    const key = node.alias?.value ?? node.name.value;
    if (node.alias) within('QUERY_TOO_MANY_ALIASES', ++counts.aliases);
    if (place.met.has(key)) within('QUERY_TOO_MANY_REPETITIONS', ++counts.repetitions);
    place.met.add(key);
    const depth = place.depth + 1;
    within('QUERY_TOO_DEEP', depth);
    for (const { value } of node.arguments ?? []) weigh(value, 0);
    if (place.type) types.add(place.type.name);
    const field = fieldOf(place.type, node.name.value, schema);
    const type = field && getNamedType(field.type);
    const below = node.selectionSet
      ? visit(node.selectionSet, {
          type,
          depth,
          nesting: place.nesting + 1,
          met: new Set(),
          open: place.open,
        })
      : 0;
    if (!field || !place.type) return below;
    if (isIntrospection(field.name)) return WEIGHTS.introspection;
    return costOf(place.type.name, field, node, below);
  }

  function direct({ directives = [] }: { directives?: SelectionNode['directives'] }): void {
    within('FIELD_TOO_MANY_DIRECTIVES', directives.length);
    counts.directives += directives.length;
    within('QUERY_TOO_MANY_DIRECTIVES', counts.directives);
  }

  function typed(
    condition: NamedTypeNode | undefined,
    otherwise?: GraphQLNamedType,
  ): GraphQLNamedType | undefined {
    return condition ? schema.getType(condition.name.value) : otherwise;
  }

  const start = (type: GraphQLNamedType | undefined): Place => ({
    type,
    depth: 0,
    nesting: 0,
    met: new Set(),
    open: [],
  });

  const outline = new Map<string, OperationOutline>();
  for (const node of operations) {
    types = new Set();
    direct(node);
    for (const { defaultValue } of node.variableDefinitions ?? []) if (defaultValue) weigh(defaultValue, 0);
    const cost = visit(node.selectionSet, start(schema.getRootType(node.operation) ?? undefined));
    const roots = rootFieldsOf(node, fragments);
    within('QUERY_TOO_MANY_ROOT_FIELDS', roots.length);
    const isMutation = node.operation === OperationTypeNode.MUTATION;
    if (isMutation) within('QUERY_TOO_MANY_MUTATIONS', roots.length);
    outline.set(node.name?.value ?? '', {
      cost: isMutation ? sumOf([cost, roots.length * WEIGHTS.mutation]) : cost,
      defaults: defaultsOf(node),
      rootFields: roots,
      types: [...types],
      introspects: roots.some(isIntrospection),
    });
  }
  // What no operation spreads is validated all the same.
  types = new Set();
  for (const [name, fragment] of fragments)
    if (!spread.has(name))
      visit(fragment.selectionSet, { ...start(typed(fragment.typeCondition)), open: [name] });
  return outline;
}

function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
  schema: GraphQLSchema,
): GraphQLField<unknown, unknown> | undefined {
  if (!isCompositeType(type)) return undefined;
  if (type === schema.getQueryType() && isIntrospection(name)) return INTROSPECTION[name];
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** Names of the fields at the root, each as often as it is asked for. */
function rootFieldsOf(
  node: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const names: string[] = [];
  const collect = (set: SelectionSetNode, open: readonly string[]): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, open);
      else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (fragment && !open.includes(name)) collect(fragment.selectionSet, [...open, name]);
      }
    }
  };
  collect(node.selectionSet, []);
  return names;
}

/** Holds a written value against the limits. */
function weigh(value: ValueNode, depth: number): void {
  within('QUERY_TOO_DEEP', depth);
  if (value.kind === Kind.LIST) {
    within('LIST_TOO_LONG', value.values.length);
    for (const entry of value.values) weigh(entry, depth + 1);
  } else if (value.kind === Kind.OBJECT) for (const field of value.fields) weigh(field.value, depth + 1);
}

function defaultsOf(node: OperationDefinitionNode): Variables | null {
  const given = (node.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, literal(defaultValue)] as const] : [],
  );
  return given.length > 0 ? Object.fromEntries(given) : null;
}
