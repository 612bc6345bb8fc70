import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { endDecision, forbidPair, pinPair, publishRun, undoRun } from '../../server/audits';
import { perform, readById, type Context, type SelectionInfo } from '../../server/graphql';
import { discardRun, startMatchingRun } from '../../server/matching';
import { payloadOf } from '../relay/write';
import { MatchingDecisionType } from './matching-decision.type';
import {
  MatchingDecideInput,
  MatchingDecisionEndInput,
  MatchingRunMoveInput,
  MatchingRunPublishInput,
  MatchingRunStartInput,
} from './matching-run.inputs';
import { MatchingRunType } from './matching-run.type';

const runPayload = (name: string) => payloadOf(name, { matchingRun: () => MatchingRunType });
const decisionPayload = (name: string) => payloadOf(name, { matchingDecision: () => MatchingDecisionType });

const MatchingRunStartPayload = runPayload('MatchingRunStartPayload');
const MatchingRunPublishPayload = runPayload('MatchingRunPublishPayload');
const MatchingRunUndoPayload = runPayload('MatchingRunUndoPayload');
const MatchingRunDiscardPayload = runPayload('MatchingRunDiscardPayload');
const MatchingPinPayload = decisionPayload('MatchingPinPayload');
const MatchingForbidPayload = decisionPayload('MatchingForbidPayload');
const MatchingDecisionEndPayload = decisionPayload('MatchingDecisionEndPayload');

/** Runs of the matcher: starting them, putting their plan into effect, and what is settled ahead of them. */
@Resolver()
export class MatchingRunResolver {
  @Query(() => MatchingRunType, {
    nullable: true,
    description: 'Une composition ; null si elle est absente ou cachée. (COORDINATOR, STEERING_MEMBER)',
  })
  matchingRun(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'MatchingRun', id, info);
  }

  @Mutation(() => MatchingRunStartPayload, {
    description:
      'Composer les équipes des audits qui attendent la leur : un calcul suivi par son opération. (COORDINATOR)',
  })
  matchingRunStart(
    @Arg('input', () => MatchingRunStartInput) input: MatchingRunStartInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startMatchingRun);
  }

  @Mutation(() => MatchingRunPublishPayload, {
    description:
      'Solliciter tous les auditeurs du plan, les liens étant examinés une fois encore : tout, ou rien. (COORDINATOR)',
  })
  matchingRunPublish(
    @Arg('input', () => MatchingRunPublishInput) input: MatchingRunPublishInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, publishRun);
  }

  @Mutation(() => MatchingRunUndoPayload, {
    description: 'Revenir sur une publication tant que personne n’a accepté. (COORDINATOR)',
  })
  matchingRunUndo(
    @Arg('input', () => MatchingRunMoveInput) input: MatchingRunMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, undoRun);
  }

  @Mutation(() => MatchingRunDiscardPayload, {
    description: 'Écarter une composition ; elle reste lisible. (COORDINATOR)',
  })
  matchingRunDiscard(
    @Arg('input', () => MatchingRunMoveInput) input: MatchingRunMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, discardRun);
  }

  @Mutation(() => MatchingPinPayload, {
    description: 'Fixer un auditeur dans l’équipe d’un audit avant la composition. (COORDINATOR)',
  })
  matchingPin(
    @Arg('input', () => MatchingDecideInput) input: MatchingDecideInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, pinPair);
  }

  @Mutation(() => MatchingForbidPayload, {
    description: 'Écarter un auditeur de l’équipe d’un audit avant la composition. (COORDINATOR)',
  })
  matchingForbid(
    @Arg('input', () => MatchingDecideInput) input: MatchingDecideInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, forbidPair);
  }

  @Mutation(() => MatchingDecisionEndPayload, {
    description: 'Lever ce qui avait été fixé d’une paire. (COORDINATOR)',
  })
  matchingDecisionEnd(
    @Arg('input', () => MatchingDecisionEndInput) input: MatchingDecisionEndInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, endDecision);
  }
}
