import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import {
  adoptOutsideRecommendation,
  answerOutsideRecommendation,
  declineOutsideRecommendation,
  draftOutsideRecommendation,
  noteOutsideRecommendation,
  publishOutsideRecommendation,
  sendOutsideRecommendation,
  updateOutsideRecommendation,
  withdrawOutsideRecommendation,
} from '../../server/outside-recommendations';
import { payloadOf } from '../relay/write';
import {
  OutsideRecommendationAnswerInput,
  OutsideRecommendationCreateInput,
  OutsideRecommendationNoteInput,
  OutsideRecommendationPublishInput,
  OutsideRecommendationReasonInput,
  OutsideRecommendationSendInput,
  OutsideRecommendationUpdateInput,
  OutsideRecommendationsArgs,
} from './outside-recommendation.inputs';
import { OutsideRecommendationConnection, OutsideRecommendationType } from './outside-recommendation.type';

const payload = (act: string) =>
  payloadOf(`OutsideRecommendation${act}Payload`, { outsideRecommendation: () => OutsideRecommendationType });

const CreatePayload = payload('Create');
const UpdatePayload = payload('Update');
const SendPayload = payload('Send');
const AnswerPayload = payload('Answer');
const AdoptPayload = payload('Adopt');
const DeclinePayload = payload('Decline');
const WithdrawPayload = payload('Withdraw');
const NotePayload = payload('Note');
const PublishPayload = payload('Publish');

/** Recommendations to outside bodies, tracked like actions. */
@Resolver()
export class OutsideRecommendationResolver {
  @Query(() => OutsideRecommendationType, {
    nullable: true,
    description: 'Une recommandation ; null si elle est absente ou cachée.',
  })
  outsideRecommendation(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readById(context, 'OutsideRecommendation', id, info);
  }

  @Query(() => OutsideRecommendationConnection, {
    nullable: true,
    description: 'Recommandations à des organismes extérieurs que vous pouvez voir.',
  })
  outsideRecommendations(
    @Args(() => OutsideRecommendationsArgs) args: OutsideRecommendationsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => CreatePayload, {
    description: 'Rédiger une recommandation à un organisme extérieur. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationCreate(
    @Arg('input', () => OutsideRecommendationCreateInput) input: OutsideRecommendationCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, draftOutsideRecommendation);
  }

  @Mutation(() => UpdatePayload, {
    description: 'Récrire un brouillon. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationUpdate(
    @Arg('input', () => OutsideRecommendationUpdateInput) input: OutsideRecommendationUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateOutsideRecommendation);
  }

  @Mutation(() => SendPayload, {
    description: 'Dire qu’elle est envoyée. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationSend(
    @Arg('input', () => OutsideRecommendationSendInput) input: OutsideRecommendationSendInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, sendOutsideRecommendation);
  }

  @Mutation(() => AnswerPayload, {
    description: 'Garder la réponse de l’organisme. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationAnswer(
    @Arg('input', () => OutsideRecommendationAnswerInput) input: OutsideRecommendationAnswerInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, answerOutsideRecommendation);
  }

  @Mutation(() => AdoptPayload, {
    description: 'Dire qu’elle est suivie. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationAdopt(
    @Arg('input', () => OutsideRecommendationReasonInput) input: OutsideRecommendationReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, adoptOutsideRecommendation);
  }

  @Mutation(() => DeclinePayload, {
    description: 'Dire qu’elle n’est pas suivie. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationDecline(
    @Arg('input', () => OutsideRecommendationReasonInput) input: OutsideRecommendationReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declineOutsideRecommendation);
  }

  @Mutation(() => WithdrawPayload, {
    description: 'La retirer, avec une raison. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationWithdraw(
    @Arg('input', () => OutsideRecommendationReasonInput) input: OutsideRecommendationReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, withdrawOutsideRecommendation);
  }

  @Mutation(() => NotePayload, {
    description: 'Noter un point de suivi. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationNote(
    @Arg('input', () => OutsideRecommendationNoteInput) input: OutsideRecommendationNoteInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, noteOutsideRecommendation);
  }

  @Mutation(() => PublishPayload, {
    description: 'La montrer à tous les comptes, ou ne plus la montrer. (COORDINATOR, STEERING_MEMBER)',
  })
  outsideRecommendationPublish(
    @Arg('input', () => OutsideRecommendationPublishInput) input: OutsideRecommendationPublishInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, publishOutsideRecommendation);
  }
}
