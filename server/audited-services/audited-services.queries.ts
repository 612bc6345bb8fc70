import { columns, oneOf, readModel, type ReadModel } from '../database/read-model';

/** Text as it stands within a LIKE pattern. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Rows whose name or place holds the text, or whose FINESS number starts with it (with or without spaces). */
const search: ReadModel['filters'][string] = (value, t, bind) => {
  const text = String(value).trim();
  const within = bind(`%${literally(text)}%`);
  const start = bind(`${literally(text.replace(/\s+/g, '').toUpperCase())}%`);
  return `(${t}.name ilike ${within} or ${t}.commune ilike ${within} or ${t}.finess_et like ${start})`;
};

/** How organisations, their ties and the audited services are read. */
export const auditedServicesReads: readonly ReadModel[] = [
  readModel({
    type: 'Organisation',
    table: 'organisation',
    columns: columns('kind code siren finessEj name sector version createdAt updatedAt'),
    edges: {
      links: { kind: 'list', to: 'OrganisationLink', column: 'organisation_id', sort: 'from_date' },
      members: { kind: 'many', to: 'OrganisationLink', column: 'linked_organisation_id' },
      auditedServices: { kind: 'many', to: 'AuditedService', column: 'organisation_id' },
    },
    sorts: {
      NAME: { column: 'name', type: 'text' },
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
    },
    defaultSort: 'NAME',
  }),
  readModel({
    type: 'OrganisationLink',
    table: 'organisation_link',
    columns: columns('organisationId linkedOrganisationId kind fromDate toDate source createdAt'),
    edges: {
      organisation: { kind: 'one', to: 'Organisation', key: 'organisationId' },
      linkedOrganisation: { kind: 'one', to: 'Organisation', key: 'linkedOrganisationId' },
    },
  }),
  readModel({
    type: 'AuditedService',
    table: 'audited_service',
    columns: columns(
      `organisationId finessEt siret name sector departmentCode departmentName regionCode regionName commune postcode
       latitude longitude modalities scanners mri radiographyRooms mammographs angiographyRooms ctExamsPerYear
       mriExamsPerYear radiographyExamsPerYear hasEmergencyDepartment registryWarnings archivedAt version createdAt
       updatedAt`,
      { auditedServiceId: 't.id' },
    ),
    always: ['auditedServiceId'],
    edges: {
      organisation: { kind: 'one', to: 'Organisation', key: 'organisationId' },
      organisations: {
        kind: 'list',
        to: 'ServiceOrganisation',
        column: 'audited_service_id',
        sort: 'from_date',
      },
      roleGrants: { kind: 'list', to: 'RoleGrant', column: 'audited_service_id', sort: 'created_at' },
      applications: { kind: 'many', to: 'Application', column: 'audited_service_id' },
      audits: { kind: 'many', to: 'Audit', column: 'audited_service_id' },
    },
    sorts: {
      NAME: { column: 'name', type: 'text' },
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
    },
    defaultSort: 'NAME',
    filters: {
      regionCodes: oneOf('region_code'),
      departmentCodes: oneOf('department_code'),
      sectors: oneOf('sector'),
      modalities: (value, t, bind) => `${t}.modalities && ${bind(value)}::text[]`,
      search,
    },
  }),
  readModel({
    type: 'ServiceOrganisation',
    table: 'service_organisation',
    columns: columns('auditedServiceId organisationId fromDate toDate source'),
    edges: {
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      organisation: { kind: 'one', to: 'Organisation', key: 'organisationId' },
    },
    sorts: { FROM_DATE: { column: 'from_date', type: 'date' } },
    defaultSort: 'FROM_DATE',
  }),
];
