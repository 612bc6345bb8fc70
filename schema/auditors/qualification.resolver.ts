import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  admitAuditor,
  evaluateAuditor,
  lapseAuditor,
  qualifyAuditor,
  reinstateAuditor,
  retireAuditor,
  startTraining,
  suspendAuditor,
} from '../../server/auditors';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { AuditorMoveInput, AuditorReasonedMoveInput } from './auditor.inputs';
import { AuditorType } from './auditor.type';

const AuditorAdmitPayload = payloadOf('AuditorAdmitPayload', { auditor: () => AuditorType });
const AuditorStartTrainingPayload = payloadOf('AuditorStartTrainingPayload', { auditor: () => AuditorType });
const AuditorEvaluatePayload = payloadOf('AuditorEvaluatePayload', { auditor: () => AuditorType });
const AuditorQualifyPayload = payloadOf('AuditorQualifyPayload', { auditor: () => AuditorType });
const AuditorSuspendPayload = payloadOf('AuditorSuspendPayload', { auditor: () => AuditorType });
const AuditorLapsePayload = payloadOf('AuditorLapsePayload', { auditor: () => AuditorType });
const AuditorReinstatePayload = payloadOf('AuditorReinstatePayload', { auditor: () => AuditorType });
const AuditorRetirePayload = payloadOf('AuditorRetirePayload', { auditor: () => AuditorType });

/** What the coordination decides of an auditor's qualification. */
@Resolver()
export class QualificationResolver {
  @Mutation(() => AuditorAdmitPayload, {
    description: 'Retenir un candidat pour la formation. (COORDINATOR)',
  })
  auditorAdmit(
    @Arg('input', () => AuditorMoveInput) input: AuditorMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, admitAuditor);
  }

  @Mutation(() => AuditorStartTrainingPayload, { description: 'Commencer la formation. (COORDINATOR)' })
  auditorStartTraining(
    @Arg('input', () => AuditorMoveInput) input: AuditorMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startTraining);
  }

  @Mutation(() => AuditorEvaluatePayload, {
    description: 'Noter que la formation est évaluée. (COORDINATOR)',
  })
  auditorEvaluate(
    @Arg('input', () => AuditorMoveInput) input: AuditorMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, evaluateAuditor);
  }

  @Mutation(() => AuditorQualifyPayload, { description: 'Qualifier un auditeur. (COORDINATOR)' })
  auditorQualify(
    @Arg('input', () => AuditorMoveInput) input: AuditorMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, qualifyAuditor);
  }

  @Mutation(() => AuditorSuspendPayload, {
    description: 'Suspendre une qualification, avec une raison. (COORDINATOR)',
  })
  auditorSuspend(
    @Arg('input', () => AuditorReasonedMoveInput) input: AuditorReasonedMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, suspendAuditor);
  }

  @Mutation(() => AuditorLapsePayload, {
    description: 'Noter qu’une qualification n’est pas renouvelée. (COORDINATOR)',
  })
  auditorLapse(
    @Arg('input', () => AuditorReasonedMoveInput) input: AuditorReasonedMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, lapseAuditor);
  }

  @Mutation(() => AuditorReinstatePayload, { description: 'Rétablir une qualification. (COORDINATOR)' })
  auditorReinstate(
    @Arg('input', () => AuditorMoveInput) input: AuditorMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, reinstateAuditor);
  }

  @Mutation(() => AuditorRetirePayload, {
    description: 'Mettre fin à la participation d’un auditeur. (COORDINATOR)',
  })
  auditorRetire(
    @Arg('input', () => AuditorReasonedMoveInput) input: AuditorReasonedMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, retireAuditor);
  }
}
