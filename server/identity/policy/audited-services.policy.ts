import type { RoomPolicy } from '../access';
import { participants } from '../row-rules';

/**
 * Sites and legal entities are facts of public registries: everyone who takes part may read them. What hangs on a site
 * (role grants, applications, audits) has rules of its own.
 */
export const auditedServicesPolicy: RoomPolicy = {
  types: {
    Organisation: {
      seenBy: 'Tous ceux qui prennent part aux audits ; ni les observateurs ni les comptes sans rôle.',
      rows: participants,
      withRow:
        'id kind code siren finessEj name sector links members auditedServices version createdAt updatedAt',
    },
    OrganisationLink: {
      seenBy: 'Tous ceux qui prennent part aux audits.',
      rows: participants,
      withRow: 'id organisation linkedOrganisation kind fromDate toDate source createdAt',
    },
    AuditedService: {
      seenBy: 'Tous ceux qui prennent part aux audits ; ni les observateurs ni les comptes sans rôle.',
      rows: participants,
      withRow:
        'id finessEt siret name sector departmentCode departmentName regionCode regionName commune postcode latitude longitude modalities scanners mri radiographyRooms mammographs angiographyRooms ctExamsPerYear mriExamsPerYear radiographyExamsPerYear hasEmergencyDepartment registryWarnings archivedAt organisation organisations roleGrants applications audits evidence evidenceRequests referenceCoverage version createdAt updatedAt',
    },
    ServiceOrganisation: {
      seenBy: 'Tous ceux qui prennent part aux audits.',
      rows: participants,
      withRow: 'id auditedService organisation fromDate toDate source',
    },
  },
  mutations: {
    auditedServicesImport: ['COORDINATOR'],
    organisationLinkDeclare: ['COORDINATOR'],
    organisationLinkEnd: ['COORDINATOR'],
    serviceAccountCreate: ['COORDINATOR'],
  },
  queries: {
    auditedService: ['SIGNED_IN'],
    auditedServices: ['SIGNED_IN'],
    organisation: ['SIGNED_IN'],
  },
  arguments: {
    'AuditedService.filter.search': { reveals: 'name commune finessEt' },
  },
};
