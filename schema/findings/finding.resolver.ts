import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  createFinding,
  discardFinding,
  disposeOfFinding,
  replyToFinding,
  updateFinding,
} from '../../server/findings';
import { perform, readById, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  FindingCreateInput,
  FindingDiscardInput,
  FindingDisposeInput,
  FindingReplyInput,
  FindingUpdateInput,
} from './finding.inputs';
import { FindingType } from './finding.type';

const FindingCreatePayload = payloadOf('FindingCreatePayload', { finding: () => FindingType });
const FindingUpdatePayload = payloadOf('FindingUpdatePayload', { finding: () => FindingType });
const FindingDiscardPayload = payloadOf('FindingDiscardPayload', { finding: () => FindingType });
const FindingReplyPayload = payloadOf('FindingReplyPayload', { finding: () => FindingType });
const FindingDisposePayload = payloadOf('FindingDisposePayload', { finding: () => FindingType });

/** Findings: the team writes, the service replies, the team disposes. */
@Resolver()
export class FindingResolver {
  @Query(() => FindingType, { nullable: true, description: 'Un constat ; null s’il est absent ou caché.' })
  finding(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Finding', id, info);
  }

  @Mutation(() => FindingCreatePayload, {
    description: 'Rédiger un constat, pendant la visite ou la rédaction du projet. (TEAM)',
  })
  findingCreate(
    @Arg('input', () => FindingCreateInput) input: FindingCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createFinding);
  }

  @Mutation(() => FindingUpdatePayload, {
    description: 'Récrire un brouillon ; les signatures du projet tombent. (TEAM)',
  })
  findingUpdate(
    @Arg('input', () => FindingUpdateInput) input: FindingUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateFinding);
  }

  @Mutation(() => FindingDiscardPayload, {
    description: 'Retirer un brouillon avant tout partage ; il garde son numéro. (TEAM)',
  })
  findingDiscard(
    @Arg('input', () => FindingDiscardInput) input: FindingDiscardInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, discardFinding);
  }

  @Mutation(() => FindingReplyPayload, {
    description:
      'Répondre à un constat, ou récrire la réponse, dans le délai de la phase contradictoire. (SERVICE_MANAGER)',
  })
  findingReply(
    @Arg('input', () => FindingReplyInput) input: FindingReplyInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, replyToFinding);
  }

  @Mutation(() => FindingDisposePayload, {
    description: 'Donner suite à une réponse, avec une raison : maintenir, modifier ou retirer. (TEAM)',
  })
  findingDispose(
    @Arg('input', () => FindingDisposeInput) input: FindingDisposeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, disposeOfFinding);
  }
}
