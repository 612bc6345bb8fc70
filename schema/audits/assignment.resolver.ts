import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  acceptAssignment,
  declareConflict,
  declineAssignment,
  proposeAssignment,
  replaceAssignment,
} from '../../server/audits';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  AssignmentAcceptInput,
  AssignmentLeaveInput,
  AssignmentProposeInput,
  AssignmentsArgs,
} from './assignment.inputs';
import { AssignmentConnection, AssignmentType } from './assignment.type';

const AssignmentProposePayload = payloadOf('AssignmentProposePayload', { assignment: () => AssignmentType });
const AssignmentAcceptPayload = payloadOf('AssignmentAcceptPayload', { assignment: () => AssignmentType });
const AssignmentDeclinePayload = payloadOf('AssignmentDeclinePayload', { assignment: () => AssignmentType });
const AssignmentDeclareConflictPayload = payloadOf('AssignmentDeclareConflictPayload', {
  assignment: () => AssignmentType,
});
const AssignmentReplacePayload = payloadOf('AssignmentReplacePayload', { assignment: () => AssignmentType });

/** Assignments: reading them, calling on auditors, and their answers. */
@Resolver()
export class AssignmentResolver {
  @Query(() => AssignmentType, {
    nullable: true,
    description: 'Une affectation ; null si elle est absente ou cachée.',
  })
  assignment(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Assignment', id, info);
  }

  @Query(() => AssignmentConnection, {
    nullable: true,
    description: 'Affectations que vous pouvez voir, les vôtres et celles de vos équipes.',
  })
  assignments(
    @Args(() => AssignmentsArgs) args: AssignmentsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => AssignmentProposePayload, {
    description:
      'Solliciter un auditeur pour un siège ; les règles de conflit de la campagne décident. (COORDINATOR)',
  })
  assignmentPropose(
    @Arg('input', () => AssignmentProposeInput) input: AssignmentProposeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, proposeAssignment);
  }

  @Mutation(() => AssignmentAcceptPayload, {
    description: 'Accepter, en attestant l’absence de lien ; l’audit devient visible. (l’auditeur)',
  })
  assignmentAccept(
    @Arg('input', () => AssignmentAcceptInput) input: AssignmentAcceptInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, acceptAssignment);
  }

  @Mutation(() => AssignmentDeclinePayload, { description: 'Décliner une sollicitation. (l’auditeur)' })
  assignmentDecline(
    @Arg('input', () => AssignmentLeaveInput) input: AssignmentLeaveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declineAssignment);
  }

  @Mutation(() => AssignmentDeclareConflictPayload, {
    description: 'Déclarer un lien d’intérêts avec ce service, à tout moment de l’audit. (l’auditeur)',
  })
  assignmentDeclareConflict(
    @Arg('input', () => AssignmentLeaveInput) input: AssignmentLeaveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declareConflict);
  }

  @Mutation(() => AssignmentReplacePayload, {
    description: 'Retirer un auditeur de l’équipe avant la visite. (COORDINATOR)',
  })
  assignmentReplace(
    @Arg('input', () => AssignmentLeaveInput) input: AssignmentLeaveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, replaceAssignment);
  }
}
