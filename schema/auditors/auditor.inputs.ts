import { ArrayMaxSize, IsEmail, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { Modality } from '../../server/audited-services';
import type { AffiliationKind, Profession, Qualification } from '../../server/auditors';
import { LARGEST_FILE } from '../audited-services/audited-service.inputs';
import { MODALITY } from '../audited-services/audited-service.type';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite, Write } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { AFFILIATION_KIND } from './affiliation.type';
import { PROFESSION, QUALIFICATION } from './auditor.type';

const SORT = enumeration(['CREATED_AT'], 'AuditorSort', 'Tri des auditeurs.');

@InputType('AuditorFilter')
export class AuditorFilter {
  @Field(() => [PROFESSION], { nullable: true })
  professions?: Profession[] | null;

  @Field(() => [QUALIFICATION], { nullable: true })
  qualifications?: Qualification[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes INSEE de départements où l’auditeur exerce aujourd’hui.',
  })
  departmentCodes?: string[] | null;
}

@ArgsType()
export class AuditorsArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;

  @Field(() => AuditorFilter, { nullable: true })
  filter?: AuditorFilter | null;
}

@InputType('AuditorsImportInput')
export class AuditorsImportInput extends Write {
  @Field(() => String, {
    description: 'Extrait de l’annuaire RPPS : colonnes séparées par « | », 50 000 lignes et 2 Mo au plus.',
  })
  @MaxLength(LARGEST_FILE)
  text!: string;

  @Field(() => Boolean, { description: 'Essai : tout est vérifié et compté, rien n’est enregistré.' })
  isDryRun!: boolean;
}

@InputType('AuditorAccountCreateInput')
export class AuditorAccountCreateInput extends CreatingWrite {
  @Field(() => ID)
  auditorId!: string;

  @Field(() => String, { description: 'Adresse, unique sans égard aux majuscules.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'Mot de passe initial, 12 caractères ou plus.' })
  @MinLength(12)
  @MaxLength(200)
  password!: string;
}

@InputType('AuditorUpdateInput')
export class AuditorUpdateInput extends VersionedWrite {
  @Field(() => ID)
  auditorId!: string;

  @Field(() => [MODALITY], { nullable: true, description: 'Techniques maîtrisées, toutes.' })
  @ArrayMaxSize(20)
  modalities?: Modality[] | null;

  @Field(() => [String], { nullable: true, description: 'Langues, toutes : codes ISO 639-1.' })
  @ArrayMaxSize(20)
  @Matches(/^[a-z]{2}$/, { each: true })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Régions, toutes : codes INSEE.' })
  @ArrayMaxSize(20)
  @MaxLength(3, { each: true })
  regions?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Audits par an, au plus (0 à 52).' })
  @Min(0)
  @Max(52)
  yearlyMaximum?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Peut conduire un audit. (COORDINATOR)' })
  isLeadEligible?: boolean | null;
}

@InputType('AuditorMoveInput')
export class AuditorMoveInput extends VersionedWrite {
  @Field(() => ID)
  auditorId!: string;
}

@InputType('AuditorReasonedMoveInput')
export class AuditorReasonedMoveInput extends AuditorMoveInput {
  @Field(() => String)
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}

@InputType('AuditorUnavailabilityAddInput')
export class AuditorUnavailabilityAddInput extends CreatingWrite {
  @Field(() => ID)
  auditorId!: string;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour.' })
  toDate!: string;
}

@InputType('AuditorUnavailabilityRemoveInput')
export class AuditorUnavailabilityRemoveInput extends Write {
  @Field(() => ID)
  auditorUnavailabilityId!: string;
}

@InputType('AffiliationDeclareInput')
export class AffiliationDeclareInput extends CreatingWrite {
  @Field(() => ID, { nullable: true, description: 'De qui ; sans lui, de vous-même.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Un service en particulier.' })
  auditedServiceId?: string | null;

  @Field(() => AFFILIATION_KIND)
  kind!: AffiliationKind;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; sans lui : en cours.' })
  toDate?: string | null;
}

@InputType('AffiliationEndInput')
export class AffiliationEndInput extends Write {
  @Field(() => ID)
  affiliationId!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour.' })
  toDate!: string;
}
