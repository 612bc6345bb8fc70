export { AuditedService } from './audited-service.entity';
export { auditedServicesReads } from './audited-services.queries';
export { createServiceAccount, type ServiceAccountCreateInput } from './create-service-account';
export { importAuditedServices, type AuditedServicesImportInput } from './import-audited-services';
export {
  declareOrganisationLink,
  endOrganisationLink,
  type OrganisationLinkDeclareInput,
  type OrganisationLinkEndInput,
} from './link-organisations';
export {
  LINK_SOURCES,
  ORGANISATION_LINK_KINDS,
  type LinkSource,
  type OrganisationLinkKind,
} from './organisation-link.entity';
export { Organisation, ORGANISATION_KINDS, type OrganisationKind } from './organisation.entity';
export { MODALITIES, type Modality } from './registry-columns';
export { SECTORS, type Sector } from './registry-file';
export { batchesOf, lastDayOf, runImport } from './registry-writing';
