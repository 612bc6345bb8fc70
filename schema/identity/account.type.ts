import { Field, Int, ObjectType } from 'type-graphql';
import {
  ACCOUNT_KINDS,
  PROGRAMME_ROLES,
  ROLES,
  SERVICE_ROLES,
  type AccountKind,
  type Role,
} from '../../server/identity';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { HistoryField } from '../trail/history-field';
import { AccountSessionConnection } from './session.type';

const ROLE_WORDS: Record<Role, string> = {
  COORDINATOR: 'Coordination du programme.',
  STEERING_MEMBER: 'Comité de pilotage (G4).',
  TEMPLATE_EDITOR: 'Rédaction des référentiels.',
  ANALYST: 'Analyse des synthèses.',
  OBSERVER: 'Observation : synthèses publiées seulement.',
  AUDITOR: 'Auditeur.',
  ADMIN: 'Administration des comptes, jamais du contenu.',
  SERVICE_MANAGER: 'Responsable du service audité.',
  SERVICE_CONTRIBUTOR: 'Contributeur du service audité.',
  SERVICE_READER: 'Lecteur du service audité.',
};

/** Every role that can be granted. */
export const ROLE = enumeration(ROLES, 'Role', 'Rôle.', ROLE_WORDS);

/** The part of it that holds for the whole programme. */
export const PROGRAMME_ROLE = enumeration(
  PROGRAMME_ROLES,
  'ProgrammeRole',
  'Rôle dans le programme.',
  ROLE_WORDS,
);

/** The part of it that holds in one service. */
export const SERVICE_ROLE = enumeration(
  SERVICE_ROLES,
  'ServiceRole',
  'Rôle dans un service audité.',
  ROLE_WORDS,
);

const ACCOUNT_KIND = enumeration(ACCOUNT_KINDS, 'AccountKind', 'Façon de se connecter.', {
  LOCAL: 'Adresse et mot de passe de la plateforme.',
  OIDC: 'Fournisseur d’identité (OpenID Connect).',
  SERVICE_ACCOUNT: 'Programme client, par son secret ; personne ne s’y connecte.',
});

/** A human being. */
@ObjectType('Person', {
  implements: Node,
  description: 'Personne, qu’elle se connecte ou non. A human being.',
  simpleResolvers: true,
})
export class PersonType extends Node {
  @Field(() => String, { description: 'Nom de famille.' })
  familyName!: string;

  @Field(() => String, { description: 'Prénom.' })
  givenName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Adresse ; pour elle-même, la coordination et l’administration.',
  })
  email!: string | null;

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** How a person signs in. */
@ObjectType('Account', {
  implements: Node,
  description: 'Compte d’une personne. How a person signs in.',
  simpleResolvers: true,
})
export class AccountType extends Node {
  @Field(() => PersonType, { nullable: true })
  person!: object | null;

  @Field(() => ACCOUNT_KIND)
  kind!: AccountKind;

  @Field(() => String, { description: 'Adresse avec laquelle la personne se connecte.' })
  email!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Compte fermé depuis cet instant.' })
  disabledAt!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Un second facteur est demandé à la connexion ; pour vous-même et l’administration.',
  })
  hasSecondFactor!: boolean | null;

  @EdgeField(() => AccountSessionConnection, {
    description: 'Sessions, ouvertes ou récentes ; pour vous-même et l’administration, vide pour les autres.',
  })
  sessions!: object;

  @Field(() => [RoleGrantType], { description: 'Habilitations, passées et présentes.' })
  roleGrants!: object[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** Who may act as what, for what, and when. */
@ObjectType('RoleGrant', {
  implements: Node,
  description:
    'Habilitation : qui peut agir en quelle qualité, pour quel service, et quand. Who may act as what.',
  simpleResolvers: true,
})
export class RoleGrantType extends Node {
  @Field(() => AccountType, { nullable: true })
  account!: object | null;

  @Field(() => ROLE)
  role!: Role;

  @Field(() => AuditedServiceType, { nullable: true, description: 'Service d’un rôle de service.' })
  auditedService!: object | null;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour.' })
  toDate!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Retirée à cet instant, quelles que soient ses dates.',
  })
  revokedAt!: string | null;

  @Field(() => AccountType, { nullable: true, description: 'Qui l’a donnée.' })
  grantedBy!: object | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const AccountConnection = connectionOf('Account', () => AccountType);
