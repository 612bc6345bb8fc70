import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { downloadEvidence, renewUploadTicket } from '../../server/evidence';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { DownloadType } from './evidence-file.type';
import { EvidenceType } from './evidence.type';
import { EvidenceDownloadInput, UploadTicketRenewInput } from './upload.inputs';
import { UploadTicketType, UploadType } from './upload.type';

const UploadTicketRenewPayload = payloadOf('UploadTicketRenewPayload', {
  upload: () => UploadType,
  uploadTicket: () => UploadTicketType,
});

const EvidenceDownloadPayload = payloadOf('EvidenceDownloadPayload', {
  evidence: () => EvidenceType,
  download: () => DownloadType,
});

/** Files on their way, and fetched again. */
@Resolver()
export class UploadResolver {
  @Mutation(() => UploadTicketRenewPayload, {
    description:
      'Avoir un autre ticket pour un fichier qui n’est pas encore arrivé ; l’ancien ne vaut plus. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  uploadTicketRenew(
    @Arg('input', () => UploadTicketRenewInput) input: UploadTicketRenewInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, renewUploadTicket);
  }

  @Mutation(() => EvidenceDownloadPayload, {
    description:
      'Avoir une adresse où prendre le fichier d’une preuve : elle sert une fois, pendant une minute. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR, SERVICE_READER, TEAM)',
  })
  evidenceDownload(
    @Arg('input', () => EvidenceDownloadInput) input: EvidenceDownloadInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, downloadEvidence);
  }
}
