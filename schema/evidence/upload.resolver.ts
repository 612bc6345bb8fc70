import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { renewUploadTicket } from '../../server/evidence';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { UploadTicketRenewInput } from './upload.inputs';
import { UploadTicketType, UploadType } from './upload.type';

const UploadTicketRenewPayload = payloadOf('UploadTicketRenewPayload', {
  upload: () => UploadType,
  uploadTicket: () => UploadTicketType,
});

/** Files on their way, whatever they are for. */
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
}
