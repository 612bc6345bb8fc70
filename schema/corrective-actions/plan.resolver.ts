import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { openPlan, returnPlan, submitPlan } from '../../server/corrective-actions';
import { acceptPlanAndFollowUp } from '../../server/follow-up';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { AuditMoveInput, AuditReasonInput } from '../audits/audit.inputs';
import { AuditType } from '../audits/audit.type';
import { payloadOf } from '../relay/write';

const audit = () => AuditType;
const PlanOpenPayload = payloadOf('PlanOpenPayload', { audit });
const PlanSubmitPayload = payloadOf('PlanSubmitPayload', { audit });
const PlanReturnPayload = payloadOf('PlanReturnPayload', { audit });
const PlanAcceptPayload = payloadOf('PlanAcceptPayload', { audit });

/** The service's plan as a whole: asked for, handed in, given back or accepted. */
@Resolver()
export class PlanResolver {
  @Mutation(() => PlanOpenPayload, {
    description:
      'Demander au service son plan d’actions ; son délai court depuis le rapport. (LEAD, COORDINATOR)',
  })
  planOpen(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, openPlan);
  }

  @Mutation(() => PlanSubmitPayload, {
    description:
      'Remettre le plan : au moins une action par non-conformité majeure ou critique. (SERVICE_MANAGER)',
  })
  planSubmit(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitPlan);
  }

  @Mutation(() => PlanReturnPayload, { description: 'Rendre le plan au service, avec une raison. (LEAD)' })
  planReturn(
    @Arg('input', () => AuditReasonInput) input: AuditReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, returnPlan);
  }

  @Mutation(() => PlanAcceptPayload, {
    description:
      'Accepter le plan : ses actions sont convenues, le suivi commence, le suivi documentaire est prévu. (LEAD)',
  })
  planAccept(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, acceptPlanAndFollowUp);
  }
}
