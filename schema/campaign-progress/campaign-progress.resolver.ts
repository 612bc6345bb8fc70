import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  campaignProgressEdge,
  lateWorkingDays,
  type AuditorLoad,
  type CampaignProgress,
  type DeadlineOfAudit,
} from '../../server/campaign-progress';
import { pageOfList, readComputed, type Context, type SelectionInfo } from '../../server/graphql';
import { readPlaces } from '../matching/read-places';
import { AuditDeadlinePage, AuditorLoadPage, CampaignProgressType } from './campaign-progress.type';

@ArgsType()
class ProgressPageArgs {
  @Field(() => Int, { description: 'Combien (1 à 100).' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Reprendre après ce curseur.' })
  after?: string | null;
}

@ArgsType()
class AuditDeadlinesArgs extends ProgressPageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Seulement celles qui sont en retard, ou seulement les autres.',
  })
  isLate?: boolean | null;
}

/** A campaign at a glance; its long lists page by page. */
@Resolver(() => CampaignProgressType)
export class CampaignProgressResolver {
  @Query(() => CampaignProgressType, {
    nullable: true,
    description:
      'Campagne d’un coup d’œil, sans les audits des services avec lesquels vous avez un lien ; null si elle est absente ou cachée. (COORDINATOR, STEERING_MEMBER)',
  })
  campaignProgress(@Arg('campaignId', () => ID) campaignId: string, @Ctx() context: Context) {
    return readComputed<CampaignProgress>(context, 'Campaign', campaignId, campaignProgressEdge, {});
  }

  @FieldResolver(() => AuditDeadlinePage, {
    description: 'Échéances des étapes en cours, la plus proche d’abord.',
  })
  async deadlines(
    @Root() { deadlines, day, campaignId }: CampaignProgress,
    @Args(() => AuditDeadlinesArgs) { isLate, ...request }: AuditDeadlinesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const wanted = deadlines.filter((deadline) => (isLate ?? deadline.isLate) === deadline.isLate);
    const list = `campaignProgress.deadlines ${campaignId} ${isLate}`;
    const page = pageOfList(wanted, deadlineKey, request, list);
    const shown: readonly DeadlineOfAudit[] = page.nodes;
    const made = {
      deadlines: shown.map((deadline) => ({
        ...deadline,
        lateWorkingDays: lateWorkingDays(deadline, day),
      })),
      ...around(page.pageInfo, wanted.length),
    };
    return readPlaces(context, info, made, ['deadlines.audit']);
  }

  @FieldResolver(() => AuditorLoadPage, {
    description: 'Charge de chaque auditeur sollicité ou affecté, dans l’ordre des noms.',
  })
  async auditorLoads(
    @Root() { loads, campaignId }: CampaignProgress,
    @Args(() => ProgressPageArgs) request: ProgressPageArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const page = pageOfList(loads, loadKey, request, `campaignProgress.auditorLoads ${campaignId}`);
    const made = { loads: page.nodes, ...around(page.pageInfo, loads.length) };
    return readPlaces(context, info, made, ['loads.auditor']);
  }
}

const deadlineKey = ({ dueOn, reference, id }: DeadlineOfAudit): string => `${dueOn} ${reference} ${id}`;
const loadKey = ({ sortName, id }: AuditorLoad): string => `${sortName} ${id}`;

function around(
  { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor: string | null },
  totalCount: number,
) {
  return { totalCount, hasNextPage, endCursor };
}
