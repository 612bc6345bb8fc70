import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { readComputed, type Context } from '../../server/graphql';
import { auditAsOfEdge, type AuditAsOf } from '../../server/history';
import { InstantScalar } from '../scalars/scalars';
import { AuditAsOfType } from './audit-as-of.type';

/** Looking back. */
@Resolver()
export class AuditAsOfResolver {
  @Query(() => AuditAsOfType, {
    nullable: true,
    description:
      'Un audit tel qu’il était à un instant : ce que vous en voyez aujourd’hui et pouviez en voir alors ; null s’il n’existait pas, ou s’il est absent ou caché.',
  })
  auditAsOf(
    @Arg('auditId', () => ID) auditId: string,
    @Arg('at', () => InstantScalar) at: string,
    @Ctx() context: Context,
  ) {
    return readComputed<AuditAsOf | null>(context, 'Audit', auditId, auditAsOfEdge, { at });
  }
}
