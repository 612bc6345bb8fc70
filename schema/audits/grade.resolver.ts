import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import {
  agreeToAllConsensus,
  agreeToConsensus,
  proposeConsensus,
  recordGrade,
  recordGrades,
  submitSection,
  type GradeRowResult,
} from '../../server/audits';
import { perform, renderError, type Context, type SelectionInfo } from '../../server/graphql';
import { globalId } from '../../server/kernel/ids';
import { UserError } from '../errors/user-error';
import { payloadOf } from '../relay/write';
import {
  ConsensusAgreeAllInput,
  ConsensusAgreeInput,
  GradeRecordInput,
  GradesRecordInput,
  SectionSubmitInput,
} from './grade.inputs';
import { GradeRowResultType, GradeType } from './grade.type';
import { SectionSubmissionType } from './section-submission.type';

const GradeRecordPayload = payloadOf('GradeRecordPayload', { grade: () => GradeType });
const GradesRecordPayload = payloadOf('GradesRecordPayload', {
  grades: () => [GradeType],
  rows: () => [GradeRowResultType],
});
const SectionSubmitPayload = payloadOf('SectionSubmitPayload', {
  sectionSubmission: () => SectionSubmissionType,
  consensusGrades: () => [GradeType],
});
const ConsensusProposePayload = payloadOf('ConsensusProposePayload', { grade: () => GradeType });
const ConsensusAgreePayload = payloadOf('ConsensusAgreePayload', { grade: () => GradeType });
const ConsensusAgreeAllPayload = payloadOf('ConsensusAgreeAllPayload', { grades: () => [GradeType] });

/** Rows of a batch: what the act knows as ids and domain errors, as clients read it. */
@Resolver(() => GradeRowResultType)
export class GradeRowResultResolver {
  @FieldResolver(() => ID, { nullable: true })
  gradeId(@Root() row: GradeRowResult) {
    return row.gradeId && globalId('Grade', row.gradeId);
  }

  @FieldResolver(() => [UserError])
  userErrors(@Root() row: GradeRowResult, @Ctx() context: Context) {
    return row.errors.map((error) => renderError(error, context.viewer.locale));
  }
}

/** Grades of the auditors: each blind for himself, then the team's consensus. */
@Resolver()
export class GradeResolver {
  @Mutation(() => GradeRecordPayload, {
    description: 'Coter un critère en son nom, ou changer sa cotation. (équipe, sauf observateur)',
  })
  gradeRecord(
    @Arg('input', () => GradeRecordInput) input: GradeRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, recordGrade);
  }

  @Mutation(() => GradesRecordPayload, {
    description:
      'Coter jusqu’à 200 critères d’un coup, par exemple après une visite hors ligne. (équipe, sauf observateur)',
  })
  gradesRecord(
    @Arg('input', () => GradesRecordInput) input: GradesRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, recordGrades);
  }

  @Mutation(() => SectionSubmitPayload, {
    description:
      'Remettre un chapitre : ses cotations sont closes. La dernière remise inscrit les accords en consensus. (équipe, sauf observateur)',
  })
  sectionSubmit(
    @Arg('input', () => SectionSubmitInput) input: SectionSubmitInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitSection);
  }

  @Mutation(() => ConsensusProposePayload, {
    description: 'Proposer la cotation de l’équipe, ou une autre. (équipe, sauf observateur)',
  })
  consensusPropose(
    @Arg('input', () => GradeRecordInput) input: GradeRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, proposeConsensus);
  }

  @Mutation(() => ConsensusAgreePayload, {
    description: 'Accepter la proposition d’un autre auditeur. (équipe, sauf observateur)',
  })
  consensusAgree(
    @Arg('input', () => ConsensusAgreeInput) input: ConsensusAgreeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, agreeToConsensus);
  }

  @Mutation(() => ConsensusAgreeAllPayload, {
    description: 'Accepter jusqu’à 200 propositions lues, toutes ou aucune. (équipe, sauf observateur)',
  })
  consensusAgreeAll(
    @Arg('input', () => ConsensusAgreeAllInput) input: ConsensusAgreeAllInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, agreeToAllConsensus);
  }
}
