import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../server/graphql';
import { RateLimitType } from './rate-limit.type';

/** Lets a client see how far it may go, instead of finding out. */
@Resolver(() => RateLimitType)
export class RateLimitResolver {
  @Query(() => RateLimitType, {
    nullable: true,
    description: 'Vos points de la minute en cours : limite, coût de cette requête, reste.',
  })
  rateLimit(@Ctx() { admission }: Context): object {
    const { resetAt, ...rate } = admission.rate;
    return { ...rate, resetAt: resetAt.toISOString() };
  }
}
