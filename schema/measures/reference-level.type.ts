import { Field, Float, Int, ObjectType } from 'type-graphql';
import type {
  DoseQuantity,
  LevelLineOutcome,
  LevelScope,
  LevelUse,
  LevelVerification,
  SampleBasis,
} from '../../server/measures';
import { UserError } from '../errors/user-error';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import {
  DOSE_QUANTITY,
  LEVEL_LINE_OUTCOME,
  LEVEL_SCOPE,
  LEVEL_USE,
  LEVEL_VERIFICATION,
  SAMPLE_BASIS,
} from './dose-words';
import { DosePopulationType, ExamTypeType } from './exam-type.type';

/** A text or study that states reference levels. */
@ObjectType('ReferenceLevelSource', {
  implements: Node,
  description: 'Source de niveaux de référence. A text or study that states reference levels.',
  simpleResolvers: true,
})
export class ReferenceLevelSourceType extends Node {
  @Field(() => String)
  code!: string;

  @Field(() => LEVEL_USE)
  use!: LevelUse;

  @LocalisedField({ description: 'Titre.' })
  title!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleEn!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Premier jour en vigueur, s’il est connu.',
  })
  inForceFrom!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour en vigueur.' })
  inForceTo!: string | null;

  @Field(() => String, { description: 'Adresse https.' })
  url!: string;

  @LocalisedField({ description: 'Ce qui a été lu de la source, et comment.' })
  evidence!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ReferenceLevelSourceConnection = connectionOf(
  'ReferenceLevelSource',
  () => ReferenceLevelSourceType,
);

/** A diagnostic reference level. */
@ObjectType('ReferenceLevel', {
  implements: Node,
  description: 'Niveau de référence diagnostique (NRD). A diagnostic reference level.',
  simpleResolvers: true,
})
export class ReferenceLevelType extends Node {
  @Field(() => ReferenceLevelSourceType, { nullable: true })
  source!: object | null;

  @Field(() => ExamTypeType, { nullable: true })
  examType!: object | null;

  @Field(() => DosePopulationType, { nullable: true })
  population!: object | null;

  @Field(() => DOSE_QUANTITY)
  quantity!: DoseQuantity;

  @Field(() => LEVEL_SCOPE)
  scope!: LevelScope;

  @Field(() => String, { description: 'mGy, mGy.cm ou mGy.cm2.' })
  unit!: string;

  @Field(() => Float, { description: 'Niveau de référence diagnostique.' })
  nrd!: number;

  @Field(() => Float, { nullable: true, description: 'Valeur guide diagnostique.' })
  vgd!: number | null;

  @Field(() => Int, { nullable: true, description: 'Effectif minimal ; null : celui de la population.' })
  minSampleSize!: number | null;

  @Field(() => SAMPLE_BASIS, { nullable: true })
  minSampleBasis!: SampleBasis | null;

  @Field(() => Int, { nullable: true, description: 'Diamètre du fantôme, en cm.' })
  phantomCm!: number | null;

  @Field(() => LEVEL_VERIFICATION)
  verification!: LevelVerification;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Premier jour ; null : celui de la source.',
  })
  validFrom!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour ; null : celui de la source.',
  })
  validTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Où un niveau importé a été lu.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Comment qui l’a importé l’a vérifié.' })
  statement!: string | null;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ReferenceLevelConnection = connectionOf('ReferenceLevel', () => ReferenceLevelType);

/** A line of an imported table of levels. */
@ObjectType('LevelLineResult', {
  description: 'Ligne d’un tableau de niveaux, et ce qu’elle devient.',
  simpleResolvers: true,
})
export class LevelLineResultType {
  @Field(() => Int, { description: 'Ligne du fichier, l’en-tête étant la ligne 1.' })
  line!: number;

  @Field(() => LEVEL_LINE_OUTCOME)
  outcome!: LevelLineOutcome;

  @Field(() => String, { nullable: true })
  examCode!: string | null;

  @Field(() => String, { nullable: true })
  population!: string | null;

  @Field(() => DOSE_QUANTITY, { nullable: true })
  quantity!: DoseQuantity | null;

  @Field(() => String, { nullable: true, description: 'Unité dans laquelle le niveau est gardé.' })
  unit!: string | null;

  @Field(() => Float, { nullable: true })
  nrd!: number | null;

  @Field(() => Float, { nullable: true })
  vgd!: number | null;

  @Field(() => [UserError], { description: 'Ce qui s’y oppose ; `path` nomme la colonne.' })
  userErrors!: UserError[];
}
