import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, NOTHING } from '../row-rules';

const own: RowRule = (viewer, t, bind) =>
  viewer.roles.has('ADMIN')
    ? null
    : amongIds(`${t}.account_id`, viewer.accountId ? [viewer.accountId] : [], bind);

/** How people and programs sign in: each sees his own sessions and identities, administrators all of them. */
export const signInPolicy: RoomPolicy = {
  types: {
    AccountSession: {
      rows: own,
      withRow:
        'id method deviceLabel isSecondFactor isCurrent createdAt lastUsedAt endsAt idleEndsAt endedAt endReason version updatedAt',
    },
    AccountIdentity: { rows: own, withRow: 'id issuer rpps createdAt' },
    ClientProgram: {
      rows: own,
      withRow: 'id name contactEmail scopes account revokedAt version createdAt updatedAt',
    },
    ClientCredentials: { rows: () => NOTHING, withRow: 'clientId clientSecret' },
    SecondFactorKey: { rows: () => NOTHING, withRow: 'secret uri' },
    RecoveryCodes: { rows: () => NOTHING, withRow: 'codes' },
    Invitation: { rows: () => NOTHING, withRow: 'token expiresAt' },
  },
  mutations: {
    signOut: ['SELF'],
    sessionRevoke: ['SELF', 'ADMIN'],
    secondFactorEnrol: ['SELF'],
    secondFactorConfirm: ['SELF'],
    secondFactorDisable: ['SELF'],
    secondFactorReset: ['ADMIN'],
    identityLink: ['SELF'],
    identityUnlink: ['SELF', 'ADMIN'],
    invitationCreate: ['COORDINATOR', 'ADMIN'],
    clientProgramCreate: ['ADMIN'],
    clientProgramRotateSecret: ['ADMIN'],
    clientProgramRevoke: ['ADMIN'],
  },
};
