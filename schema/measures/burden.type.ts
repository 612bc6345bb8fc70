import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CriterionType } from '../templates/criterion.type';

/** What a criterion costs in time. */
@ObjectType('CriterionBurden', {
  description: 'Temps passé sur un critère. What a criterion costs in time.',
  simpleResolvers: true,
})
export class CriterionBurdenType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => Int, { description: 'Audits où ce temps a été noté.' })
  auditCount!: number;

  @Field(() => Int, { description: 'Cotations avec leur temps.' })
  gradeCount!: number;

  @Field(() => Int, { description: 'Minutes en tout.' })
  totalMinutes!: number;

  @Field(() => Float, { description: 'Médiane d’une cotation, en minutes.' })
  medianMinutes!: number;

  @Field(() => Float, { description: 'Premier quartile, en minutes.' })
  lowerQuartileMinutes!: number;

  @Field(() => Float, { description: 'Troisième quartile, en minutes.' })
  upperQuartileMinutes!: number;
}

/** What the criteria of a campaign cost in time. */
@ObjectType('CampaignBurden', {
  description: 'Temps passé sur les critères d’une campagne. What the criteria of a campaign cost in time.',
  simpleResolvers: true,
})
export class CampaignBurdenType {
  @Field(() => Int, { description: 'Minutes en tout, des critères de la liste.' })
  totalMinutes!: number;

  @Field(() => [CriterionBurdenType], {
    description: 'Critère par critère, dans l’ordre de la grille ; seulement ceux de cinq services au moins.',
  })
  criteria!: CriterionBurdenType[];
}
