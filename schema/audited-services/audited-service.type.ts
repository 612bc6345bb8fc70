import { Field, Float, Int, ObjectType } from 'type-graphql';
import { MODALITIES, type LinkSource, type Modality, type Sector } from '../../server/audited-services';
import { AuditConnection } from '../audits/audit.type';
import { ApplicationConnection } from '../campaigns/application.type';
import { RoleGrantType } from '../identity/account.type';
import { EvidenceArgs } from '../evidence/evidence.args';
import { EvidenceRequestsArgs } from '../evidence/evidence-request.args';
import { EvidenceRequestConnection } from '../evidence/evidence-request.type';
import { EvidenceConnection } from '../evidence/evidence.type';
import { ReferenceCoverageField } from '../evidence/reference-coverage.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { LINK_SOURCE, OrganisationType, SECTOR } from './organisation.type';

/** What a site can be audited for. */
export const MODALITY = enumeration(MODALITIES, 'Modality', 'Technique d’imagerie d’un site.', {
  CT: 'Scanner.',
  MRI: 'IRM.',
  RADIOGRAPHY: 'Radiographie.',
  MAMMOGRAPHY: 'Mammographie.',
  ANGIOGRAPHY: 'Angiographie, radiologie interventionnelle.',
  NUCLEAR_MEDICINE: 'Médecine nucléaire.',
});

/** An imaging site that can be audited. */
@ObjectType('AuditedService', {
  implements: Node,
  description:
    'Service audité : un site d’imagerie, tel que les registres publics le décrivent. An imaging site.',
  simpleResolvers: true,
})
export class AuditedServiceType extends Node {
  @Field(() => String, { nullable: true, description: 'Numéro FINESS du site, 9 caractères.' })
  finessEt!: string | null;

  @Field(() => String, { nullable: true, description: 'Numéro SIRET, 14 chiffres.' })
  siret!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => SECTOR, { nullable: true })
  sector!: Sector | null;

  @Field(() => String, { description: 'Code INSEE du département.' })
  departmentCode!: string;

  @Field(() => String)
  departmentName!: string;

  @Field(() => String, { description: 'Code INSEE de la région.' })
  regionCode!: string;

  @Field(() => String)
  regionName!: string;

  @Field(() => String, { nullable: true })
  commune!: string | null;

  @Field(() => String, { nullable: true })
  postcode!: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrés, WGS 84.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrés, WGS 84.' })
  longitude!: number | null;

  @Field(() => [MODALITY])
  modalities!: Modality[];

  @Field(() => Int, { nullable: true, description: 'Nombre de scanners.' })
  scanners!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nombre d’appareils d’IRM.' })
  mri!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nombre de salles de radiographie.' })
  radiographyRooms!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nombre de mammographes.' })
  mammographs!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nombre de salles d’angiographie.' })
  angiographyRooms!: number | null;

  @Field(() => Int, { nullable: true, description: 'Examens de scanner par an.' })
  ctExamsPerYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Examens d’IRM par an.' })
  mriExamsPerYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Examens de radiographie par an.' })
  radiographyExamsPerYear!: number | null;

  @Field(() => Boolean, { description: 'Un service d’urgences est déclaré sur le site.' })
  hasEmergencyDepartment!: boolean;

  @Field(() => [String], {
    description: 'Codes de ce que l’import a trouvé douteux, par exemple une clé fausse.',
  })
  registryWarnings!: string[];

  @Field(() => InstantScalar, { nullable: true, description: 'Service fermé, gardé pour ses audits.' })
  archivedAt!: string | null;

  @Field(() => OrganisationType, { nullable: true, description: 'Organisation qui l’exploite.' })
  organisation!: object | null;

  @Field(() => [ServiceOrganisationType], {
    description: 'Organisations auxquelles il appartient, présentes et passées.',
  })
  organisations!: object[];

  @Field(() => [RoleGrantType], {
    description: 'Qui peut agir pour ce service ; pour son responsable, la coordination et l’administration.',
  })
  roleGrants!: object[];

  @EdgeField(() => ApplicationConnection, { description: 'Candidatures que vous pouvez voir.' })
  applications!: object;

  @EdgeField(() => AuditConnection, { description: 'Audits que vous pouvez voir.' })
  audits!: object;

  @EdgeField(() => EvidenceConnection, {
    description: 'Preuves de tous ses audits, par exemple celles qui expirent bientôt. (le service, TEAM)',
    args: EvidenceArgs,
  })
  evidence!: object;

  @EdgeField(() => EvidenceRequestConnection, {
    description: 'Demandes de preuves de tous ses audits. (le service, TEAM)',
    args: EvidenceRequestsArgs,
  })
  evidenceRequests!: object;

  @ReferenceCoverageField()
  referenceCoverage!: object[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** An organisation that a service belongs to, from when to when. */
@ObjectType('ServiceOrganisation', {
  implements: Node,
  description: 'Rattachement d’un service à une organisation. A service’s dated tie to an organisation.',
  simpleResolvers: true,
})
export class ServiceOrganisationType extends Node {
  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => OrganisationType, { nullable: true })
  organisation!: object | null;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; null : en cours.' })
  toDate!: string | null;

  @Field(() => LINK_SOURCE)
  source!: LinkSource;
}

export const AuditedServiceConnection = connectionOf('AuditedService', () => AuditedServiceType);
