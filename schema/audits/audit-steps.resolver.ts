import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  agreeTeam,
  confirmTeam,
  endVisit,
  openSelfAssessment,
  proposeTeam,
  recordDefault,
  showTeam,
  startVisit,
} from '../../server/audits';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { AuditMoveInput } from './audit.inputs';
import { AuditType } from './audit.type';

const payload = (name: string) => payloadOf(name, { audit: () => AuditType });

const AuditProposeTeamPayload = payload('AuditProposeTeamPayload');
const AuditShowTeamPayload = payload('AuditShowTeamPayload');
const AuditAgreeTeamPayload = payload('AuditAgreeTeamPayload');
const AuditConfirmTeamPayload = payload('AuditConfirmTeamPayload');
const AuditOpenSelfAssessmentPayload = payload('AuditOpenSelfAssessmentPayload');
const AuditRecordDefaultPayload = payload('AuditRecordDefaultPayload');
const AuditStartVisitPayload = payload('AuditStartVisitPayload');
const AuditEndVisitPayload = payload('AuditEndVisitPayload');

/** The steps of an audit, from its team to the end of the visit. */
@Resolver()
export class AuditStepsResolver {
  @Mutation(() => AuditProposeTeamPayload, { description: 'Solliciter l’équipe composée. (COORDINATOR)' })
  auditProposeTeam(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, proposeTeam);
  }

  @Mutation(() => AuditShowTeamPayload, {
    description: 'Montrer l’équipe au service et ouvrir le délai de récusation. (COORDINATOR)',
  })
  auditShowTeam(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, showTeam);
  }

  @Mutation(() => AuditAgreeTeamPayload, {
    description: 'Donner l’accord du service sur l’équipe. (SERVICE_MANAGER)',
  })
  auditAgreeTeam(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, agreeTeam);
  }

  @Mutation(() => AuditConfirmTeamPayload, {
    description: 'Confirmer l’équipe, le délai écoulé ou le service d’accord. (COORDINATOR)',
  })
  auditConfirmTeam(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, confirmTeam);
  }

  @Mutation(() => AuditOpenSelfAssessmentPayload, {
    description: 'Ouvrir l’auto-évaluation au service. (COORDINATOR)',
  })
  auditOpenSelfAssessment(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, openSelfAssessment);
  }

  @Mutation(() => AuditRecordDefaultPayload, {
    description: 'Constater la carence : auto-évaluation non remise à temps. (COORDINATOR)',
  })
  auditRecordDefault(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, recordDefault);
  }

  @Mutation(() => AuditStartVisitPayload, { description: 'Commencer la visite. (LEAD)' })
  auditStartVisit(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startVisit);
  }

  @Mutation(() => AuditEndVisitPayload, {
    description: 'Terminer la visite, chaque critère coté en consensus. (LEAD)',
  })
  auditEndVisit(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, endVisit);
  }
}
