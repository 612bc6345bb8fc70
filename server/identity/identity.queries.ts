import { columns, readModel, type ReadModel } from '../database/read-model';

/** How people, accounts and role grants are read. */
export const identityReads: readonly ReadModel[] = [
  readModel({
    type: 'Person',
    table: 'person',
    columns: columns('familyName givenName email version createdAt updatedAt', { personId: 't.id' }),
    always: ['personId'],
  }),
  readModel({
    type: 'Account',
    table: 'account',
    columns: columns('personId kind email disabledAt createdAt', { accountId: 't.id' }),
    always: ['accountId'],
    edges: {
      person: { kind: 'one', to: 'Person', key: 'personId' },
      roleGrants: { kind: 'list', to: 'RoleGrant', column: 'account_id', sort: 'created_at' },
    },
  }),
  readModel({
    type: 'RoleGrant',
    table: 'role_grant',
    columns: columns('accountId role auditedServiceId fromDate toDate createdAt'),
    always: ['accountId', 'auditedServiceId'],
    edges: {
      account: { kind: 'one', to: 'Account', key: 'accountId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
    },
  }),
];
