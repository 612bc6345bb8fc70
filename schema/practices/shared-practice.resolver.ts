import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { sharePractice, unsharePractice } from '../../server/practices';
import { payloadOf } from '../relay/write';
import { PracticeShareInput, PracticeUnshareInput, SharedPracticesArgs } from './shared-practice.inputs';
import { SharedPracticeConnection, SharedPracticeType } from './shared-practice.type';

const PracticeSharePayload = payloadOf('PracticeSharePayload', { sharedPractice: () => SharedPracticeType });
const PracticeUnsharePayload = payloadOf('PracticeUnsharePayload', {
  sharedPractice: () => SharedPracticeType,
});

/** Remarkable practices that services share, with their consent. */
@Resolver()
export class SharedPracticeResolver {
  @Query(() => SharedPracticeConnection, {
    nullable: true,
    description: 'Pratiques remarquables partagées, dans un ordre qui ne dit rien.',
  })
  sharedPractices(
    @Args(() => SharedPracticesArgs) args: SharedPracticesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => PracticeSharePayload, {
    description: 'Partager une pratique remarquable, ou en récrire le texte. (SERVICE_MANAGER)',
  })
  practiceShare(
    @Arg('input', () => PracticeShareInput) input: PracticeShareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, sharePractice);
  }

  @Mutation(() => PracticeUnsharePayload, {
    description: 'Ne plus partager une pratique, jusqu’à la publication de la synthèse. (SERVICE_MANAGER)',
  })
  practiceUnshare(
    @Arg('input', () => PracticeUnshareInput) input: PracticeUnshareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, unsharePractice);
  }
}
