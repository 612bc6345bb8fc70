import { Field, Float, Int, ObjectType } from 'type-graphql';

/** How a value is spread over services. */
@ObjectType('ServiceSpread', {
  description:
    'Dispersion d’une valeur entre services : chacun compte une fois, aucun n’est reconnaissable. How a value is spread over services.',
  simpleResolvers: true,
})
export class ServiceSpreadType {
  @Field(() => Int, {
    nullable: true,
    description:
      'Services qui ont cette valeur : un minimum, arrondi au multiple de cinq inférieur ; null : tous, ou presque tous.',
  })
  services!: number | null;

  @Field(() => Float, { nullable: true, description: 'Médiane, arrondie ; null sous cinq services.' })
  median!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Borne basse de l’intervalle de la médiane, à 95 % ; null sous douze services.',
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute ; null sous douze services.' })
  high!: number | null;

  @Field(() => Float, { nullable: true, description: 'Premier quartile ; null sous dix services.' })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Troisième quartile ; null sous dix services.' })
  upperQuartile!: number | null;
}

/** So many services of all. */
@ObjectType('ServiceShare', {
  description: 'Part de services, avec son intervalle de Wilson à 95 %. A share of services.',
  simpleResolvers: true,
})
export class ServiceShareType {
  @Field(() => Int, { description: 'Services comptés.' })
  services!: number;

  @Field(() => Int, { description: 'Services en tout.' })
  of!: number;

  @Field(() => Float, { description: 'De 0 à 1, au centième.' })
  share!: number;

  @Field(() => Float, { description: 'Borne basse de l’intervalle.' })
  low!: number;

  @Field(() => Float, { description: 'Borne haute de l’intervalle.' })
  high!: number;
}

/** An estimate with its interval. */
@ObjectType('SynthesisEstimate', {
  description: 'Estimation et son intervalle à 95 %. An estimate with its interval.',
  simpleResolvers: true,
})
export class SynthesisEstimateType {
  @Field(() => Float, { nullable: true, description: 'Au centième ; null si elle n’est pas définie.' })
  estimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse de l’intervalle.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute de l’intervalle.' })
  high!: number | null;
}

/** Numbers by grade. */
@ObjectType('GradeCounts', {
  description:
    'Nombres par cotation de consensus ; null : retenu, parce qu’il en dirait trop d’un petit nombre de services, ou permettrait de le calculer.',
  simpleResolvers: true,
})
export class GradeCountsType {
  @Field(() => Int, { nullable: true, description: 'Conformes.' })
  conform!: number | null;

  @Field(() => Int, { nullable: true, description: 'En partie conformes.' })
  partial!: number | null;

  @Field(() => Int, { nullable: true, description: 'Non conformes.' })
  nonConform!: number | null;

  @Field(() => Int, { nullable: true, description: 'Sans objet.' })
  notApplicable!: number | null;

  @Field(() => Int, { nullable: true, description: 'Non évalués.' })
  notEvaluated!: number | null;
}
