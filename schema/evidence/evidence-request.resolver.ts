import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  acceptAnswer,
  answerRequest,
  askForEvidence,
  askFromTemplate,
  rejectAnswer,
  withdrawRequest,
} from '../../server/evidence';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { EvidenceAnswerType } from './evidence-answer.type';
import {
  EvidenceRequestAcceptInput,
  EvidenceRequestAnswerInput,
  EvidenceRequestCreateInput,
  EvidenceRequestRejectInput,
  EvidenceRequestsFromTemplateInput,
  EvidenceRequestWithdrawInput,
} from './evidence-request.inputs';
import { EvidenceRequestType } from './evidence-request.type';

const payload = (name: string) => payloadOf(name, { evidenceRequest: () => EvidenceRequestType });

const EvidenceRequestCreatePayload = payload('EvidenceRequestCreatePayload');
const EvidenceRequestAcceptPayload = payload('EvidenceRequestAcceptPayload');
const EvidenceRequestRejectPayload = payload('EvidenceRequestRejectPayload');
const EvidenceRequestWithdrawPayload = payload('EvidenceRequestWithdrawPayload');
const EvidenceRequestAnswerPayload = payloadOf('EvidenceRequestAnswerPayload', {
  evidenceRequest: () => EvidenceRequestType,
  evidenceAnswer: () => EvidenceAnswerType,
});
const EvidenceRequestsFromTemplatePayload = payloadOf('EvidenceRequestsFromTemplatePayload', {
  evidenceRequests: () => [EvidenceRequestType],
});

/** Requests for evidence: the team asks, the service answers, the team decides. */
@Resolver()
export class EvidenceRequestResolver {
  @Mutation(() => EvidenceRequestCreatePayload, {
    description: 'Demander une preuve au service, de la confirmation de l’équipe au rapport. (TEAM)',
  })
  evidenceRequestCreate(
    @Arg('input', () => EvidenceRequestCreateInput) input: EvidenceRequestCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, askForEvidence);
  }

  @Mutation(() => EvidenceRequestsFromTemplatePayload, {
    description:
      'Demander d’un coup les documents que la grille demande : une demande par genre, pour tous ses critères. (TEAM)',
  })
  evidenceRequestsFromTemplate(
    @Arg('input', () => EvidenceRequestsFromTemplateInput) input: EvidenceRequestsFromTemplateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, askFromTemplate);
  }

  @Mutation(() => EvidenceRequestAnswerPayload, {
    description: 'Répondre à une demande, en tout ou en partie. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  evidenceRequestAnswer(
    @Arg('input', () => EvidenceRequestAnswerInput) input: EvidenceRequestAnswerInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, answerRequest);
  }

  @Mutation(() => EvidenceRequestAcceptPayload, {
    description: 'Accepter la réponse et les preuves qu’elle donne. (TEAM)',
  })
  evidenceRequestAccept(
    @Arg('input', () => EvidenceRequestAcceptInput) input: EvidenceRequestAcceptInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, acceptAnswer);
  }

  @Mutation(() => EvidenceRequestRejectPayload, {
    description: 'Ne pas accepter la réponse, avec une raison ; le service peut répondre à nouveau. (TEAM)',
  })
  evidenceRequestReject(
    @Arg('input', () => EvidenceRequestRejectInput) input: EvidenceRequestRejectInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, rejectAnswer);
  }

  @Mutation(() => EvidenceRequestWithdrawPayload, {
    description: 'Retirer une demande, avec une raison. (TEAM)',
  })
  evidenceRequestWithdraw(
    @Arg('input', () => EvidenceRequestWithdrawInput) input: EvidenceRequestWithdrawInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, withdrawRequest);
  }
}
