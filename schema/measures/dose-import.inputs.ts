import { MaxLength, MinLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { DoseModality } from '../../server/measures';
import { FileAnnouncementInput } from '../evidence/upload.inputs';
import { PageArgs } from '../relay/connection';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { DOSE_MODALITY } from './dose-words';

@InputType('DoseImportPrepareInput')
export class DoseImportPrepareInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => FileAnnouncementInput, {
    description: 'Rapport de dose DICOM (RDSR), archive ZIP de rapports, ou CSV.',
  })
  @ValidateNested()
  file!: FileAnnouncementInput;
}

@InputType('DoseImportWithdrawInput')
export class DoseImportWithdrawInput extends VersionedWrite {
  @Field(() => ID)
  doseImportId!: string;
}

@InputType('ProtocolMappingSetInput')
export class ProtocolMappingSetInput extends VersionedWrite {
  @Field(() => ID)
  auditedServiceId!: string;

  @Field(() => DOSE_MODALITY)
  modality!: DoseModality;

  @Field(() => String, { description: 'Nom du protocole, comme le service l’écrit.' })
  @MinLength(1)
  @MaxLength(200)
  protocol!: string;

  @Field(() => String, { nullable: true, description: 'Code d’un examen de la liste ; null : aucun d’eux.' })
  @MaxLength(40)
  examCode?: string | null;
}

@InputType('ProtocolMappingFilter')
export class ProtocolMappingFilter {
  @Field(() => [DOSE_MODALITY], { nullable: true })
  modalities?: DoseModality[] | null;
}

@ArgsType()
export class ProtocolMappingsArgs extends PageArgs {
  @Field(() => ProtocolMappingFilter, { nullable: true })
  filter?: ProtocolMappingFilter | null;
}
