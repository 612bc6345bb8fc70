import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  addDependency,
  declareCorrectiveActionDone,
  noteCorrectiveAction,
  proposeCorrectiveAction,
  removeDependency,
  startCorrectiveAction,
  updateCorrectiveAction,
  type OverdueFilter,
} from '../../server/corrective-actions';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { parisDate } from '../../server/kernel/working-days';
import { payloadOf } from '../relay/write';
import {
  CorrectiveActionDependencyInput,
  CorrectiveActionMoveInput,
  CorrectiveActionNoteInput,
  CorrectiveActionProposeInput,
  CorrectiveActionsArgs,
  CorrectiveActionUpdateInput,
} from './corrective-action.inputs';
import { CorrectiveActionConnection, CorrectiveActionType } from './corrective-action.type';

const correctiveAction = () => CorrectiveActionType;
const CorrectiveActionProposePayload = payloadOf('CorrectiveActionProposePayload', { correctiveAction });
const CorrectiveActionUpdatePayload = payloadOf('CorrectiveActionUpdatePayload', { correctiveAction });
const CorrectiveActionStartPayload = payloadOf('CorrectiveActionStartPayload', { correctiveAction });
const CorrectiveActionNotePayload = payloadOf('CorrectiveActionNotePayload', { correctiveAction });
const CorrectiveActionAddDependencyPayload = payloadOf('CorrectiveActionAddDependencyPayload', {
  correctiveAction,
});
const CorrectiveActionRemoveDependencyPayload = payloadOf('CorrectiveActionRemoveDependencyPayload', {
  correctiveAction,
});
const CorrectiveActionDeclareDonePayload = payloadOf('CorrectiveActionDeclareDonePayload', {
  correctiveAction,
});

/** Corrective actions: reading them, and the acts of the service. */
@Resolver()
export class CorrectiveActionResolver {
  @Query(() => CorrectiveActionType, {
    nullable: true,
    description: 'Une action corrective ; null si elle est absente ou cachée.',
  })
  correctiveAction(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'CorrectiveAction', id, info);
  }

  @Query(() => CorrectiveActionConnection, {
    nullable: true,
    description: 'Actions correctives que vous pouvez voir.',
  })
  correctiveActions(
    @Args(() => CorrectiveActionsArgs) args: CorrectiveActionsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { overdue, ...filter } = args.filter ?? {};
    const on = parisDate(context.application.clock.now());
    const dated: { overdue?: OverdueFilter } =
      overdue === null || overdue === undefined ? {} : { overdue: { is: overdue, on } };
    return readConnection(context, { ...args, filter: { ...filter, ...dated } }, info);
  }

  @Mutation(() => CorrectiveActionProposePayload, {
    description: 'Proposer une action sur un constat du rapport. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  correctiveActionPropose(
    @Arg('input', () => CorrectiveActionProposeInput) input: CorrectiveActionProposeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, proposeCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionUpdatePayload, {
    description:
      'Récrire une action proposée, avant la remise du plan. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  correctiveActionUpdate(
    @Arg('input', () => CorrectiveActionUpdateInput) input: CorrectiveActionUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionStartPayload, {
    description: 'Commencer une action convenue, ou reprendre une action rouverte. (service)',
  })
  correctiveActionStart(
    @Arg('input', () => CorrectiveActionMoveInput) input: CorrectiveActionMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionNotePayload, {
    description: 'Rapporter un avancement ou joindre une preuve. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  correctiveActionNote(
    @Arg('input', () => CorrectiveActionNoteInput) input: CorrectiveActionNoteInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, noteCorrectiveAction);
  }

  @Mutation(() => CorrectiveActionDeclareDonePayload, {
    description:
      'Déclarer une action faite, preuve à l’appui depuis la dernière réouverture, une fois réglées celles qu’elle attend. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  correctiveActionDeclareDone(
    @Arg('input', () => CorrectiveActionMoveInput) input: CorrectiveActionMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declareCorrectiveActionDone);
  }

  @Mutation(() => CorrectiveActionAddDependencyPayload, {
    description:
      'Dire qu’une action en attend une autre du même audit, faite ou levée avant elle. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  correctiveActionAddDependency(
    @Arg('input', () => CorrectiveActionDependencyInput) input: CorrectiveActionDependencyInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, addDependency);
  }

  @Mutation(() => CorrectiveActionRemoveDependencyPayload, {
    description: 'Dire qu’une action n’en attend plus une autre. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  correctiveActionRemoveDependency(
    @Arg('input', () => CorrectiveActionDependencyInput) input: CorrectiveActionDependencyInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, removeDependency);
  }
}
