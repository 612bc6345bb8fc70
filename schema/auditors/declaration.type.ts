import { Field, Int, ObjectType } from 'type-graphql';
import {
  DECLARATION_STATES,
  INTEREST_KINDS,
  type DeclarationState,
  type InterestKind,
} from '../../server/auditors';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { OrganisationType } from '../audited-services/organisation.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { AuditorType } from './auditor.type';
import { HistoryField } from '../trail/history-field';

const STATE = enumeration(DECLARATION_STATES, 'DeclarationState', 'État d’une déclaration d’intérêts.', {
  DRAFT: 'En préparation.',
  SIGNED: 'Signée, en vigueur.',
  EXPIRED: 'Expirée.',
  SUPERSEDED: 'Remplacée par une plus récente.',
});

/** What is declared. */
export const INTEREST_KIND = enumeration(INTEREST_KINDS, 'InterestKind', 'Nature d’un intérêt déclaré.', {
  EMPLOYMENT: 'Exercice ou emploi.',
  LOCUM: 'Remplacement.',
  TRAINING: 'Formation.',
  CONSULTING: 'Conseil.',
  TELERADIOLOGY: 'Téléradiologie.',
  OWNERSHIP: 'Parts ou propriété.',
  FAMILY: 'Lien familial ou personnel.',
  FINANCIAL: 'Intérêt financier.',
  LITIGATION: 'Litige.',
  RESEARCH: 'Recherche commune.',
  OTHER: 'Autre.',
});

/** What an auditor declares and signs. */
@ObjectType('DeclarationOfInterests', {
  implements: Node,
  description:
    'Déclaration d’intérêts ; pour l’auditeur lui-même et la coordination. A declaration of interests.',
  simpleResolvers: true,
})
export class DeclarationOfInterestsType extends Node {
  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => STATE)
  state!: DeclarationState;

  @Field(() => InstantScalar, { nullable: true })
  signedAt!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour de validité.' })
  expiresOn!: string | null;

  @Field(() => [InterestType], { description: 'Intérêts déclarés ; vide : rien à déclarer.' })
  interests!: object[];

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** One line of a declaration. */
@ObjectType('Interest', {
  implements: Node,
  description: 'Intérêt déclaré. One line of a declaration of interests.',
  simpleResolvers: true,
})
export class InterestType extends Node {
  @Field(() => Int, { description: 'Rang dans la déclaration, à partir de 1.' })
  position!: number;

  @Field(() => INTEREST_KIND)
  kind!: InterestKind;

  @Field(() => OrganisationType, { nullable: true })
  organisation!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => String)
  description!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour ; null : inconnu.' })
  fromDate!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; null : en cours.' })
  toDate!: string | null;
}

export const DeclarationOfInterestsConnection = connectionOf(
  'DeclarationOfInterests',
  () => DeclarationOfInterestsType,
);
