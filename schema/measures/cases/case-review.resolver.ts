import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import { perform, renderError, type Context, type SelectionInfo } from '../../../server/graphql';
import { globalId } from '../../../server/kernel/ids';
import {
  agreeSettlement,
  arbitrateDisputes,
  proposeSettlement,
  recordCaseReviews,
  submitCaseReviews,
  type CaseReviewRowResult,
} from '../../../server/measures';
import { UserError } from '../../errors/user-error';
import { payloadOf } from '../../relay/write';
import { CaseOutcomeType } from './case-outcome.type';
import { CaseReviewRowResultType, CaseReviewSubmissionType, CaseReviewType } from './case-review.type';
import { CaseSampleType } from './case-sample.type';
import {
  CaseDecisionsInput,
  CaseReviewsRecordInput,
  CaseReviewsSubmitInput,
  CaseSettlementAgreeInput,
} from './case.inputs';

const CaseReviewsRecordPayload = payloadOf('CaseReviewsRecordPayload', {
  caseReviews: () => [CaseReviewType],
  rows: () => [CaseReviewRowResultType],
});
const CaseReviewsSubmitPayload = payloadOf('CaseReviewsSubmitPayload', {
  caseReviewSubmission: () => CaseReviewSubmissionType,
  caseSample: () => CaseSampleType,
});
const settled = {
  caseSample: () => CaseSampleType,
  caseOutcomes: (): [typeof CaseOutcomeType] => [CaseOutcomeType],
};
const CaseDisputesArbitratePayload = payloadOf('CaseDisputesArbitratePayload', settled);
const CaseSettlementProposePayload = payloadOf('CaseSettlementProposePayload', settled);
const CaseSettlementAgreePayload = payloadOf('CaseSettlementAgreePayload', settled);

/** Rows of a batch: what the act knows as ids and domain errors, as clients read it. */
@Resolver(() => CaseReviewRowResultType)
export class CaseReviewRowResultResolver {
  @FieldResolver(() => ID, { nullable: true })
  caseReviewId(@Root() row: CaseReviewRowResult) {
    return row.caseReviewId && globalId('CaseReview', row.caseReviewId);
  }

  @FieldResolver(() => [UserError])
  userErrors(@Root() row: CaseReviewRowResult, @Ctx() context: Context) {
    return row.errors.map((error) => renderError(error, context.viewer.locale));
  }
}

/** Reviews of drawn records: each auditor blind for himself, then what the team makes of them. */
@Resolver()
export class CaseReviewResolver {
  @Mutation(() => CaseReviewsRecordPayload, {
    description:
      'Donner jusqu’à 500 avis sur des dossiers tirés, par exemple après un travail hors ligne. (équipe, sauf observateur)',
  })
  caseReviewsRecord(
    @Arg('input', () => CaseReviewsRecordInput) input: CaseReviewsRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, recordCaseReviews);
  }

  @Mutation(() => CaseReviewsSubmitPayload, {
    description:
      'Remettre ses avis : ils sont clos. La seconde remise inscrit les accords et ouvre l’arbitrage. (équipe, sauf observateur)',
  })
  caseReviewsSubmit(
    @Arg('input', () => CaseReviewsSubmitInput) input: CaseReviewsSubmitInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitCaseReviews);
  }

  @Mutation(() => CaseDisputesArbitratePayload, {
    description:
      'Trancher des désaccords, en membre de l’équipe dont les avis ne comptent pas. (équipe, sauf observateur)',
  })
  caseDisputesArbitrate(
    @Arg('input', () => CaseDecisionsInput) input: CaseDecisionsInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, arbitrateDisputes);
  }

  @Mutation(() => CaseSettlementProposePayload, {
    description:
      'Proposer à l’autre auditeur ce qui vaut, quand l’équipe n’a personne pour arbitrer. (équipe, sauf observateur)',
  })
  caseSettlementPropose(
    @Arg('input', () => CaseDecisionsInput) input: CaseDecisionsInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, proposeSettlement);
  }

  @Mutation(() => CaseSettlementAgreePayload, {
    description: 'Accepter jusqu’à 200 propositions de l’autre auditeur. (équipe, sauf observateur)',
  })
  caseSettlementAgree(
    @Arg('input', () => CaseSettlementAgreeInput) input: CaseSettlementAgreeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, agreeSettlement);
  }
}
