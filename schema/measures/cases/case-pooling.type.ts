import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CriterionType } from '../../templates/criterion.type';
import { CaseShareType } from './case-share.type';

/** A rate over several services. */
@ObjectType('PooledCaseRate', {
  description: 'Taux sur plusieurs services, qui tient compte de ce que leurs dossiers se ressemblent.',
  simpleResolvers: true,
})
class PooledCaseRateType {
  @Field(() => Int, { description: 'Services comptés, cinq par cinq.' })
  services!: number;

  @Field(() => CaseShareType, { description: 'Σx / Σn, avec l’intervalle de l’effectif efficace.' })
  rate!: CaseShareType;

  @Field(() => Float, { description: 'ρ : ressemblance des dossiers d’un même service, de 0 à 1.' })
  intraclassCorrelation!: number;

  @Field(() => Boolean, { description: 'ρ est estimée de ces services ; sinon, donnée par vous.' })
  isEstimated!: boolean;

  @Field(() => Float, { description: 'DEFF = 1 + (m - 1)ρ, m dossiers par service en moyenne.' })
  designEffect!: number;

  @Field(() => Float, { description: 'Effectif efficace : n / DEFF.' })
  effectiveN!: number;

  @Field(() => Float, { description: 'Médiane des taux des services.' })
  median!: number;

  @Field(() => Float, { description: 'Premier quartile des taux des services.' })
  lowerQuartile!: number;

  @Field(() => Float, { description: 'Troisième quartile des taux des services.' })
  upperQuartile!: number;
}

/** A criterion over the services of a campaign. */
@ObjectType('PooledCriterion', {
  description: 'Un critère sur les services d’une campagne. A criterion over the services of a campaign.',
  simpleResolvers: true,
})
export class PooledCriterionType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => Boolean, { description: 'Cinq services au moins ont un rapport émis.' })
  isShown!: boolean;

  @Field(() => PooledCaseRateType, { nullable: true, description: 'Null en dessous de cinq services.' })
  pooled!: PooledCaseRateType | null;
}

/** How many records a rate asks for. */
@ObjectType('SampleSizePlan', {
  description: 'Nombre de dossiers à tirer pour connaître un taux à ± une demi-largeur près, à 95 %.',
  simpleResolvers: true,
})
export class SampleSizePlanType {
  @Field(() => Float, { description: 'Taux attendu, entre 0 et 1.' })
  expectedRate!: number;

  @Field(() => Float, { description: 'Demi-largeur de l’intervalle : 0,1 pour ± 10 points.' })
  halfWidth!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Dossiers de la liste ; null pour une population sans fin.',
  })
  population!: number | null;

  @Field(() => Int, { description: 'Dossiers à tirer.' })
  size!: number;
}
