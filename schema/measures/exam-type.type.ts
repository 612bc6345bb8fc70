import { Field, Float, Int, ObjectType } from 'type-graphql';
import type {
  DoseModality,
  ExamPopulations,
  ExamScope,
  PopulationBasis,
  SampleBasis,
} from '../../server/measures';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { DOSE_MODALITY, EXAM_POPULATION, EXAM_SCOPE, POPULATION_BASIS, SAMPLE_BASIS } from './dose-words';

/** An examination whose doses are compared. */
@ObjectType('ExamType', {
  implements: Node,
  description: 'Type d’examen de la liste. An examination whose doses are compared.',
  simpleResolvers: true,
})
export class ExamTypeType extends Node {
  @Field(() => String)
  code!: string;

  @Field(() => DOSE_MODALITY)
  modality!: DoseModality;

  @Field(() => EXAM_SCOPE)
  scope!: ExamScope;

  @Field(() => EXAM_POPULATION)
  populations!: ExamPopulations;

  @Field(() => Int, { nullable: true, description: 'Diamètre du fantôme de l’IDSV, en cm.' })
  phantomCm!: number | null;

  @LocalisedField({ description: 'Nom.' })
  label!: string;

  @Field(() => String)
  labelFr!: string;

  @Field(() => String)
  labelEn!: string;
}

export const ExamTypeConnection = connectionOf('ExamType', () => ExamTypeType);

/** Whom a level is for. */
@ObjectType('DosePopulation', {
  implements: Node,
  description: 'Population d’un niveau de référence. Whom a level is for.',
  simpleResolvers: true,
})
export class DosePopulationType extends Node {
  @Field(() => String)
  code!: string;

  @Field(() => POPULATION_BASIS)
  basis!: PopulationBasis;

  @Field(() => Float, { nullable: true, description: 'Borne basse comprise, en années ou en kg.' })
  fromValue!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute non comprise.' })
  belowValue!: number | null;

  @Field(() => Int, { nullable: true, description: 'Effectif minimal, si le niveau n’en donne pas.' })
  minSampleSize!: number | null;

  @Field(() => SAMPLE_BASIS, { nullable: true })
  minSampleBasis!: SampleBasis | null;

  @LocalisedField({ description: 'Nom.' })
  label!: string;

  @Field(() => String)
  labelFr!: string;

  @Field(() => String)
  labelEn!: string;
}
