import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  addUnavailability,
  createAuditorAccount,
  declareAffiliation,
  endAffiliation,
  importAuditors,
  removeUnavailability,
  updateAuditor,
} from '../../server/auditors';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { AccountType } from '../identity/account.type';
import { OperationType } from '../operations/operation.type';
import { payloadOf } from '../relay/write';
import { AffiliationType } from './affiliation.type';
import {
  AffiliationDeclareInput,
  AffiliationEndInput,
  AuditorAccountCreateInput,
  AuditorsArgs,
  AuditorsImportInput,
  AuditorUnavailabilityAddInput,
  AuditorUnavailabilityRemoveInput,
  AuditorUpdateInput,
} from './auditor.inputs';
import { AuditorConnection, AuditorType, AuditorUnavailabilityType } from './auditor.type';

const AuditorsImportPayload = payloadOf('AuditorsImportPayload', { operation: () => OperationType });
const AuditorAccountCreatePayload = payloadOf('AuditorAccountCreatePayload', { account: () => AccountType });
const AuditorUpdatePayload = payloadOf('AuditorUpdatePayload', { auditor: () => AuditorType });
const AuditorUnavailabilityAddPayload = payloadOf('AuditorUnavailabilityAddPayload', {
  auditor: () => AuditorType,
  auditorUnavailability: () => AuditorUnavailabilityType,
});
const AuditorUnavailabilityRemovePayload = payloadOf('AuditorUnavailabilityRemovePayload', {
  auditor: () => AuditorType,
});
const AffiliationDeclarePayload = payloadOf('AffiliationDeclarePayload', {
  affiliation: () => AffiliationType,
});
const AffiliationEndPayload = payloadOf('AffiliationEndPayload', { affiliation: () => AffiliationType });

/** Auditors and their ties. */
@Resolver()
export class AuditorResolver {
  @Query(() => AuditorType, { nullable: true, description: 'Un auditeur ; null s’il est absent ou caché.' })
  auditor(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Auditor', id, info);
  }

  @Query(() => AuditorConnection, { nullable: true, description: 'Auditeurs que vous pouvez voir.' })
  auditors(
    @Args(() => AuditorsArgs) args: AuditorsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => AuditorsImportPayload, {
    description:
      'Importer un extrait de l’annuaire RPPS ; suivez l’opération jusqu’à son état final. (COORDINATOR)',
  })
  auditorsImport(
    @Arg('input', () => AuditorsImportInput) input: AuditorsImportInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, importAuditors);
  }

  @Mutation(() => AuditorAccountCreatePayload, {
    description: 'Ouvrir un compte à un auditeur, avec son rôle. (COORDINATOR)',
  })
  auditorAccountCreate(
    @Arg('input', () => AuditorAccountCreateInput) input: AuditorAccountCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createAuditorAccount);
  }

  @Mutation(() => AuditorUpdatePayload, {
    description: 'Dire à quoi un auditeur peut être appelé ; ce qui est absent reste. (SELF, COORDINATOR)',
  })
  auditorUpdate(
    @Arg('input', () => AuditorUpdateInput) input: AuditorUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateAuditor);
  }

  @Mutation(() => AuditorUnavailabilityAddPayload, {
    description: 'Noter des jours d’indisponibilité. (SELF, COORDINATOR)',
  })
  auditorUnavailabilityAdd(
    @Arg('input', () => AuditorUnavailabilityAddInput) input: AuditorUnavailabilityAddInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, addUnavailability);
  }

  @Mutation(() => AuditorUnavailabilityRemovePayload, {
    description: 'Rendre ces jours disponibles. (SELF, COORDINATOR)',
  })
  auditorUnavailabilityRemove(
    @Arg('input', () => AuditorUnavailabilityRemoveInput) input: AuditorUnavailabilityRemoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, removeUnavailability);
  }

  @Mutation(() => AffiliationDeclarePayload, {
    description: 'Déclarer un rattachement, le sien ou celui d’une autre personne. (SELF, COORDINATOR)',
  })
  affiliationDeclare(
    @Arg('input', () => AffiliationDeclareInput) input: AffiliationDeclareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declareAffiliation);
  }

  @Mutation(() => AffiliationEndPayload, {
    description: 'Mettre fin à un rattachement déclaré ; il reste connu, avec ses dates. (SELF, COORDINATOR)',
  })
  affiliationEnd(
    @Arg('input', () => AffiliationEndInput) input: AffiliationEndInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, endAffiliation);
  }
}
