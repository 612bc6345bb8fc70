import { Field, ObjectType } from 'type-graphql';
import type { LinkSource } from '../../server/audited-services';
import { CONFLICT_FACT_KINDS, type ConflictFactKind } from '../../server/matching';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { LINK_SOURCE, OrganisationType } from '../audited-services/organisation.type';
import { PersonType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';

/** What a fact is about. */
export const CONFLICT_FACT_KIND = enumeration(
  CONFLICT_FACT_KINDS,
  'ConflictFactKind',
  'Nature d’un fait dont dépendent les liens d’intérêts.',
  {
    TELERADIOLOGY_CONTRACT: 'Contrat de téléradiologie entre deux structures.',
    PERSONAL_TIE: 'Lien personnel : couple, parenté, amitié, litige, lien hiérarchique ou disciplinaire.',
    FINANCIAL_INTEREST:
      'Intérêt financier d’une personne dans une structure, discussion de recrutement comprise.',
    EXTERNAL_INSPECTION: 'Inspection, visite, audit de label ou expertise faite dans une structure.',
    JOINT_RESEARCH: 'Publication ou recherche commune.',
    VENDOR_FUNDING: 'Financement par un industriel.',
    PATIENT_BASIN: 'Même bassin de patients.',
  },
);

/** A dated fact between two sides. */
@ObjectType('ConflictFact', {
  implements: Node,
  description:
    'Fait daté entre deux côtés, dont dépendent des liens d’intérêts ; un seul est nommé de chaque côté. A dated fact on which conflicts of interest rest.',
  simpleResolvers: true,
})
export class ConflictFactType extends Node {
  @Field(() => CONFLICT_FACT_KIND)
  kind!: ConflictFactKind;

  @Field(() => PersonType, { nullable: true, description: 'Premier côté, une personne.' })
  person!: object | null;

  @Field(() => OrganisationType, { nullable: true, description: 'Premier côté, une organisation.' })
  organisation!: object | null;

  @Field(() => AuditedServiceType, { nullable: true, description: 'Premier côté, un service.' })
  auditedService!: object | null;

  @Field(() => PersonType, { nullable: true, description: 'Autre côté, une personne.' })
  otherPerson!: object | null;

  @Field(() => OrganisationType, { nullable: true, description: 'Autre côté, une organisation.' })
  otherOrganisation!: object | null;

  @Field(() => AuditedServiceType, { nullable: true, description: 'Autre côté, un service.' })
  otherAuditedService!: object | null;

  @Field(() => String, { nullable: true, description: 'Autre côté, hors de la plateforme : un industriel.' })
  otherParty!: string | null;

  @Field(() => String, { description: 'De quoi il s’agit, en quelques mots.' })
  description!: string;

  @Field(() => CalendarDateScalar, { description: 'Premier jour connu.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; null : en cours.' })
  toDate!: string | null;

  @Field(() => LINK_SOURCE)
  source!: LinkSource;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ConflictFactConnection = connectionOf('ConflictFact', () => ConflictFactType);
