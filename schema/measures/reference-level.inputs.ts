import { ArrayMaxSize, Matches, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import type { DoseModality, DoseQuantity, LevelUse } from '../../server/measures';
import { PageArgs } from '../relay/connection';
import { Write } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { DOSE_MODALITY, DOSE_QUANTITY, LEVEL_USE } from './dose-words';

@InputType('ExamTypeFilter')
export class ExamTypeFilter {
  @Field(() => [DOSE_MODALITY], { nullable: true })
  modalities?: DoseModality[] | null;
}

@ArgsType()
export class ExamTypesArgs extends PageArgs {
  @Field(() => ExamTypeFilter, { nullable: true })
  filter?: ExamTypeFilter | null;
}

@InputType('ReferenceLevelSourceFilter')
export class ReferenceLevelSourceFilter {
  @Field(() => [LEVEL_USE], { nullable: true })
  uses?: LevelUse[] | null;
}

@ArgsType()
export class ReferenceLevelSourcesArgs extends PageArgs {
  @Field(() => ReferenceLevelSourceFilter, { nullable: true })
  filter?: ReferenceLevelSourceFilter | null;
}

@InputType('ReferenceLevelFilter')
export class ReferenceLevelFilter {
  @Field(() => [String], { nullable: true, description: 'Seulement les niveaux de ces sources.' })
  @ArrayMaxSize(100)
  sourceCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Seulement les niveaux de ces examens.' })
  @ArrayMaxSize(100)
  examCodes?: string[] | null;

  @Field(() => [DOSE_QUANTITY], { nullable: true })
  quantities?: DoseQuantity[] | null;
}

@ArgsType()
export class ReferenceLevelsArgs extends PageArgs {
  @Field(() => ReferenceLevelFilter, { nullable: true })
  filter?: ReferenceLevelFilter | null;
}

@InputType('ReferenceLevelSourceInput', { description: 'Source qui n’est pas encore enregistrée.' })
export class ReferenceLevelSourceInput {
  @Field(() => String)
  @MinLength(5)
  @MaxLength(300)
  titleFr!: string;

  @Field(() => String)
  @MinLength(5)
  @MaxLength(300)
  titleEn!: string;

  @Field(() => LEVEL_USE)
  use!: LevelUse;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour en vigueur.' })
  inForceFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour en vigueur.' })
  inForceTo?: string | null;
}

@InputType('ReferenceLevelsImportInput')
export class ReferenceLevelsImportInput extends Write {
  @Field(() => String, {
    description:
      'Tableau CSV (« ; » ou « , ») : exam, population, quantity, unit, nrd, vgd, min_sample_size, phantom_cm, valid_from, valid_to.',
  })
  @MaxLength(500_000)
  csv!: string;

  @Field(() => String, { description: 'Code de la source, par exemple ASN-2019-DC-0667.' })
  @Matches(/^[A-Z0-9]+([-_][A-Z0-9]+)*$/)
  @MaxLength(40)
  sourceCode!: string;

  @Field(() => ReferenceLevelSourceInput, { nullable: true })
  source?: ReferenceLevelSourceInput | null;

  @Field(() => String, { description: 'Adresse https où le tableau a été lu.' })
  @MaxLength(2000)
  url!: string;

  @Field(() => String, { description: 'Qui a vérifié, comment, quand.' })
  @MinLength(10)
  @MaxLength(2000)
  statement!: string;

  @Field(() => Boolean, { description: 'Essai : tout est vérifié et montré, rien n’est enregistré.' })
  isDryRun!: boolean;
}
