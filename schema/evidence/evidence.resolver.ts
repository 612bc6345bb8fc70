import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  acceptEvidence,
  addEvidence,
  refuseEvidence,
  releaseEvidence,
  takeOverEvidence,
  turnDownEvidence,
  updateEvidence,
} from '../../server/evidence';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import {
  EvidenceAcceptInput,
  EvidenceAddInput,
  EvidenceRefuseInput,
  EvidenceReleaseInput,
  EvidenceTakeOverInput,
  EvidenceTurnDownInput,
  EvidenceUpdateInput,
} from './evidence.inputs';
import { EvidenceType } from './evidence.type';
import { UploadTicketType, UploadType } from './upload.type';

const EvidenceAddPayload = payloadOf('EvidenceAddPayload', {
  evidence: () => EvidenceType,
  upload: () => UploadType,
  uploadTicket: () => UploadTicketType,
});
const EvidenceUpdatePayload = payloadOf('EvidenceUpdatePayload', { evidence: () => EvidenceType });
const EvidenceTakeOverPayload = payloadOf('EvidenceTakeOverPayload', { evidence: () => EvidenceType });
const EvidenceAcceptPayload = payloadOf('EvidenceAcceptPayload', { evidence: () => EvidenceType });
const EvidenceTurnDownPayload = payloadOf('EvidenceTurnDownPayload', { evidence: () => EvidenceType });

const EvidenceReleasePayload = payloadOf('EvidenceReleasePayload', { evidence: () => EvidenceType });
const EvidenceRefusePayload = payloadOf('EvidenceRefusePayload', { evidence: () => EvidenceType });

/** Evidence of the audited service; it is read through its audit. */
@Resolver()
export class EvidenceResolver {
  @Mutation(() => EvidenceAddPayload, {
    description:
      'Joindre un lien, une note, ou un fichier dont les octets suivent par le ticket. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  evidenceAdd(
    @Arg('input', () => EvidenceAddInput) input: EvidenceAddInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, addEvidence);
  }

  @Mutation(() => EvidenceUpdatePayload, {
    description: 'Corriger une preuve ou ses critères. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  evidenceUpdate(
    @Arg('input', () => EvidenceUpdateInput) input: EvidenceUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateEvidence);
  }

  @Mutation(() => EvidenceTakeOverPayload, {
    description:
      'Reprendre une preuve encore valable d’un autre audit du service. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  evidenceTakeOver(
    @Arg('input', () => EvidenceTakeOverInput) input: EvidenceTakeOverInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, takeOverEvidence);
  }

  @Mutation(() => EvidenceAcceptPayload, { description: 'Accepter une preuve, demandée ou non. (TEAM)' })
  evidenceAccept(
    @Arg('input', () => EvidenceAcceptInput) input: EvidenceAcceptInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, acceptEvidence);
  }

  @Mutation(() => EvidenceTurnDownPayload, {
    description: 'Ne pas retenir une preuve, avec une raison. (TEAM)',
  })
  evidenceTurnDown(
    @Arg('input', () => EvidenceTurnDownInput) input: EvidenceTurnDownInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, turnDownEvidence);
  }

  @Mutation(() => EvidenceReleasePayload, {
    description:
      'Publier un fichier douteux après l’avoir regardé : aucun patient ne peut y être reconnu. (SERVICE_MANAGER)',
  })
  evidenceRelease(
    @Arg('input', () => EvidenceReleaseInput) input: EvidenceReleaseInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, releaseEvidence);
  }

  @Mutation(() => EvidenceRefusePayload, {
    description:
      'Reprendre un fichier douteux après l’avoir regardé ; ses octets sont supprimés. (SERVICE_MANAGER)',
  })
  evidenceRefuse(
    @Arg('input', () => EvidenceRefuseInput) input: EvidenceRefuseInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, refuseEvidence);
  }
}
