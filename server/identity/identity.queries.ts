import { columns, readModel, type ReadModel } from '../database/read-model';
import { historyEdge } from '../trail';

/** How people, accounts and role grants are read. */
export const identityReads: readonly ReadModel[] = [
  readModel({
    type: 'Person',
    table: 'person',
    columns: columns('familyName givenName email version createdAt updatedAt', { personId: 't.id' }),
    always: ['personId'],
    edges: { history: historyEdge('Person') },
  }),
  readModel({
    type: 'Account',
    table: 'account',
    columns: columns('personId kind email disabledAt version createdAt updatedAt', {
      accountId: 't.id',
      hasSecondFactor:
        'exists (select 1 from second_factor f where f.account_id = t.id and f.confirmed_at is not null)',
    }),
    always: ['accountId'],
    edges: {
      history: historyEdge('Account'),
      person: { kind: 'one', to: 'Person', key: 'personId' },
      sessions: { kind: 'many', to: 'AccountSession', column: 'account_id' },
      roleGrants: { kind: 'list', to: 'RoleGrant', column: 'account_id', sort: 'created_at' },
    },
    sorts: {
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
      EMAIL: { column: 'email', type: 'text' },
    },
    filters: {
      email: (value, t, bind) => `lower(${t}.email) = lower(${bind(value)})`,
      isDisabled: (value, t) => `${t}.disabled_at is ${value === true ? 'not null' : 'null'}`,
    },
  }),
  readModel({
    type: 'RoleGrant',
    table: 'role_grant',
    columns: columns(
      'accountId role auditedServiceId fromDate toDate revokedAt grantedById version createdAt updatedAt',
    ),
    always: ['accountId', 'auditedServiceId'],
    edges: {
      account: { kind: 'one', to: 'Account', key: 'accountId' },
      grantedBy: { kind: 'one', to: 'Account', key: 'grantedById' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
    },
  }),
  readModel({
    type: 'AccountSession',
    table: 'account_session',
    columns: columns(
      'accountId method deviceLabel isSecondFactor createdAt lastUsedAt endsAt idleEndsAt endedAt endReason version updatedAt',
    ),
    always: ['accountId'],
  }),
  readModel({
    type: 'AccountIdentity',
    table: 'account_identity',
    columns: columns('accountId issuer rpps createdAt'),
    always: ['accountId'],
  }),
  readModel({
    type: 'ClientProgram',
    table: 'client_program',
    columns: columns('accountId name contactEmail scopes revokedAt version createdAt updatedAt'),
    always: ['accountId'],
    edges: { account: { kind: 'one', to: 'Account', key: 'accountId' } },
    sorts: {
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
      NAME: { column: 'name', type: 'text' },
    },
  }),
];
