import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Query, Resolver } from 'type-graphql';
import {
  pageOfList,
  readComputed,
  readMany,
  type Context,
  type ListedRow,
  type SelectionInfo,
} from '../../server/graphql';
import { uuidOf } from '../../server/kernel/ids';
import { campaignConflictsEdge, type CampaignConflict, type ConflictLevel } from '../../server/matching';
import { CONFLICT_LEVEL } from '../errors/user-error';
import { CampaignConflictPage } from './campaign-conflict.type';

@InputType('CampaignConflictFilter')
class CampaignConflictFilter {
  @Field(() => [String], { nullable: true, description: 'Seulement ces règles.' })
  ruleCodes?: string[] | null;

  @Field(() => [CONFLICT_LEVEL], { nullable: true, description: 'Seulement ces effets.' })
  levels?: ConflictLevel[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces auditeurs.' })
  auditorIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces services.' })
  auditedServiceIds?: string[] | null;
}

@ArgsType()
class CampaignConflictsArgs {
  @Field(() => Int, { description: 'Nombre de liens (1 à 100).' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Reprendre après ce curseur.' })
  after?: string | null;

  @Field(() => CampaignConflictFilter, { nullable: true })
  filter?: CampaignConflictFilter | null;
}

/** The conflict graph of a campaign, as a list. */
@Resolver()
export class CampaignConflictResolver {
  @Query(() => CampaignConflictPage, {
    nullable: true,
    description:
      'Liens d’intérêts entre tous les auditeurs et tous les services d’une campagne, selon ses règles, triés par auditeur ; null si elle est absente ou cachée. (COORDINATOR)',
  })
  async campaignConflicts(
    @Arg('campaignId', () => ID) campaignId: string,
    @Args(() => CampaignConflictsArgs) args: CampaignConflictsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { filter } = args;
    const found = await readComputed<CampaignConflict[]>(
      context,
      'Campaign',
      campaignId,
      campaignConflictsEdge,
      {
        filter: filter && {
          ...filter,
          auditorIds: uuidsOf('Auditor', filter.auditorIds),
          auditedServiceIds: uuidsOf('AuditedService', filter.auditedServiceIds),
        },
      },
    );
    if (!found) return null;
    const page = pageOfList(found, sortKeyOf, args, `campaignConflicts ${campaignId}`);
    const { hasNextPage, endCursor } = page.pageInfo;
    return {
      conflicts: await withObjects(context, page.nodes, info),
      totalCount: found.length,
      hasNextPage,
      endCursor,
    };
  }
}

/** Ids of nothing match nothing. */
function uuidsOf(type: string, ids: readonly string[] | null | undefined): string[] | null {
  return ids ? ids.flatMap((id) => uuidOf(type, id) ?? []) : null;
}

const sortKeyOf = ({ auditorId, auditedServiceId, ruleCode }: CampaignConflict): string =>
  `${auditorId} ${auditedServiceId ?? ''} ${ruleCode}`;

/** The conflicts with their auditors and services, each as far as it is asked for. */
async function withObjects(
  context: Context,
  conflicts: readonly ListedRow<CampaignConflict>[],
  info: SelectionInfo,
) {
  const auditors = await readMany(
    context,
    conflicts.map(({ auditorId }) => auditorId),
    info,
    ['conflicts', 'auditor'],
  );
  const serviceIds = conflicts.flatMap(({ auditedServiceId }) => auditedServiceId ?? []);
  const services = await readMany(context, serviceIds, info, ['conflicts', 'auditedService']);
  const serviceOf = new Map(serviceIds.map((id, index) => [id, services[index] ?? null]));
  return conflicts.map((conflict, index) => ({
    ...conflict,
    auditor: auditors[index] ?? null,
    auditedService: serviceOf.get(conflict.auditedServiceId ?? '') ?? null,
  }));
}
