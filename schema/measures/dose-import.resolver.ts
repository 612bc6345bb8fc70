import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { prepareDoseImport, setProtocolMapping, withdrawDoseImport } from '../../server/measures';
import { UploadTicketType, UploadType } from '../evidence/upload.type';
import { payloadOf } from '../relay/write';
import {
  DoseImportPrepareInput,
  DoseImportWithdrawInput,
  ProtocolMappingsArgs,
  ProtocolMappingSetInput,
} from './dose-import.inputs';
import { DoseImportType } from './dose-import.type';
import { ProtocolMappingConnection, ProtocolMappingType } from './protocol-mapping.type';

const DoseImportPreparePayload = payloadOf('DoseImportPreparePayload', {
  doseImport: () => DoseImportType,
  upload: () => UploadType,
  uploadTicket: () => UploadTicketType,
});
const DoseImportWithdrawPayload = payloadOf('DoseImportWithdrawPayload', {
  doseImport: () => DoseImportType,
});
const ProtocolMappingSetPayload = payloadOf('ProtocolMappingSetPayload', {
  protocolMapping: () => ProtocolMappingType,
});

/** Doses that a service hands in, and what its protocol names stand for. */
@Resolver()
export class DoseImportResolver {
  @Query(() => DoseImportType, {
    nullable: true,
    description: 'Un import de doses ; null s’il est absent ou caché.',
  })
  doseImport(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'DoseImport', id, info);
  }

  @Query(() => ProtocolMappingConnection, {
    nullable: true,
    description: 'Correspondances des protocoles de vos services.',
  })
  protocolMappings(
    @Args(() => ProtocolMappingsArgs) args: ProtocolMappingsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => DoseImportPreparePayload, {
    description:
      'Annoncer un fichier de doses ; l’import commence quand ses octets sont arrivés par le ticket. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  doseImportPrepare(
    @Arg('input', () => DoseImportPrepareInput) input: DoseImportPrepareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, prepareDoseImport);
  }

  @Mutation(() => DoseImportWithdrawPayload, {
    description: 'Retirer un import : ses relevés sont effacés. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  doseImportWithdraw(
    @Arg('input', () => DoseImportWithdrawInput) input: DoseImportWithdrawInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, withdrawDoseImport);
  }

  @Mutation(() => ProtocolMappingSetPayload, {
    description:
      'Dire quel examen de la liste désigne un nom de protocole, pour les relevés des audits en cours et les imports à venir. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  protocolMappingSet(
    @Arg('input', () => ProtocolMappingSetInput) input: ProtocolMappingSetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, setProtocolMapping);
  }
}
