import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { candidatesEdge, conflictsOfEdge, type Candidate, type Seat } from '../../server/audits';
import { readComputed, readMany, type Context, type SelectionInfo } from '../../server/graphql';
import { uuidOf } from '../../server/kernel/ids';
import type { ConflictReason } from '../../server/kernel/outcome';
import { SEAT } from '../audits/assignment.type';
import { ConflictReasonType } from '../errors/user-error';
import { CandidateType } from './candidate.type';

/** What the coordination asks before it calls on an auditor. */
@Resolver()
export class MatchingResolver {
  @Query(() => [ConflictReasonType], {
    nullable: true,
    description:
      'Liens d’intérêts d’un auditeur avec un audit, selon les règles de sa campagne ; vide s’il n’y en a pas, null si l’un des deux est absent ou caché. (COORDINATOR)',
  })
  async conflictsOf(
    @Arg('auditorId', () => ID) auditorId: string,
    @Arg('auditId', () => ID) auditId: string,
    @Ctx() context: Context,
  ) {
    const uuid = uuidOf('Auditor', auditorId);
    return uuid
      ? readComputed<ConflictReason[] | null>(context, 'Audit', auditId, conflictsOfEdge, { auditorId: uuid })
      : null;
  }

  @Query(() => [CandidateType], {
    description:
      'Auditeurs possibles pour un siège : d’abord ceux que rien n’empêche, les moins chargés en tête ; 200 au plus. (COORDINATOR)',
  })
  async candidatesFor(
    @Arg('auditId', () => ID) auditId: string,
    @Arg('seat', () => SEAT) seat: Seat,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const found = await readComputed<Candidate[]>(context, 'Audit', auditId, candidatesEdge, { seat });
    const candidates = found ?? [];
    const ids = candidates.map(({ auditorId }) => auditorId);
    const auditors = await readMany(context, ids, info, ['auditor']);
    return candidates.flatMap((candidate, index) => {
      const auditor = auditors[index];
      return auditor ? [{ ...candidate, auditor }] : [];
    });
  }
}
