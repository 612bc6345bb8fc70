import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  createServiceAccount,
  declareOrganisationLink,
  endOrganisationLink,
  importAuditedServices,
} from '../../server/audited-services';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { AccountType } from '../identity/account.type';
import { OperationType } from '../operations/operation.type';
import { payloadOf } from '../relay/write';
import {
  AuditedServicesArgs,
  AuditedServicesImportInput,
  OrganisationLinkDeclareInput,
  OrganisationLinkEndInput,
  ServiceAccountCreateInput,
} from './audited-service.inputs';
import { AuditedServiceConnection, AuditedServiceType } from './audited-service.type';
import { OrganisationLinkType, OrganisationType } from './organisation.type';

const AuditedServicesImportPayload = payloadOf('AuditedServicesImportPayload', {
  operation: () => OperationType,
});
const OrganisationLinkDeclarePayload = payloadOf('OrganisationLinkDeclarePayload', {
  organisationLink: () => OrganisationLinkType,
});
const OrganisationLinkEndPayload = payloadOf('OrganisationLinkEndPayload', {
  organisationLink: () => OrganisationLinkType,
});
const ServiceAccountCreatePayload = payloadOf('ServiceAccountCreatePayload', { account: () => AccountType });

/** Audited services and the organisations they belong to. */
@Resolver()
export class AuditedServiceResolver {
  @Query(() => AuditedServiceType, {
    nullable: true,
    description: 'Un service audité ; null s’il est absent.',
  })
  auditedService(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'AuditedService', id, info);
  }

  @Query(() => AuditedServiceConnection, { nullable: true, description: 'Services audités.' })
  auditedServices(
    @Args(() => AuditedServicesArgs) args: AuditedServicesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => OrganisationType, {
    nullable: true,
    description: 'Une organisation ; null si elle est absente.',
  })
  organisation(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Organisation', id, info);
  }

  @Mutation(() => AuditedServicesImportPayload, {
    description:
      'Importer un registre de sites d’imagerie ; suivez l’opération jusqu’à son état final. (COORDINATOR)',
  })
  auditedServicesImport(
    @Arg('input', () => AuditedServicesImportInput) input: AuditedServicesImportInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, importAuditedServices);
  }

  @Mutation(() => OrganisationLinkDeclarePayload, {
    description: 'Déclarer un lien entre deux organisations. (COORDINATOR)',
  })
  organisationLinkDeclare(
    @Arg('input', () => OrganisationLinkDeclareInput) input: OrganisationLinkDeclareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declareOrganisationLink);
  }

  @Mutation(() => OrganisationLinkEndPayload, {
    description: 'Mettre fin à un lien déclaré ; il reste connu, avec ses dates. (COORDINATOR)',
  })
  organisationLinkEnd(
    @Arg('input', () => OrganisationLinkEndInput) input: OrganisationLinkEndInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, endOrganisationLink);
  }

  @Mutation(() => ServiceAccountCreatePayload, {
    description: 'Ouvrir un compte à une personne d’un service, avec son rôle. (COORDINATOR)',
  })
  serviceAccountCreate(
    @Arg('input', () => ServiceAccountCreateInput) input: ServiceAccountCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createServiceAccount);
  }
}
