import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  reopenCorrectiveAction,
  requestWaiver,
  verifyCorrectiveAction,
  waiveCorrectiveAction,
} from '../../server/corrective-actions';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  CorrectiveActionReasonInput,
  CorrectiveActionRequestWaiverInput,
  CorrectiveActionVerifyInput,
} from './corrective-action.inputs';
import { CorrectiveActionType } from './corrective-action.type';

const correctiveAction = () => CorrectiveActionType;
const CorrectiveActionVerifyPayload = payloadOf('CorrectiveActionVerifyPayload', { correctiveAction });
const CorrectiveActionReopenPayload = payloadOf('CorrectiveActionReopenPayload', { correctiveAction });
const CorrectiveActionRequestWaiverPayload = payloadOf('CorrectiveActionRequestWaiverPayload', {
  correctiveAction,
});
const CorrectiveActionWaivePayload = payloadOf('CorrectiveActionWaivePayload', { correctiveAction });

/** Corrective actions: how they are checked, reopened or waived. */
@Resolver()
export class CorrectiveActionCheckResolver {
  @Mutation(() => CorrectiveActionVerifyPayload, {
    description: 'Constater qu’une action est faite et efficace, sans en être l’auteur. (TEAM, COORDINATOR)',
  })
  correctiveActionVerify(
    @Arg('input', () => CorrectiveActionVerifyInput) input: CorrectiveActionVerifyInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, verifyCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionReopenPayload, {
    description: 'Rouvrir une action non faite ou sans effet, avec une raison. (TEAM, COORDINATOR)',
  })
  correctiveActionReopen(
    @Arg('input', () => CorrectiveActionReasonInput) input: CorrectiveActionReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, reopenCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionRequestWaiverPayload, {
    description: 'Demander une dérogation, avec une raison et un terme. (SERVICE_MANAGER)',
  })
  correctiveActionRequestWaiver(
    @Arg('input', () => CorrectiveActionRequestWaiverInput) input: CorrectiveActionRequestWaiverInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, requestWaiver);
  }

  @Mutation(() => CorrectiveActionWaivePayload, {
    description: 'Accorder la dérogation demandée par une autre personne. (LEAD, COORDINATOR)',
  })
  correctiveActionWaive(
    @Arg('input', () => CorrectiveActionReasonInput) input: CorrectiveActionReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, waiveCorrectiveAction);
  }
}
