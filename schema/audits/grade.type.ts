import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { GradeStage, GradeValue } from '../../server/audits';
import { AuditorType } from '../auditors/auditor.type';
import { UserError } from '../errors/user-error';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { AuditType } from './audit.type';
import { GRADE_STAGE, GRADE_VALUE } from './grade-words';

/** One rater's judgement of one criterion. */
@ObjectType('Grade', {
  implements: Node,
  description:
    'Cotation d’un critère. One rater’s judgement of one criterion; auditors stay blind to each other until all have submitted the section.',
  simpleResolvers: true,
})
export class GradeType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => GRADE_STAGE)
  stage!: GradeStage;

  @Field(() => AuditorType, {
    nullable: true,
    description:
      'Auditeur qui cote, ou qui propose le consensus ; null pour l’auto-évaluation. (équipe, coordination)',
  })
  auditor!: object | null;

  @Field(() => GRADE_VALUE)
  value!: GradeValue;

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi le critère est non applicable ou non évalué.',
  })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field(() => Int, { nullable: true, description: 'Temps passé, en minutes.' })
  minutes!: number | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Moment où la cotation a été notée, peut-être hors ligne.',
  })
  capturedAt!: string | null;

  @Field(() => AuditorType, {
    nullable: true,
    description: 'Auditeur qui a accepté le consensus. (équipe, coordination)',
  })
  agreedBy!: object | null;

  @Field(() => Boolean, { description: 'Consensus accepté par un second auditeur.' })
  isAgreed!: boolean;

  @Field(() => GRADE_VALUE, {
    nullable: true,
    description: 'Ce que la mesure du critère proposait, là où la cotation en diffère.',
  })
  proposedValue!: GradeValue | null;

  @Field(() => String, { nullable: true, description: 'Pourquoi la cotation diffère de la mesure.' })
  differenceReason!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const GradeConnection = connectionOf('Grade', () => GradeType);

/** What became of one row of a batch. */
@ObjectType('GradeRowResult', {
  description: 'Suite donnée à une ligne d’un envoi groupé.',
  simpleResolvers: true,
})
export class GradeRowResultType {
  @Field(() => Int, { description: 'Rang de la ligne dans l’envoi, à partir de 0.' })
  index!: number;

  @Field(() => String, { nullable: true, description: 'Référence que le client a donnée à la ligne.' })
  clientReference!: string | null;

  @Field(() => ID, { nullable: true, description: 'Cotation écrite ; null si la ligne est refusée.' })
  gradeId!: string | null;

  @Field(() => [UserError], { description: 'Vide si la cotation est écrite.' })
  userErrors!: UserError[];
}
