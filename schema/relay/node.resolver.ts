import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { readNodes, type Context, type SelectionInfo } from '../../server/graphql';
import { refuse } from '../../server/kernel/outcome';
import { Node } from './node';

const NODES_AT_MOST = 100;

/** Reads any object again by its id. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Objet par son identifiant ; null s’il est absent ou caché.',
  })
  async node(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    const [row] = await readNodes(context, [id], info);
    return row ?? null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Objets par leurs identifiants (100 au plus), dans leur ordre.',
  })
  async nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: Context, @Info() info: SelectionInfo) {
    if (ids.length > NODES_AT_MOST) refuse('VALIDATION', ['ids'], { rule: `ids ≤ ${NODES_AT_MOST}` });
    return readNodes(context, ids, info);
  }
}
