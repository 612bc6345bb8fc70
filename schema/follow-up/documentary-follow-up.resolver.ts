import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  closeFollowUp,
  concludeFollowUpItem,
  nameReviewer,
  openFollowUp,
  reviewFollowUp,
  stateFollowUpItem,
  submitFollowUp,
} from '../../server/follow-up';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  DocumentaryFollowUpMoveInput,
  DocumentaryFollowUpNameReviewerInput,
  DocumentaryFollowUpsArgs,
  FollowUpItemConcludeInput,
  FollowUpItemStateInput,
} from './documentary-follow-up.inputs';
import { DocumentaryFollowUpConnection, DocumentaryFollowUpType } from './documentary-follow-up.type';
import { FollowUpItemType } from './follow-up-item.type';

const documentaryFollowUp = () => DocumentaryFollowUpType;
const followUpItem = () => FollowUpItemType;
const payload = (name: string) => payloadOf(name, { documentaryFollowUp });

const DocumentaryFollowUpOpenPayload = payload('DocumentaryFollowUpOpenPayload');
const DocumentaryFollowUpNameReviewerPayload = payload('DocumentaryFollowUpNameReviewerPayload');
const DocumentaryFollowUpSubmitPayload = payload('DocumentaryFollowUpSubmitPayload');
const DocumentaryFollowUpReviewPayload = payload('DocumentaryFollowUpReviewPayload');
const DocumentaryFollowUpClosePayload = payload('DocumentaryFollowUpClosePayload');
const FollowUpItemStatePayload = payloadOf('FollowUpItemStatePayload', {
  documentaryFollowUp,
  followUpItem,
});
const FollowUpItemConcludePayload = payloadOf('FollowUpItemConcludePayload', {
  documentaryFollowUp,
  followUpItem,
});

/** Documentary follow-ups: the service states, a reviewer concludes. */
@Resolver()
export class DocumentaryFollowUpResolver {
  @Query(() => DocumentaryFollowUpType, {
    nullable: true,
    description: 'Un suivi documentaire ; null s’il est absent ou caché.',
  })
  documentaryFollowUp(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'DocumentaryFollowUp', id, info);
  }

  @Query(() => DocumentaryFollowUpConnection, {
    nullable: true,
    description: 'Suivis documentaires que vous pouvez voir, du premier à échoir au dernier.',
  })
  documentaryFollowUps(
    @Args(() => DocumentaryFollowUpsArgs) args: DocumentaryFollowUpsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => DocumentaryFollowUpOpenPayload, {
    description: 'Ouvrir un suivi documentaire avant son jour. (COORDINATOR)',
  })
  documentaryFollowUpOpen(
    @Arg('input', () => DocumentaryFollowUpMoveInput) input: DocumentaryFollowUpMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, openFollowUp);
  }

  @Mutation(() => DocumentaryFollowUpNameReviewerPayload, {
    description: 'Désigner qui relit. (COORDINATOR)',
  })
  documentaryFollowUpNameReviewer(
    @Arg('input', () => DocumentaryFollowUpNameReviewerInput) input: DocumentaryFollowUpNameReviewerInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, nameReviewer);
  }

  @Mutation(() => DocumentaryFollowUpSubmitPayload, {
    description: 'Remettre ce qui est dit de chaque action. (SERVICE_MANAGER)',
  })
  documentaryFollowUpSubmit(
    @Arg('input', () => DocumentaryFollowUpMoveInput) input: DocumentaryFollowUpMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitFollowUp);
  }

  @Mutation(() => DocumentaryFollowUpReviewPayload, {
    description: 'Finir la relecture, une conclusion par action. (le relecteur)',
  })
  documentaryFollowUpReview(
    @Arg('input', () => DocumentaryFollowUpMoveInput) input: DocumentaryFollowUpMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, reviewFollowUp);
  }

  @Mutation(() => DocumentaryFollowUpClosePayload, {
    description: 'Clore : ce qui est abandonné est rendu au service. (TEAM, COORDINATOR)',
  })
  documentaryFollowUpClose(
    @Arg('input', () => DocumentaryFollowUpMoveInput) input: DocumentaryFollowUpMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, closeFollowUp);
  }

  @Mutation(() => FollowUpItemStatePayload, {
    description:
      'Dire ce qu’est devenue une action ; la redire remplace. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  followUpItemState(
    @Arg('input', () => FollowUpItemStateInput) input: FollowUpItemStateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, stateFollowUpItem);
  }

  @Mutation(() => FollowUpItemConcludePayload, {
    description: 'Conclure sur ce que le service dit d’une action. (le relecteur)',
  })
  followUpItemConclude(
    @Arg('input', () => FollowUpItemConcludeInput) input: FollowUpItemConcludeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, concludeFollowUpItem);
  }
}
