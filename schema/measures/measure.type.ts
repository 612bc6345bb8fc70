import { ArgsType, Field, Float, Int, InputType, ObjectType } from 'type-graphql';
import type { GradeValue } from '../../server/audits';
import {
  MEASURE_SOURCES,
  MEASURE_STAGES,
  type DosePosition,
  type MeasureSource,
  type MeasureStage,
  type TargetDecision,
} from '../../server/measures';
import { AuditType } from '../audits/audit.type';
import { GRADE_VALUE } from '../audits/grade-words';
import { AuditorType } from '../auditors/auditor.type';
import { connectionOf, PageArgs } from '../relay/connection';
import { declareEdge } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { DOSE_POSITION } from './dose-words';
import { TARGET_DECISION } from './target-decision';

/** Whose measure it is. */
export const MEASURE_STAGE = enumeration(MEASURE_STAGES, 'MeasureStage', 'À qui est une mesure.', {
  AUDITOR: 'À un auditeur, à l’aveugle comme sa cotation.',
  CONSENSUS: 'À l’équipe d’audit.',
});

const MEASURE_SOURCE = enumeration(MEASURE_SOURCES, 'MeasureSource', 'D’où vient une mesure.', {
  CASES: 'Échantillon de dossiers, relus à deux et arbitrés.',
  COUNTS: 'Comptage par l’auditeur.',
  NUMBER: 'Nombre relevé par l’auditeur.',
  DOSE: 'Relevés de dose du service.',
  AGREEMENT: 'Accord des deux relecteurs d’un échantillon (AC1), avant arbitrage.',
});

/** Records of one value. */
@ObjectType('MeasureCount', {
  description: 'Nombre de dossiers d’une valeur. Records of one value of the scale.',
  simpleResolvers: true,
})
export class MeasureCountType {
  @Field(() => String, { description: 'Valeur de l’échelle.' })
  value!: string;

  @Field(() => Int, { description: 'Dossiers, personnes ou scènes.' })
  count!: number;
}

/** What was counted where no sample of the platform measures a criterion. */
@ObjectType('CriterionMeasure', {
  implements: Node,
  description:
    'Comptage d’un critère par un auditeur, ou celui que l’équipe retient. What an auditor counted for a criterion, or what the team holds.',
  simpleResolvers: true,
})
export class CriterionMeasureType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => MEASURE_STAGE)
  stage!: MeasureStage;

  @Field(() => AuditorType, {
    nullable: true,
    description: 'Qui a compté, ou qui a écrit la mesure de l’équipe. (équipe, coordination)',
  })
  auditor!: object | null;

  @Field(() => [MeasureCountType], { nullable: true, description: 'Dossiers par valeur de l’échelle.' })
  counts!: MeasureCountType[] | null;

  @Field(() => Float, { nullable: true, description: 'Part, de 0 à 1.' })
  share!: number | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const CriterionMeasureConnection = connectionOf('CriterionMeasure', () => CriterionMeasureType);

/** What the facts say of a criterion, and what grade follows. */
@ObjectType('MeasuredCriterion', {
  description:
    'Ce que les faits disent d’un critère, avec leur incertitude, et la cotation qui en découle. What the facts say of a criterion, how sure they are, and the grade that follows.',
  simpleResolvers: true,
})
export class MeasuredCriterionType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => MEASURE_SOURCE)
  source!: MeasureSource;

  @Field(() => Boolean, { description: 'Tous les faits sont là ; avant, rien n’est proposé.' })
  isComplete!: boolean;

  @Field(() => Int, { nullable: true, description: 'Dossiers comptés.' })
  x!: number | null;

  @Field(() => Int, { nullable: true, description: 'Dossiers qui pouvaient l’être.' })
  n!: number | null;

  @Field(() => Float, { nullable: true, description: 'Taux x / n, nombre relevé, ou coefficient d’accord.' })
  estimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse à 95 % (Wilson pour un taux).' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute à 95 %.' })
  high!: number | null;

  @Field(() => Int, { nullable: true, description: 'Dossiers en tout.' })
  total!: number | null;

  @Field(() => Int, { nullable: true, description: 'Dossiers non applicables.' })
  notApplicable!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Dossiers à l’information insuffisante : à côté du taux, jamais dedans.',
  })
  notAssessable!: number | null;

  @Field(() => TARGET_DECISION, { nullable: true, description: 'Face à la cible du critère.' })
  decision!: TargetDecision | null;

  @Field(() => DOSE_POSITION, { nullable: true, description: 'La moins bonne des examens évalués.' })
  dosePosition!: DosePosition | null;

  @Field(() => GRADE_VALUE, {
    nullable: true,
    description: 'Cotation proposée ; une autre demande une raison (differenceReason).',
  })
  proposedValue!: GradeValue | null;
}

@ArgsType()
class MeasuresArgs {
  @Field(() => MEASURE_STAGE, {
    description: 'AUDITOR : vos propres mesures ; CONSENSUS : celles de l’équipe.',
  })
  stage!: MeasureStage;
}

/** Declares `measures(stage)` of an audit; its read model serves it under the same name. */
export function MeasuresField(): PropertyDecorator {
  return declareEdge(() => [MeasuredCriterionType], {
    description: 'Critères mesurés, là où vous pouvez lire la cotation de même niveau.',
    args: MeasuresArgs,
  });
}

@InputType('CriterionMeasureFilter')
class CriterionMeasureFilter {
  @Field(() => [MEASURE_STAGE], { nullable: true })
  stages?: MeasureStage[] | null;
}

/** The arguments of a list of entered measures. */
@ArgsType()
export class CriterionMeasuresArgs extends PageArgs {
  @Field(() => CriterionMeasureFilter, { nullable: true })
  filter?: CriterionMeasureFilter | null;
}
