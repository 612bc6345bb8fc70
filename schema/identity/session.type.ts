import { Field, Int, ObjectType } from 'type-graphql';
import { END_REASONS, SESSION_METHODS } from '../../server/identity';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

const SESSION_METHOD = enumeration(SESSION_METHODS, 'SessionMethod', 'Façon dont la session a été ouverte.', {
  PASSWORD: 'Adresse et mot de passe.',
  OIDC: 'Fournisseur d’identité.',
  CLIENT_CREDENTIALS: 'Secret d’un programme client.',
});

const SESSION_END = enumeration(END_REASONS, 'SessionEnd', 'Raison de la fin d’une session.', {
  SIGNED_OUT: 'Déconnexion.',
  REVOKED: 'Révoquée depuis une autre session, ou par l’administration.',
  TOKEN_REUSED: 'Un jeton de renouvellement a servi deux fois : deux parties le détenaient.',
});

/** What a client gets when it signs in or renews. */
@ObjectType('Session', {
  description: 'Session ouverte, telle que son client la reçoit.',
  simpleResolvers: true,
})
export class SessionType {
  @Field(() => String, { description: 'Jeton d’accès, à envoyer dans Authorization: Bearer …' })
  accessToken!: string;

  @Field(() => InstantScalar, { description: 'Fin de validité du jeton d’accès ; renouvelez avant.' })
  expiresAt!: string;

  @Field(() => String, {
    description:
      'Jeton de renouvellement (sessionRefresh) ; chacun sert une fois. Un ancien jeton rejoué met fin à la session.',
  })
  refreshToken!: string;

  @Field(() => InstantScalar, { description: 'Fin de la session si rien ne la renouvelle avant.' })
  refreshExpiresAt!: string;
}

/** A session as its owner sees it in a list. */
@ObjectType('AccountSession', {
  implements: Node,
  description: 'Session d’un compte, sur un appareil. A session of an account.',
  simpleResolvers: true,
})
export class AccountSessionType extends Node {
  @Field(() => SESSION_METHOD)
  method!: string;

  @Field(() => String, { nullable: true, description: 'Appareil, tel que son client se nomme.' })
  deviceLabel!: string | null;

  @Field(() => Boolean, { description: 'Ouverte avec un second facteur.' })
  isSecondFactor!: boolean;

  @Field(() => Boolean, { description: 'La session de cette requête.' })
  isCurrent!: boolean;

  @Field(() => InstantScalar, { description: 'Dernier renouvellement.' })
  lastUsedAt!: string;

  @Field(() => InstantScalar, { description: 'Fin au plus tard, même renouvelée.' })
  endsAt!: string;

  @Field(() => InstantScalar, { description: 'Fin si rien ne la renouvelle.' })
  idleEndsAt!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Terminée avant son temps à cet instant.' })
  endedAt!: string | null;

  @Field(() => SESSION_END, { nullable: true })
  endReason!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const AccountSessionConnection = connectionOf('AccountSession', () => AccountSessionType);
