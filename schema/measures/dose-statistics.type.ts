import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type {
  DoseExclusion,
  DosePosition,
  DoseQuantity,
  DoseSetAside,
  LevelUse,
  LevelVerification,
  SampleBasis,
} from '../../server/measures';
import { declareEdge } from '../relay/edge-field';
import { CalendarDateScalar } from '../scalars/scalars';
import {
  DOSE_NOT_COUNTED,
  DOSE_POSITION,
  DOSE_QUANTITY,
  LEVEL_USE,
  LEVEL_VERIFICATION,
  SAMPLE_BASIS,
} from './dose-words';

@ObjectType('DoseNotCounted', {
  description: 'Relevés qui ne comptent pas, par raison.',
  simpleResolvers: true,
})
export class DoseNotCountedType {
  @Field(() => DOSE_NOT_COUNTED)
  reason!: DoseExclusion | DoseSetAside;

  @Field(() => Int)
  count!: number;
}

@ObjectType('ComparedLevel', {
  description: 'Niveau auquel une médiane est comparée, avec sa source.',
  simpleResolvers: true,
})
export class ComparedLevelType {
  @Field(() => String)
  sourceCode!: string;

  @Field(() => String)
  sourceTitle!: string;

  @Field(() => LEVEL_USE, {
    description: 'À afficher : seul CURRENT_NATIONAL est un niveau national en vigueur.',
  })
  use!: LevelUse;

  @Field(() => Float, { description: 'Niveau de référence diagnostique, dans l’unité de la grandeur.' })
  nrd!: number;

  @Field(() => Float, { nullable: true, description: 'Valeur guide diagnostique.' })
  vgd!: number | null;

  @Field(() => Int, { nullable: true, description: 'Effectif minimal.' })
  minSampleSize!: number | null;

  @Field(() => SAMPLE_BASIS, { nullable: true })
  minSampleBasis!: SampleBasis | null;

  @Field(() => LEVEL_VERIFICATION)
  verification!: LevelVerification;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Premier jour de validité, s’il est connu.',
  })
  from!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour de validité.' })
  to!: string | null;
}

@ObjectType('DoseComparison', {
  description: 'Place d’une médiane par rapport à une source demandée par son nom.',
  simpleResolvers: true,
})
export class DoseComparisonType {
  @Field(() => ComparedLevelType)
  level!: ComparedLevelType;

  @Field(() => DOSE_POSITION)
  position!: DosePosition;

  @Field(() => Boolean, { nullable: true })
  isBorderline!: boolean | null;
}

@ObjectType('MedianInterval', {
  description: 'Intervalle d’une médiane, d’au moins 95 %, entre deux valeurs de l’échantillon trié.',
  simpleResolvers: true,
})
export class MedianIntervalType {
  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Float, { description: 'Couverture exacte, de 0 à 1.' })
  coverage!: number;
}

@ObjectType('DoseQuantityStatistic', {
  description: 'Une grandeur d’un examen. Quantiles de type 7 (Hyndman et Fan).',
  simpleResolvers: true,
})
export class DoseQuantityStatisticType {
  @Field(() => DOSE_QUANTITY)
  quantity!: DoseQuantity;

  @Field(() => String, { description: 'mGy, mGy.cm ou mGy.cm2.' })
  unit!: string;

  @Field(() => Int, { description: 'Relevés qui comptent.' })
  n!: number;

  @Field(() => Float)
  median!: number;

  @Field(() => Float, { description: 'Premier quartile.' })
  q1!: number;

  @Field(() => Float, { description: 'Troisième quartile.' })
  q3!: number;

  @Field(() => MedianIntervalType, { nullable: true, description: 'Null sous six relevés.' })
  medianInterval!: MedianIntervalType | null;

  @Field(() => DOSE_POSITION, { description: 'Par rapport au niveau national en vigueur.' })
  position!: DosePosition;

  @Field(() => Boolean, {
    nullable: true,
    description: 'L’intervalle de la médiane chevauche une limite : l’échantillon ne tranche pas.',
  })
  isBorderline!: boolean | null;

  @Field(() => ComparedLevelType, {
    nullable: true,
    description: 'Niveau national en vigueur le jour de la visite.',
  })
  level!: ComparedLevelType | null;

  @Field(() => [DoseComparisonType], { description: 'Sources demandées par compareWith.' })
  comparisons!: DoseComparisonType[];
}

@ObjectType('DosePopulationStatistic', {
  description: 'Un examen chez une population.',
  simpleResolvers: true,
})
export class DosePopulationStatisticType {
  @Field(() => String, { description: 'Code de la population.' })
  population!: string;

  @Field(() => String)
  populationLabel!: string;

  @Field(() => DOSE_POSITION, { description: 'La moins bonne de ses grandeurs qui ont un niveau.' })
  position!: DosePosition;

  @Field(() => [DoseQuantityStatisticType])
  quantities!: DoseQuantityStatisticType[];
}

@ObjectType('DoseExamStatistic', {
  description: 'Les doses d’un examen dans un audit.',
  simpleResolvers: true,
})
export class DoseExamStatisticType {
  @Field(() => String)
  examCode!: string;

  @Field(() => String)
  examLabel!: string;

  @Field(() => DOSE_POSITION, { description: 'La moins bonne de ses populations.' })
  position!: DosePosition;

  @Field(() => [DosePopulationStatisticType])
  populations!: DosePopulationStatisticType[];

  @Field(() => [DoseNotCountedType], { description: 'Relevés de cet examen qui ne comptent pas.' })
  excluded!: DoseNotCountedType[];
}

@ObjectType('DoseStatistics', {
  description: 'Les doses d’un audit, examen par examen.',
  simpleResolvers: true,
})
export class DoseStatisticsType {
  @Field(() => [DoseExamStatisticType])
  exams!: DoseExamStatisticType[];

  @Field(() => [DoseNotCountedType], { description: 'Relevés qui ne sont d’aucun examen de la liste.' })
  excluded!: DoseNotCountedType[];
}

@ObjectType('CampaignDoseStatistic', {
  description:
    'Un examen sur les services d’une campagne, cinq au moins : répartition de leurs médianes, sans nommer personne.',
  simpleResolvers: true,
})
export class CampaignDoseStatisticType {
  @Field(() => String)
  examCode!: string;

  @Field(() => String)
  examLabel!: string;

  @Field(() => String, { description: 'Code de la population.' })
  population!: string;

  @Field(() => String)
  populationLabel!: string;

  @Field(() => DOSE_QUANTITY)
  quantity!: DoseQuantity;

  @Field(() => String, { description: 'mGy, mGy.cm ou mGy.cm2.' })
  unit!: string;

  @Field(() => Int, { description: 'Services qui ont assez de relevés.' })
  serviceCount!: number;

  @Field(() => Int, { description: 'Leurs relevés.' })
  recordCount!: number;

  @Field(() => Float, { description: 'Médiane des médianes des services.' })
  median!: number;

  @Field(() => Float, { nullable: true, description: 'Premier quartile ; null sous dix services.' })
  q1!: number | null;

  @Field(() => Float, { nullable: true, description: 'Troisième quartile ; null sous dix services.' })
  q3!: number | null;

  @Field(() => ComparedLevelType, { nullable: true, description: 'Niveau national en vigueur.' })
  level!: ComparedLevelType | null;
}

@ArgsType()
class DoseStatisticsArgs {
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes de sources (10 au plus) à comparer en plus, abrogées, européennes ou étrangères : leur usage s’affiche avec elles.',
  })
  compareWith?: string[] | null;
}

/** Declares `doseStatistics(compareWith)` of an audit; its read model serves it under the same name. */
export function DoseStatisticsField(): PropertyDecorator {
  return declareEdge(() => DoseStatisticsType, {
    description: 'Doses par examen, face aux niveaux nationaux en vigueur. (le service, son équipe)',
    args: DoseStatisticsArgs,
    nullable: true,
  });
}
