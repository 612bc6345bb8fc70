import { Field, Int, ObjectType } from 'type-graphql';
import {
  LINK_SOURCES,
  ORGANISATION_KINDS,
  ORGANISATION_LINK_KINDS,
  SECTORS,
  type LinkSource,
  type OrganisationKind,
  type OrganisationLinkKind,
  type Sector,
} from '../../server/audited-services';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { AuditedServiceConnection } from './audited-service.type';

const KIND = enumeration(ORGANISATION_KINDS, 'OrganisationKind', 'Nature d’une organisation.', {
  LEGAL_ENTITY: 'Entité juridique.',
  GROUPING: 'Groupement d’entités juridiques.',
});

/** Who owns an establishment. */
export const SECTOR = enumeration(SECTORS, 'Sector', 'Secteur d’un établissement.', {
  PUBLIC: 'Public.',
  PRIVATE_FOR_PROFIT: 'Privé à but lucratif.',
  PRIVATE_NON_PROFIT: 'Privé à but non lucratif.',
});

/** Ties between organisations. */
export const ORGANISATION_LINK_KIND = enumeration(
  ORGANISATION_LINK_KINDS,
  'OrganisationLinkKind',
  'Nature d’un lien entre organisations.',
  {
    GHT: 'Groupement hospitalier de territoire.',
    GROUP: 'Groupe.',
    GIE: 'Groupement d’intérêt économique.',
    GCS: 'Groupement de coopération sanitaire.',
    HOLDING: 'Holding.',
  },
);

/** Where a tie is known from. */
export const LINK_SOURCE = enumeration(LINK_SOURCES, 'LinkSource', 'D’où un lien est connu.', {
  DECLARED: 'Déclaré.',
  REGISTRY: 'Lu dans un registre.',
});

/** A legal entity, or a grouping of them. */
@ObjectType('Organisation', {
  implements: Node,
  description: 'Entité juridique, ou groupement. A legal entity, or a grouping of them.',
  simpleResolvers: true,
})
export class OrganisationType extends Node {
  @Field(() => KIND)
  kind!: OrganisationKind;

  @Field(() => String, { nullable: true, description: 'Code d’un groupement sans SIREN ni FINESS.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Numéro SIREN, 9 chiffres.' })
  siren!: string | null;

  @Field(() => String, { nullable: true, description: 'Numéro FINESS de l’entité juridique, 9 caractères.' })
  finessEj!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => SECTOR, { nullable: true })
  sector!: Sector | null;

  @Field(() => [OrganisationLinkType], {
    description: 'Groupements et groupes auxquels elle appartient, présents et passés.',
  })
  links!: object[];

  @EdgeField(() => OrganisationLinkConnection, { description: 'Organisations qui lui appartiennent.' })
  members!: object;

  @EdgeField(() => AuditedServiceConnection, { description: 'Services qu’elle exploite.' })
  auditedServices!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** A dated tie between two organisations. */
@ObjectType('OrganisationLink', {
  implements: Node,
  description: 'Lien daté entre deux organisations. A dated tie between two organisations.',
  simpleResolvers: true,
})
export class OrganisationLinkType extends Node {
  @Field(() => OrganisationType, { nullable: true, description: 'Celle qui appartient à l’autre.' })
  organisation!: object | null;

  @Field(() => OrganisationType, {
    nullable: true,
    description: 'Celle qui la regroupe ou la détient.',
  })
  linkedOrganisation!: object | null;

  @Field(() => ORGANISATION_LINK_KIND)
  kind!: OrganisationLinkKind;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; null : en cours.' })
  toDate!: string | null;

  @Field(() => LINK_SOURCE)
  source!: LinkSource;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const OrganisationLinkConnection = connectionOf('OrganisationLink', () => OrganisationLinkType);
