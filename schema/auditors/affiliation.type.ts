import { Field, ObjectType } from 'type-graphql';
import type { LinkSource } from '../../server/audited-services';
import { AFFILIATION_KINDS, type AffiliationKind } from '../../server/auditors';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { LINK_SOURCE, OrganisationType } from '../audited-services/organisation.type';
import { PersonType } from '../identity/account.type';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';

/** In what way a person is tied to a place. */
export const AFFILIATION_KIND = enumeration(
  AFFILIATION_KINDS,
  'AffiliationKind',
  'Nature d’un rattachement.',
  {
    EMPLOYMENT: 'Exercice ou emploi.',
    LOCUM: 'Remplacement.',
    TRAINING: 'Formation.',
    CONSULTING: 'Conseil.',
    TELERADIOLOGY: 'Téléradiologie.',
    OWNERSHIP: 'Parts ou propriété.',
  },
);

/** A dated tie of a person to an organisation or a service. */
@ObjectType('Affiliation', {
  implements: Node,
  description: 'Rattachement daté d’une personne. A dated tie of a person to an organisation or a service.',
  simpleResolvers: true,
})
export class AffiliationType extends Node {
  @Field(() => PersonType, { nullable: true })
  person!: object | null;

  @Field(() => OrganisationType, { nullable: true })
  organisation!: object | null;

  @Field(() => AuditedServiceType, {
    nullable: true,
    description: 'Null : l’organisation dans son ensemble.',
  })
  auditedService!: object | null;

  @Field(() => AFFILIATION_KIND)
  kind!: AffiliationKind;

  @Field(() => CalendarDateScalar, { description: 'Premier jour connu.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; null : en cours.' })
  toDate!: string | null;

  @Field(() => LINK_SOURCE)
  source!: LinkSource;

  @Field(() => InstantScalar)
  createdAt!: string;
}
