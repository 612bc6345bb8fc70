import DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import type { Row } from '../database/read-model';
import type { Context } from './context';
import { readModelOf } from './read-models';
import { edgeSelectionOf, type SelectionInfo } from './selection';

const loaders = new WeakMap<Context, Map<FieldNode, DataLoader<Row, unknown>>>();

/**
 * Loads an edge that nobody loaded ahead, batched with the same edge of the rows beside it. Slower than loading ahead
 * and never wrong: it serves rows that come from another path than a root read.
 */
export function loadEdge(context: Context, type: string, row: Row, info: SelectionInfo): Promise<unknown> {
  const [node] = info.fieldNodes;
  if (!node) throw new Error('a field without nodes');
  let perField = loaders.get(context);
  if (!perField) loaders.set(context, (perField = new Map<FieldNode, DataLoader<Row, unknown>>()));
  let loader = perField.get(node);
  if (!loader) {
    const model = readModelOf(type);
    const edge = edgeSelectionOf(type, info);
    loader = new DataLoader((rows) => context.reader.edge(model, edge, rows), { cache: false });
    perField.set(node, loader);
  }
  return loader.load(row);
}
