import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  appealRecusal,
  fileRecusal,
  grantAppeal,
  grantRecusal,
  refuseAppeal,
  refuseRecusal,
} from '../../server/audits';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { RecusalFileInput, RecusalMoveInput, RecusalsArgs } from './recusal.inputs';
import { RecusalConnection, RecusalType } from './recusal.type';

const RecusalFilePayload = payloadOf('RecusalFilePayload', { recusal: () => RecusalType });
const RecusalGrantPayload = payloadOf('RecusalGrantPayload', { recusal: () => RecusalType });
const RecusalRefusePayload = payloadOf('RecusalRefusePayload', { recusal: () => RecusalType });
const RecusalAppealPayload = payloadOf('RecusalAppealPayload', { recusal: () => RecusalType });
const RecusalGrantAppealPayload = payloadOf('RecusalGrantAppealPayload', { recusal: () => RecusalType });
const RecusalRefuseAppealPayload = payloadOf('RecusalRefuseAppealPayload', { recusal: () => RecusalType });

/** Recusals: reading them, filing, deciding and appealing. */
@Resolver()
export class RecusalResolver {
  @Query(() => RecusalType, {
    nullable: true,
    description: 'Une récusation ; null si elle est absente ou cachée.',
  })
  recusal(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Recusal', id, info);
  }

  @Query(() => RecusalConnection, { nullable: true, description: 'Récusations que vous pouvez voir.' })
  recusals(
    @Args(() => RecusalsArgs) args: RecusalsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => RecusalFilePayload, {
    description: 'Demander la récusation d’un auditeur. (SERVICE_MANAGER)',
  })
  recusalFile(
    @Arg('input', () => RecusalFileInput) input: RecusalFileInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, fileRecusal);
  }

  @Mutation(() => RecusalGrantPayload, {
    description: 'Admettre une récusation ; l’auditeur quitte l’équipe. (COORDINATOR, STEERING_MEMBER)',
  })
  recusalGrant(
    @Arg('input', () => RecusalMoveInput) input: RecusalMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, grantRecusal);
  }

  @Mutation(() => RecusalRefusePayload, {
    description: 'Refuser une récusation ; le service peut faire appel. (COORDINATOR, STEERING_MEMBER)',
  })
  recusalRefuse(
    @Arg('input', () => RecusalMoveInput) input: RecusalMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, refuseRecusal);
  }

  @Mutation(() => RecusalAppealPayload, { description: 'Faire appel du refus. (SERVICE_MANAGER)' })
  recusalAppeal(
    @Arg('input', () => RecusalMoveInput) input: RecusalMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, appealRecusal);
  }

  @Mutation(() => RecusalGrantAppealPayload, {
    description:
      'Admettre une récusation en appel : une autre personne que celle qui a refusé. (COORDINATOR, STEERING_MEMBER)',
  })
  recusalGrantAppeal(
    @Arg('input', () => RecusalMoveInput) input: RecusalMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, grantAppeal);
  }

  @Mutation(() => RecusalRefuseAppealPayload, {
    description:
      'Refuser une récusation en appel : une autre personne que celle qui a refusé. (COORDINATOR, STEERING_MEMBER)',
  })
  recusalRefuseAppeal(
    @Arg('input', () => RecusalMoveInput) input: RecusalMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, refuseAppeal);
  }
}
