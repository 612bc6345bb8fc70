import { ArrayMaxSize, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { EvidenceForm } from '../../server/evidence';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { EVIDENCE_FORM } from './evidence-words';
import { FileAnnouncementInput } from './upload.inputs';

@InputType('EvidenceAddInput')
export class EvidenceAddInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => EVIDENCE_FORM, {
    description: 'FILE demande un fichier annoncé (file) ; ses octets suivent par le ticket.',
  })
  kind!: EvidenceForm;

  @Field(() => ID, { nullable: true, description: 'Genre de preuve du catalogue.' })
  evidenceKindId?: string | null;

  @Field(() => String)
  @MinLength(2)
  @MaxLength(200)
  title!: string;

  @Field(() => FileAnnouncementInput, { nullable: true, description: 'Fichier, pour la forme FILE seule.' })
  @ValidateNested()
  file?: FileAnnouncementInput | null;

  @Field(() => String, { nullable: true, description: 'Adresse https, sans identifiants.' })
  @MaxLength(2000)
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'Texte ; jamais de donnée de patient.' })
  @MaxLength(10000)
  note?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  periodFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  periodTo?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour de validité (certificat, autorisation) ; null : sans terme.',
  })
  expiresOn?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Critères que la preuve sert (200 au plus).' })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;
}

@InputType('EvidenceUpdateInput', { description: 'Ce qui manque reste ; ce qui est null est effacé.' })
export class EvidenceUpdateInput extends VersionedWrite {
  @Field(() => ID)
  evidenceId!: string;

  @Field(() => ID, { nullable: true })
  evidenceKindId?: string | null;

  @Field(() => String, { nullable: true })
  @MinLength(2)
  @MaxLength(200)
  title?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(2000)
  url?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(10000)
  note?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  periodFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  periodTo?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour de validité (certificat, autorisation) ; null : sans terme.',
  })
  expiresOn?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Tous les critères que la preuve sert désormais.' })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;
}

@InputType('EvidenceTakeOverInput')
export class EvidenceTakeOverInput extends CreatingWrite {
  @Field(() => ID, { description: 'Audit auquel la preuve est donnée.' })
  auditId!: string;

  @Field(() => ID, { description: 'Preuve d’un autre audit du même service, encore valable.' })
  evidenceId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Critères servis (200 au plus) ; sans eux, ceux de même code ou qui demandent le même genre de preuve.',
  })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;
}

@InputType('EvidenceAcceptInput')
export class EvidenceAcceptInput extends VersionedWrite {
  @Field(() => ID)
  evidenceId!: string;

  @Field(() => String, { nullable: true, description: 'Remarque, lue par le service.' })
  @MaxLength(2000)
  reason?: string | null;
}

@InputType('EvidenceTurnDownInput')
export class EvidenceTurnDownInput extends VersionedWrite {
  @Field(() => ID)
  evidenceId!: string;

  @Field(() => String, { description: 'Raison, lue par le service.' })
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}

@InputType('EvidenceReleaseInput')
export class EvidenceReleaseInput extends VersionedWrite {
  @Field(() => ID)
  evidenceId!: string;

  @Field(() => String, { description: 'Ce qui a été regardé, et pourquoi rien n’y désigne un patient.' })
  @MinLength(2)
  @MaxLength(2000)
  reason!: string;
}

@InputType('EvidenceRefuseInput')
export class EvidenceRefuseInput extends VersionedWrite {
  @Field(() => ID)
  evidenceId!: string;

  @Field(() => String, { description: 'Ce qui a été vu, sans donnée de patient.' })
  @MinLength(2)
  @MaxLength(2000)
  reason!: string;
}
