import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { readNodes, type Context, type RenderedError, type SelectionInfo } from '../../server/graphql';
import { globalId } from '../../server/kernel/ids';
import { Node } from '../relay/node';
import { StaleVersionError } from './user-error';

/** Reads the present object for a client that held an old version. */
@Resolver(() => StaleVersionError)
export class StaleVersionErrorResolver {
  @FieldResolver(() => Node, { nullable: true })
  async current(@Root() error: RenderedError, @Ctx() context: Context, @Info() info: SelectionInfo) {
    const { stale } = error;
    const [row] = stale ? await readNodes(context, [globalId(stale.type, stale.id)], info) : [];
    return row ?? null;
  }
}
