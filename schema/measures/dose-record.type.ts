import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import type { DoseExclusion, DoseLevel, DoseModality, DoseSetAside } from '../../server/measures';
import { connectionOf, PageArgs } from '../relay/connection';
import { Node } from '../relay/node';
import { JsonScalar } from '../scalars/scalars';
import { DOSE_EXCLUSION, DOSE_LEVEL, DOSE_MODALITY, DOSE_SET_ASIDE } from './dose-words';

/** Facts of one exposure. */
@ObjectType('DoseRecord', {
  implements: Node,
  description: 'Relevé de dose, sans rien qui mène à un patient. Facts of one exposure.',
  simpleResolvers: true,
})
export class DoseRecordType extends Node {
  @Field(() => String, { description: 'Où il se trouve dans le fichier.' })
  place!: string;

  @Field(() => DOSE_MODALITY)
  modality!: DoseModality;

  @Field(() => DOSE_LEVEL)
  level!: DoseLevel;

  @Field(() => String, { nullable: true, description: 'Mois de l’examen, AAAA-MM.' })
  performedIn!: string | null;

  @Field(() => String, { description: 'Protocole, comme le service l’écrit ; vide s’il manque.' })
  protocol!: string;

  @Field(() => String, { nullable: true, description: 'Nature de l’acquisition, dans les mots du fichier.' })
  acquisitionType!: string | null;

  @Field(() => String, { nullable: true, description: 'Constructeur et modèle.' })
  equipment!: string | null;

  @Field(() => Float, { nullable: true })
  ageYears!: number | null;

  @Field(() => Float, { nullable: true })
  weightKg!: number | null;

  @Field(() => Float, { nullable: true, description: 'IDSV, mGy.' })
  ctdiVolMgy!: number | null;

  @Field(() => Int, { nullable: true, description: 'Diamètre du fantôme, cm.' })
  phantomCm!: number | null;

  @Field(() => Float, { nullable: true, description: 'PDL, mGy.cm.' })
  dlpMgyCm!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longueur explorée, mm.' })
  scanningLengthMm!: number | null;

  @Field(() => Float, { nullable: true, description: 'PDS, mGy.cm².' })
  dapMgyCm2!: number | null;

  @Field(() => Float, { nullable: true, description: 'Dose à l’entrée, mGy.' })
  entranceDoseMgy!: number | null;

  @Field(() => Float, { nullable: true, description: 'DGM, mGy.' })
  meanGlandularDoseMgy!: number | null;

  @Field(() => Float, { nullable: true, description: 'Épaisseur du sein comprimé, mm.' })
  compressedThicknessMm!: number | null;

  @Field(() => Float, { nullable: true, description: 'Temps de scopie, s.' })
  fluoroscopySeconds!: number | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Ce que la lecture en dit : liste de { code, params }.',
  })
  notes!: unknown;

  @Field(() => String, { nullable: true, description: 'Examen de la liste ; null si nul ne l’a dit.' })
  examCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Code de la population.' })
  population!: string | null;

  @Field(() => Boolean, { description: 'Entre dans les statistiques.' })
  isCounted!: boolean;

  @Field(() => DOSE_EXCLUSION, { nullable: true, description: 'Pourquoi il ne compte jamais.' })
  exclusion!: DoseExclusion | null;

  @Field(() => DOSE_SET_ASIDE, { nullable: true, description: 'Pourquoi il ne compte pas pour l’instant.' })
  setAside!: DoseSetAside | null;
}

export const DoseRecordConnection = connectionOf('DoseRecord', () => DoseRecordType);

@InputType('DoseRecordFilter')
export class DoseRecordFilter {
  @Field(() => Boolean, { nullable: true, description: 'Vrai : ceux qui comptent ; faux : les autres.' })
  isCounted?: boolean | null;

  @Field(() => [DOSE_EXCLUSION], { nullable: true })
  exclusions?: DoseExclusion[] | null;

  @Field(() => [DOSE_SET_ASIDE], { nullable: true })
  setAsides?: DoseSetAside[] | null;

  @Field(() => [String], { nullable: true, description: 'Seulement ces examens.' })
  @ArrayMaxSize(100)
  examCodes?: string[] | null;
}

@ArgsType()
export class DoseRecordsArgs extends PageArgs {
  @Field(() => DoseRecordFilter, { nullable: true })
  filter?: DoseRecordFilter | null;
}

/** A part of an imported file that gave no record. */
@ObjectType('DoseRefusal', {
  implements: Node,
  description: 'Partie d’un fichier de doses qui n’a donné aucun relevé, et pourquoi.',
  simpleResolvers: true,
})
export class DoseRefusalType extends Node {
  @Field(() => String, { description: 'Où elle se trouve dans le fichier.' })
  place!: string;

  @Field(() => String, { description: 'Code stable.' })
  code!: string;

  @Field(() => String, { description: 'La raison, dans votre langue.' })
  message!: string;
}

export const DoseRefusalConnection = connectionOf('DoseRefusal', () => DoseRefusalType);
