import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SelectedEdge, Selection } from '../database/selection';
import { readModelOf, readModels } from './read-models';

type Variables = Readonly<Record<string, unknown>>;

/** The part of resolver info that a selection is read from. */
export type SelectionInfo = Pick<
  GraphQLResolveInfo,
  'fieldNodes' | 'fragments' | 'schema' | 'variableValues' | 'returnType' | 'parentType' | 'fieldName'
>;

/** A selection without its arguments: the same for every execution of an operation, so it is kept with the operation. */
interface Outline {
  type: GraphQLObjectType;
  fields: string[];
  edges: { responseKey: string; node: FieldNode; outline: Outline | null }[];
  wantsCursors: boolean;
  wantsTotal: boolean;
  wantsPage: boolean;
  hasVariables: boolean;
  made: Selection | null;
}

/** An outline and the nodes it was made from: which of them stand together can depend on `@include`. */
interface Kept {
  nodes: readonly FieldNode[];
  outline: Outline;
}

const outlines = new WeakMap<FieldNode, Map<string, Kept>>();

/** Selections in which something hangs on a condition: their outline holds for one execution. */
const conditional = new WeakSet<SelectionInfo>();

/** The names under which connections, their edges and lists wrap a node. */
const WRAPPER = /(Connection|Edge)$/;

/** Response key of a field: its alias, or its name. */
export function responseKeyOf(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

/**
 * What the client asks of a type below the field being resolved.
 * @param path fields to step into first, e.g. the noun of a payload
 * @param type the object type to select on; needed when the field returns an interface
 */
export function selectionOf(info: SelectionInfo, path: readonly string[] = [], type?: string): Selection {
  const [first] = info.fieldNodes;
  if (!first) throw new Error('a field without nodes');
  const key = `${path.join('.')}/${type ?? ''}`;
  let kept = outlines.get(first);
  if (!kept) outlines.set(first, (kept = new Map<string, Kept>()));
  const known = kept.get(key);
  if (known && isSame(known.nodes, info.fieldNodes)) return fill(known.outline, info);
  const outline = outlineAt(info, path, type);
  if (!conditional.has(info)) kept.set(key, { nodes: info.fieldNodes, outline });
  return fill(outline, info);
}

function isSame(some: readonly FieldNode[], others: readonly FieldNode[]): boolean {
  return (
    some === others || (some.length === others.length && some.every((node, index) => node === others[index]))
  );
}

/** Whether `@skip` and `@include` let a selection be. */
function isIncluded(selection: SelectionNode, info: SelectionInfo): boolean {
  if (!selection.directives?.length) return true;
  conditional.add(info);
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function outlineAt(info: SelectionInfo, path: readonly string[], type: string | undefined): Outline {
  let sets = info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  let owner = getNamedType(info.returnType);
  for (const step of path) {
    if (!isObjectType(owner)) throw new Error(`cannot step into ${step}`);
    const field = owner.getFields()[step];
    if (!field) throw new Error(`${owner.name} has no field ${step}`);
    sets = fieldsOf(sets, owner, info)
      .filter((node) => node.name.value === step)
      .flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    owner = getNamedType(field.type);
  }
  const target = type ? info.schema.getType(type) : owner;
  if (!isObjectType(target)) throw new Error('a selection needs an object type');
  return outlineOf(target, sets, info);
}

/** All field nodes that apply to an object type, through fragments. */
function fieldsOf(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  info: SelectionInfo,
): FieldNode[] {
  return sets.flatMap((set) =>
    set.selections.flatMap((selection): FieldNode[] => {
      if (!isIncluded(selection, info)) return [];
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      if (!fragment) return [];
      const condition = fragment.typeCondition?.name.value;
      return condition && !applies(condition, type, info)
        ? []
        : fieldsOf([fragment.selectionSet], type, info);
    }),
  );
}

function applies(condition: string, type: GraphQLObjectType, info: SelectionInfo): boolean {
  if (condition === type.name) return true;
  const abstract = info.schema.getType(condition);
  return isAbstractType(abstract) && info.schema.isSubType(abstract, type);
}

function outlineOf(
  wrapped: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  info: SelectionInfo,
): Outline {
  const around = { wantsCursors: false, wantsTotal: false, wantsPage: false };
  let type = wrapped;
  let inner = sets;
  while (WRAPPER.test(type.name) && !readModels.has(type.name)) {
    const nodes = fieldsOf(inner, type, info);
    for (const node of nodes) {
      if (node.name.value === 'cursor') around.wantsCursors = true;
      if (node.name.value === 'totalCount') around.wantsTotal = true;
      if (node.name.value === 'pageInfo') around.wantsPage = true;
    }
    const deeper = nodes.filter((node) => ['edges', 'nodes', 'node'].includes(node.name.value));
    // `edges { node }` and `nodes` may stand side by side: both are the same rows.
    const through = deeper.flatMap((node) => {
      if (!node.selectionSet || node.name.value !== 'edges')
        return node.selectionSet ? [node.selectionSet] : [];
      const edge = getNamedType(type.getFields()['edges']?.type);
      if (!isObjectType(edge)) return [];
      const within = fieldsOf([node.selectionSet], edge, info);
      if (within.some((field) => field.name.value === 'cursor')) around.wantsCursors = true;
      return within.flatMap((field) =>
        field.name.value === 'node' && field.selectionSet ? [field.selectionSet] : [],
      );
    });
    const node = getNamedType((type.getFields()['nodes'] ?? type.getFields()['node'])?.type);
    if (!isObjectType(node)) throw new Error(`${type.name} wraps no type`);
    type = node;
    inner = through;
  }
  return { type, ...around, ...contentOf(type, inner, info), made: null };
}

function contentOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], info: SelectionInfo) {
  const model = readModelOf(type.name);
  const fields = new Set<string>();
  const edges = new Map<string, { node: FieldNode; sets: SelectionSetNode[] }>();
  for (const node of fieldsOf(sets, type, info)) {
    const name = node.name.value;
    if (!(name in model.edges)) {
      fields.add(name);
      continue;
    }
    const key = responseKeyOf(node);
    const edge = edges.get(key) ?? { node, sets: [] };
    if (node.selectionSet) edge.sets.push(node.selectionSet);
    edges.set(key, edge);
  }
  const below = [...edges].map(([responseKey, edge]) => {
    const field = type.getFields()[edge.node.name.value];
    const target = field ? getNamedType(field.type) : null;
    const isComputed = model.edges[edge.node.name.value]?.kind === 'computed';
    return {
      responseKey,
      node: edge.node,
      outline: !isComputed && isObjectType(target) ? outlineOf(target, edge.sets, info) : null,
    };
  });
  return {
    fields: [...fields].sort(),
    edges: below,
    hasVariables: below.some(
      ({ node, outline }) => (node.arguments?.length ?? 0) > 0 || outline?.hasVariables,
    ),
  };
}

function fill(outline: Outline, info: { variableValues: Variables }): Selection {
  if (outline.made) return outline.made;
  const model = readModelOf(outline.type.name);
  const edges = outline.edges.map(({ responseKey, node, outline: below }): SelectedEdge => {
    const field = outline.type.getFields()[node.name.value];
    if (!field) throw new Error(`${outline.type.name} has no field ${node.name.value}`);
    return {
      responseKey,
      name: node.name.value,
      args: getArgumentValues(field, node, info.variableValues),
      selection: below && fill(below, info),
    };
  });
  const { fields, wantsCursors, wantsTotal, wantsPage } = outline;
  const selection: Selection = { model, fields, edges, wantsCursors, wantsTotal, wantsPage };
  if (!outline.hasVariables) outline.made = selection;
  return selection;
}

/** One edge of a type as the field being resolved asks for it. */
export function edgeSelectionOf(type: string, info: SelectionInfo): SelectedEdge {
  const owner = info.schema.getType(type);
  if (!isObjectType(owner)) throw new Error(`${type} is no object type`);
  const { edges, ...rest } = contentOf(
    owner,
    [{ kind: Kind.SELECTION_SET, selections: info.fieldNodes }],
    info,
  );
  const outline = {
    ...rest,
    edges,
    type: owner,
    wantsCursors: false,
    wantsTotal: false,
    wantsPage: false,
    made: null,
  };
  const [edge] = fill(outline, info).edges;
  if (!edge) throw new Error(`${type}.${info.fieldName} is no edge`);
  return edge;
}
