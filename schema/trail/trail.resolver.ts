import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Query, Resolver } from 'type-graphql';
import {
  readById,
  readComputed,
  readConnection,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import {
  consistencyProofEdge,
  inclusionProofEdge,
  type ConsistencyProof,
  type InclusionProof,
} from '../../server/trail';
import { PageArgs } from '../relay/connection';
import { CheckpointConnection, CheckpointType } from './checkpoint.type';
import { TrailConsistencyProofType, TrailInclusionProofType } from './proof.type';

@InputType('CheckpointFilter')
class CheckpointFilter {
  @Field(() => [ID], { nullable: true, description: 'Seulement les chaînes de ces campagnes.' })
  campaignIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Seulement la chaîne de la plateforme, ou les autres.',
  })
  isPlatform?: boolean | null;
}

@ArgsType()
class CheckpointsArgs extends PageArgs {
  @Field(() => CheckpointFilter, { nullable: true })
  filter?: CheckpointFilter | null;
}

/** What lets others hold the trail to what it was. */
@Resolver()
export class TrailResolver {
  @Query(() => CheckpointConnection, {
    nullable: true,
    description:
      'Points de contrôle signés du journal, pour toute personne connectée : gardez-les hors de la plateforme.',
  })
  checkpoints(
    @Args(() => CheckpointsArgs) args: CheckpointsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => CheckpointType, {
    nullable: true,
    description: 'Un point de contrôle ; null s’il est absent.',
  })
  checkpoint(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Checkpoint', id, info);
  }

  @Query(() => TrailInclusionProofType, {
    nullable: true,
    description:
      'Preuve qu’une entrée du journal est sous le dernier point de contrôle de sa chaîne ; null si aucun ne la couvre encore, ou si l’entrée est absente ou cachée.',
  })
  trailInclusionProof(@Arg('entryId', () => ID) entryId: string, @Ctx() context: Context) {
    return readComputed<InclusionProof | null>(context, 'TrailEntry', entryId, inclusionProofEdge, {});
  }

  @Query(() => TrailConsistencyProofType, {
    nullable: true,
    description:
      'Preuve que le second point de contrôle prolonge le premier ; null s’ils ne sont pas de la même chaîne, dans cet ordre.',
  })
  trailConsistencyProof(
    @Arg('fromCheckpointId', () => ID) fromCheckpointId: string,
    @Arg('toCheckpointId', () => ID) toCheckpointId: string,
    @Ctx() context: Context,
  ) {
    return readComputed<ConsistencyProof | null>(
      context,
      'Checkpoint',
      fromCheckpointId,
      consistencyProofEdge,
      { toCheckpointId },
    );
  }
}
