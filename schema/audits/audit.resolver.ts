import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  cancelAudit,
  closeAudit,
  escalateSafety,
  planAudit,
  planVisit,
  resumeAudit,
  suspendAudit,
} from '../../server/audits';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  AuditEscalateSafetyInput,
  AuditMoveInput,
  AuditPlanInput,
  AuditPlanVisitInput,
  AuditReasonInput,
  AuditsArgs,
} from './audit.inputs';
import { AuditConnection, AuditType } from './audit.type';

const payload = (name: string) => payloadOf(name, { audit: () => AuditType });

const AuditPlanPayload = payload('AuditPlanPayload');
const AuditPlanVisitPayload = payload('AuditPlanVisitPayload');
const AuditSuspendPayload = payload('AuditSuspendPayload');
const AuditResumePayload = payload('AuditResumePayload');
const AuditCancelPayload = payload('AuditCancelPayload');
const AuditEscalateSafetyPayload = payload('AuditEscalateSafetyPayload');
const AuditClosePayload = payload('AuditClosePayload');

/** Audits: reading them, planning them, and what can interrupt or end them. */
@Resolver()
export class AuditResolver {
  @Query(() => AuditType, { nullable: true, description: 'Un audit ; null s’il est absent ou caché.' })
  audit(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Audit', id, info);
  }

  @Query(() => AuditConnection, { nullable: true, description: 'Audits que vous pouvez voir.' })
  audits(@Args(() => AuditsArgs) args: AuditsArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info);
  }

  @Mutation(() => AuditPlanPayload, {
    description: 'Prévoir l’audit d’un service qui a confirmé sa participation. (COORDINATOR)',
  })
  auditPlan(
    @Arg('input', () => AuditPlanInput) input: AuditPlanInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, planAudit);
  }

  @Mutation(() => AuditPlanVisitPayload, {
    description: 'Fixer ou déplacer le jour de la visite. (COORDINATOR, LEAD)',
  })
  auditPlanVisit(
    @Arg('input', () => AuditPlanVisitInput) input: AuditPlanVisitInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, planVisit);
  }

  @Mutation(() => AuditSuspendPayload, {
    description: 'Suspendre l’audit avant l’émission du rapport. (COORDINATOR)',
  })
  auditSuspend(
    @Arg('input', () => AuditReasonInput) input: AuditReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, suspendAudit);
  }

  @Mutation(() => AuditResumePayload, {
    description: 'Reprendre un audit suspendu, là où il était. (COORDINATOR)',
  })
  auditResume(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, resumeAudit);
  }

  @Mutation(() => AuditCancelPayload, {
    description: 'Abandonner l’audit avant l’émission du rapport. (COORDINATOR)',
  })
  auditCancel(
    @Arg('input', () => AuditReasonInput) input: AuditReasonInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, cancelAudit);
  }

  @Mutation(() => AuditEscalateSafetyPayload, {
    description: 'Donner l’alerte de sécurité, sans changer l’état de l’audit. (TEAM)',
  })
  auditEscalateSafety(
    @Arg('input', () => AuditEscalateSafetyInput) input: AuditEscalateSafetyInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, escalateSafety);
  }

  @Mutation(() => AuditClosePayload, {
    description: 'Clore l’audit, toutes ses actions vérifiées ou levées. (LEAD, COORDINATOR)',
  })
  auditClose(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, closeAudit);
  }
}
