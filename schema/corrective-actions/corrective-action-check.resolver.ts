import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  judgeEffect,
  reopenCorrectiveAction,
  requestWaiver,
  verifyCorrectiveAction,
  waiveCorrectiveAction,
} from '../../server/corrective-actions';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  CorrectiveActionJudgeEffectInput,
  CorrectiveActionReasonInput,
  CorrectiveActionRequestWaiverInput,
  CorrectiveActionVerifyInput,
} from './corrective-action.inputs';
import { CorrectiveActionType } from './corrective-action.type';

const correctiveAction = () => CorrectiveActionType;
const CorrectiveActionVerifyPayload = payloadOf('CorrectiveActionVerifyPayload', { correctiveAction });
const CorrectiveActionReopenPayload = payloadOf('CorrectiveActionReopenPayload', { correctiveAction });
const CorrectiveActionJudgeEffectPayload = payloadOf('CorrectiveActionJudgeEffectPayload', {
  correctiveAction,
});
const CorrectiveActionRequestWaiverPayload = payloadOf('CorrectiveActionRequestWaiverPayload', {
  correctiveAction,
});
const CorrectiveActionWaivePayload = payloadOf('CorrectiveActionWaivePayload', { correctiveAction });

/** Corrective actions: how they are checked, reopened or waived. */
@Resolver()
export class CorrectiveActionCheckResolver {
  @Mutation(() => CorrectiveActionVerifyPayload, {
    description:
      'Constater qu’une action est faite, sans en être l’auteur ni avoir de lien avec le service. (TEAM, COORDINATOR)',
  })
  correctiveActionVerify(
    @Arg('input', () => CorrectiveActionVerifyInput) input: CorrectiveActionVerifyInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, verifyCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionReopenPayload, {
    description: 'Rouvrir une action qui n’est pas faite, avec une raison. (TEAM, COORDINATOR)',
  })
  correctiveActionReopen(
    @Arg('input', () => CorrectiveActionReasonInput) input: CorrectiveActionReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, reopenCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionJudgeEffectPayload, {
    description:
      'Juger, à partir de son jour, si une action vérifiée a eu son effet ; sinon elle est rendue au service avec un nouveau délai. (TEAM, COORDINATOR)',
  })
  correctiveActionJudgeEffect(
    @Arg('input', () => CorrectiveActionJudgeEffectInput) input: CorrectiveActionJudgeEffectInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, judgeEffect);
  }

  @Mutation(() => CorrectiveActionRequestWaiverPayload, {
    description:
      'Demander une dérogation, ou la prolongation de celle qui court, avec une raison et un terme. (SERVICE_MANAGER)',
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
