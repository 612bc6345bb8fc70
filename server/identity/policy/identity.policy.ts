import type { RoomPolicy } from '../access';
import { amongIds, either, NOTHING } from '../row-rules';

/** People and accounts: one's own; coordinators and administrators see them all, since they grant the roles. */
export const identityPolicy: RoomPolicy = {
  types: {
    Viewer: {
      seenBy: 'Chacun pour soi.',
      rows: () => NOTHING,
      withRow: 'account person auditor roles services sessions identities',
    },
    ViewerService: {
      seenBy: 'Chacun pour soi.',
      rows: () => NOTHING,
      withRow: 'role auditedService',
    },
    Person: {
      seenBy:
        'La coordination et l’administration ; la personne elle-même ; quiconque voit un objet qui mène à elle.',
      // Names travel through the objects that may show them (an auditor's name to the service he audits).
      rows: (viewer, t, bind, within) =>
        within !== null || staff(viewer.roles)
          ? null
          : amongIds(`${t}.id`, viewer.personId ? [viewer.personId] : [], bind),
      withRow: 'id familyName givenName history version createdAt updatedAt',
      restricted: { email: { to: ['SELF', 'COORDINATOR', 'ADMIN'] } },
    },
    Account: {
      seenBy: 'La coordination et l’administration ; chacun le sien.',
      rows: (viewer, t, bind) =>
        staff(viewer.roles) ? null : amongIds(`${t}.id`, viewer.accountId ? [viewer.accountId] : [], bind),
      withRow: 'id person kind email disabledAt version createdAt updatedAt roleGrants sessions history',
      restricted: { hasSecondFactor: { to: ['SELF', 'ADMIN'] } },
    },
    RoleGrant: {
      seenBy:
        'La coordination et l’administration ; chacun les siens ; le responsable d’un service, ceux de son service.',
      rows: (viewer, t, bind) =>
        staff(viewer.roles)
          ? null
          : either(
              amongIds(`${t}.account_id`, viewer.accountId ? [viewer.accountId] : [], bind),
              amongIds(`${t}.audited_service_id`, managed(viewer.services), bind),
            ),
      withRow:
        'id account role auditedService fromDate toDate revokedAt grantedBy version createdAt updatedAt',
    },
    RateLimit: {
      seenBy: 'Chacun pour soi.',
      rows: () => NOTHING,
      withRow: 'limit cost remaining resetAt',
    },
    Session: {
      seenBy: 'Celui qui se connecte.',
      rows: () => NOTHING,
      withRow: 'accessToken expiresAt refreshToken refreshExpiresAt',
    },
    Transition: {
      seenBy: 'Ceux qui voient l’objet.',
      rows: () => NOTHING,
      withRow: 'act to isAvailable reason message',
    },
    ConflictReason: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'ruleCode level facts',
    },
    Operation: {
      seenBy: 'Celui qui l’a lancée.',
      rows: (viewer, t, bind) =>
        amongIds(`${t}.account_id`, viewer.accountId ? [viewer.accountId] : [], bind),
      withRow:
        'id kind state isDryRun doneCount totalCount message createdCount changedCount refusedCount problems deadlineAt createdAt finishedAt version availableTransitions',
    },
    OperationProblem: {
      seenBy: 'Celui qui a lancé l’opération.',
      rows: (viewer, t, bind, within) =>
        within === 'Operation'
          ? null
          : `exists (select 1 from operation o where o.id = ${t}.operation_id and ${amongIds('o.account_id', viewer.accountId ? [viewer.accountId] : [], bind)})`,
      withRow: 'id line severity code field value',
    },
  },
  mutations: {
    accountCreate: ['COORDINATOR', 'ADMIN'],
    accountDisable: ['ADMIN'],
    accountEnable: ['ADMIN'],
    passwordChange: ['SELF'],
    roleGrant: ['COORDINATOR', 'ADMIN'],
    roleRevoke: ['COORDINATOR', 'ADMIN'],
    operationCancel: ['SELF'],
    personErase: ['COORDINATOR', 'ADMIN'],
    personalDataExport: ['SELF', 'ADMIN'],
  },
  queries: {
    apiVersion: ['ANYONE'],
    rateLimit: ['ANYONE'],
    viewer: ['SIGNED_IN'],
    account: ['SIGNED_IN'],
    accounts: ['SIGNED_IN'],
    node: ['SIGNED_IN'],
    nodes: ['SIGNED_IN'],
    operation: ['SIGNED_IN'],
    operations: ['SIGNED_IN'],
  },
  arguments: {
    'Account.filter.isDisabled': { reveals: 'disabledAt' },
  },
};

function staff(roles: ReadonlySet<string>): boolean {
  return roles.has('COORDINATOR') || roles.has('ADMIN');
}

function managed(services: ReadonlyMap<string, string>): string[] {
  return [...services].filter(([, role]) => role === 'SERVICE_MANAGER').map(([id]) => id);
}
