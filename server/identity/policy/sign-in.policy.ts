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
      seenBy: 'Chacun les siennes ; l’administration, toutes.',
      rows: own,
      withRow:
        'id method deviceLabel isSecondFactor isCurrent createdAt lastUsedAt endsAt idleEndsAt endedAt endReason version updatedAt',
    },
    AccountIdentity: {
      seenBy: 'Chacun les siennes ; l’administration, toutes.',
      rows: own,
      withRow: 'id issuer rpps createdAt',
    },
    ClientProgram: {
      seenBy: 'L’administration, et le compte du programme.',
      rows: own,
      withRow: 'id name contactEmail scopes account revokedAt version createdAt updatedAt',
    },
    ClientCredentials: {
      seenBy: 'Celui qui crée le programme ou change son secret, une seule fois.',
      rows: () => NOTHING,
      withRow: 'clientId clientSecret',
    },
    SecondFactorKey: {
      seenBy: 'Celui qui l’enrôle, une seule fois.',
      rows: () => NOTHING,
      withRow: 'secret uri',
    },
    RecoveryCodes: {
      seenBy: 'Celui qui confirme son second facteur, une seule fois.',
      rows: () => NOTHING,
      withRow: 'codes',
    },
    Invitation: {
      seenBy: 'Celui qui invite, une seule fois.',
      rows: () => NOTHING,
      withRow: 'token expiresAt',
    },
  },
  mutations: {
    signIn: ['ANYONE'],
    signInWithCode: ['ANYONE'],
    sessionRefresh: ['ANYONE'],
    invitationAccept: ['ANYONE'],
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
  queries: {
    clientPrograms: ['SIGNED_IN'],
  },
};
