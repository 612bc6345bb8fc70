import { IsEmail, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Modality, OrganisationLinkKind, Sector } from '../../server/audited-services';
import type { ServiceRole } from '../../server/kernel/viewer';
import { SERVICE_ROLE } from '../identity/account.type';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, Write } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { MODALITY } from './audited-service.type';
import { ORGANISATION_LINK_KIND, SECTOR } from './organisation.type';

/** Longest file that an import takes, in characters. */
export const LARGEST_FILE = 2_000_000;

const SORT = enumeration(['NAME', 'CREATED_AT'], 'AuditedServiceSort', 'Tri des services audités.');

@InputType('AuditedServiceFilter')
export class AuditedServiceFilter {
  @Field(() => [String], { nullable: true, description: 'Codes INSEE de régions.' })
  regionCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes INSEE de départements.' })
  departmentCodes?: string[] | null;

  @Field(() => [SECTOR], { nullable: true })
  sectors?: Sector[] | null;

  @Field(() => [MODALITY], { nullable: true, description: 'L’une au moins de ces techniques.' })
  modalities?: Modality[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Morceau du nom ou de la commune, ou début du numéro FINESS.',
  })
  search?: string | null;
}

@ArgsType()
export class AuditedServicesArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;

  @Field(() => AuditedServiceFilter, { nullable: true })
  filter?: AuditedServiceFilter | null;
}

@InputType('AuditedServicesImportInput')
export class AuditedServicesImportInput extends Write {
  @Field(() => String, {
    description: 'Registre de sites d’imagerie : colonnes séparées par « ; », 10 000 lignes et 2 Mo au plus.',
  })
  @MaxLength(LARGEST_FILE)
  csv!: string;

  @Field(() => Boolean, { description: 'Essai : tout est vérifié et compté, rien n’est enregistré.' })
  isDryRun!: boolean;
}

@InputType('OrganisationLinkDeclareInput')
export class OrganisationLinkDeclareInput extends CreatingWrite {
  @Field(() => ID, { description: 'Celle qui appartient à l’autre.' })
  organisationId!: string;

  @Field(() => ID, { description: 'Celle qui la regroupe ou la détient.' })
  linkedOrganisationId!: string;

  @Field(() => ORGANISATION_LINK_KIND)
  kind!: OrganisationLinkKind;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; sans lui : en cours.' })
  toDate?: string | null;
}

@InputType('OrganisationLinkEndInput')
export class OrganisationLinkEndInput extends Write {
  @Field(() => ID)
  organisationLinkId!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour.' })
  toDate!: string;
}

@InputType('ServiceAccountCreateInput')
export class ServiceAccountCreateInput extends CreatingWrite {
  @Field(() => ID)
  auditedServiceId!: string;

  @Field(() => String)
  @MinLength(1)
  @MaxLength(100)
  familyName!: string;

  @Field(() => String)
  @MinLength(1)
  @MaxLength(100)
  givenName!: string;

  @Field(() => String, { description: 'Adresse, unique sans égard aux majuscules.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'Mot de passe initial, 12 caractères ou plus.' })
  @MinLength(12)
  @MaxLength(200)
  password!: string;

  @Field(() => SERVICE_ROLE)
  role!: ServiceRole;
}
