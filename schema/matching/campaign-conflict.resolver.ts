import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Query, Resolver } from 'type-graphql';
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
import { PageArgs } from '../relay/connection';
import { CampaignConflictConnection } from './campaign-conflict.type';

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
class CampaignConflictsArgs extends PageArgs {
  @Field(() => CampaignConflictFilter, { nullable: true })
  filter?: CampaignConflictFilter | null;
}

/** The conflict graph of a campaign, as a list. */
@Resolver()
export class CampaignConflictResolver {
  @Query(() => CampaignConflictConnection, {
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
    const asNodes = await withObjects(context, page.nodes, info, ['nodes']);
    const asEdges = await withObjects(context, page.nodes, info, ['edges', 'node']);
    return {
      ...page,
      nodes: asNodes,
      edges: page.edges.map(({ cursor }, index) => ({ cursor, node: asEdges[index] })),
    };
  }
}

/** Ids of nothing match nothing. */
function uuidsOf(type: string, ids: readonly string[] | null | undefined): string[] | null {
  return ids ? ids.flatMap((id) => uuidOf(type, id) ?? []) : null;
}

const sortKeyOf = ({ auditorId, auditedServiceId, ruleCode }: CampaignConflict): string =>
  `${auditorId} ${auditedServiceId ?? ''} ${ruleCode}`;

/** The auditors and services of conflicts, each as far as it is asked for below `path`. */
async function withObjects(
  context: Context,
  conflicts: readonly ListedRow<CampaignConflict>[],
  info: SelectionInfo,
  path: readonly string[],
) {
  const auditors = await readMany(
    context,
    conflicts.map(({ auditorId }) => auditorId),
    info,
    [...path, 'auditor'],
  );
  const serviceIds = conflicts.flatMap(({ auditedServiceId }) => auditedServiceId ?? []);
  const services = await readMany(context, serviceIds, info, [...path, 'auditedService']);
  const serviceOf = new Map(serviceIds.map((id, index) => [id, services[index] ?? null]));
  return conflicts.map((conflict, index) => ({
    ...conflict,
    auditor: auditors[index] ?? null,
    auditedService: serviceOf.get(conflict.auditedServiceId ?? '') ?? null,
  }));
}
