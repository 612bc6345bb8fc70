import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  confirmApplication,
  rejectApplication,
  selectApplication,
  submitApplication,
  waitlistApplication,
  withdrawApplication,
} from '../../server/campaigns';
import { perform, readById, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  ApplicationDecideInput,
  ApplicationMoveInput,
  ApplicationRejectInput,
  ApplicationSubmitInput,
} from './application.inputs';
import { ApplicationType } from './application.type';

const payload = (name: string) => payloadOf(name, { application: () => ApplicationType });

const ApplicationSubmitPayload = payload('ApplicationSubmitPayload');
const ApplicationSelectPayload = payload('ApplicationSelectPayload');
const ApplicationWaitlistPayload = payload('ApplicationWaitlistPayload');
const ApplicationRejectPayload = payload('ApplicationRejectPayload');
const ApplicationConfirmPayload = payload('ApplicationConfirmPayload');
const ApplicationWithdrawPayload = payload('ApplicationWithdrawPayload');

/** Applications: the service's own acts, and the decisions of the coordination. */
@Resolver()
export class ApplicationResolver {
  @Query(() => ApplicationType, {
    nullable: true,
    description: 'Une candidature ; null si elle est absente ou cachée.',
  })
  application(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Application', id, info);
  }

  @Mutation(() => ApplicationSubmitPayload, {
    description: 'Présenter la candidature de votre service. (SERVICE_MANAGER)',
  })
  applicationSubmit(
    @Arg('input', () => ApplicationSubmitInput) input: ApplicationSubmitInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitApplication);
  }

  @Mutation(() => ApplicationSelectPayload, { description: 'Retenir une candidature. (COORDINATOR)' })
  applicationSelect(
    @Arg('input', () => ApplicationDecideInput) input: ApplicationDecideInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, selectApplication);
  }

  @Mutation(() => ApplicationWaitlistPayload, {
    description: 'Mettre une candidature en liste d’attente. (COORDINATOR)',
  })
  applicationWaitlist(
    @Arg('input', () => ApplicationDecideInput) input: ApplicationDecideInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, waitlistApplication);
  }

  @Mutation(() => ApplicationRejectPayload, {
    description: 'Refuser une candidature, avec une raison. (COORDINATOR)',
  })
  applicationReject(
    @Arg('input', () => ApplicationRejectInput) input: ApplicationRejectInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, rejectApplication);
  }

  @Mutation(() => ApplicationConfirmPayload, {
    description: 'Confirmer la participation de votre service retenu. (SERVICE_MANAGER)',
  })
  applicationConfirm(
    @Arg('input', () => ApplicationMoveInput) input: ApplicationMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, confirmApplication);
  }

  @Mutation(() => ApplicationWithdrawPayload, {
    description: 'Retirer la candidature de votre service. (SERVICE_MANAGER)',
  })
  applicationWithdraw(
    @Arg('input', () => ApplicationDecideInput) input: ApplicationDecideInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, withdrawApplication);
  }
}
