import { Field, Float, Int, ObjectType } from 'type-graphql';
import { TARGET_DECISION } from '../target-decision';
import type { Disagreement, OutcomeBasis } from '../../../server/measures';
import { CriterionType } from '../../templates/criterion.type';
import { CaseShareType } from './case-share.type';
import { CASE_BASIS, DISAGREEMENT } from './case-words';

/** A criterion that records are judged on. */
@ObjectType('CaseCriterion', {
  description: 'Critère sur lequel chaque dossier est jugé, et les valeurs possibles.',
  simpleResolvers: true,
})
export class CaseCriterionType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => [String], { description: 'Valeurs de son échelle, dans leur ordre.' })
  values!: string[];
}

/** What a rate is held against. */
@ObjectType('CaseTarget', { description: 'Cible d’un taux.', simpleResolvers: true })
class CaseTargetType {
  @Field(() => String, { description: '« >= » ou « <= ».' })
  op!: string;

  @Field(() => Float, { description: 'De 0 à 1.' })
  value!: number;

  @Field(() => [String], {
    nullable: true,
    description: 'Valeurs comptées, sur tous les dossiers, à la place du taux propre à l’échelle.',
  })
  counted!: string[] | null;
}

@ObjectType('CaseValueShare', { description: 'Dossiers d’une valeur de l’échelle.', simpleResolvers: true })
class CaseValueShareType {
  @Field(() => String)
  code!: string;

  @Field(() => CaseShareType, { description: 'Sur tous les dossiers.' })
  share!: CaseShareType;
}

@ObjectType('CaseBasisCount', {
  description: 'Dossiers dont le résultat a été obtenu d’une même façon.',
  simpleResolvers: true,
})
class CaseBasisCountType {
  @Field(() => CASE_BASIS, { description: 'Cette façon.' })
  basis!: OutcomeBasis;

  @Field(() => Int, { description: 'Nombre de dossiers.' })
  count!: number;
}

@ObjectType('CaseDisagreement', {
  description: 'Désaccords d’une même nature, avant qu’ils soient tranchés.',
  simpleResolvers: true,
})
class CaseDisagreementType {
  @Field(() => DISAGREEMENT)
  kind!: Disagreement;

  @Field(() => CaseShareType, { description: 'Sur tous les dossiers.' })
  share!: CaseShareType;
}

@ObjectType('CaseCoefficient', {
  description: 'Coefficient d’accord, avec son intervalle à 95 %.',
  simpleResolvers: true,
})
class CaseCoefficientType {
  @Field(() => Float, { nullable: true, description: 'Null s’il n’est pas défini.' })
  estimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse de l’intervalle.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute de l’intervalle.' })
  high!: number | null;
}

@ObjectType('CaseStratum', {
  description: 'Résultat dans une valeur d’une strate.',
  simpleResolvers: true,
})
class CaseStratumType {
  @Field(() => String, { description: 'Nom de la strate.' })
  name!: string;

  @Field(() => String, { description: 'Sa valeur.' })
  value!: string;

  @Field(() => Int, { description: 'Dossiers en tout.' })
  total!: number;

  @Field(() => CaseShareType, { description: 'Le taux, parmi eux.' })
  rate!: CaseShareType;
}

/** What a sample says of one criterion. */
@ObjectType('CaseResult', {
  description:
    'Ce qu’un échantillon dit d’un critère : le taux et son incertitude. Le tirage est proportionnel : sans pondération.',
  simpleResolvers: true,
})
export class CaseResultType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => CaseShareType, {
    description: 'J / (J + P + N), oui / (oui + non), ou les valeurs que la cible compte.',
  })
  rate!: CaseShareType;

  @Field(() => Int, { description: 'Dossiers en tout, quelle que soit leur valeur.' })
  total!: number;

  @Field(() => CaseShareType, {
    description: 'Dossiers qui n’en disent pas assez pour être jugés, sur tous : à lire à côté du taux.',
  })
  shortfall!: CaseShareType;

  @Field(() => CaseTargetType, { nullable: true, description: 'Null si la cible n’est pas un taux.' })
  target!: CaseTargetType | null;

  @Field(() => TARGET_DECISION, { nullable: true, description: 'Null sans cible ou sans dossier.' })
  decision!: string | null;

  @Field(() => [CaseValueShareType], { description: 'Dossiers de chaque valeur.' })
  values!: CaseValueShareType[];

  @Field(() => [CaseBasisCountType], { description: 'Comment les résultats ont été obtenus.' })
  bases!: CaseBasisCountType[];

  @Field(() => [CaseDisagreementType], { description: 'Désaccords des deux auditeurs, par nature.' })
  disagreements!: CaseDisagreementType[];

  @Field(() => Float, {
    nullable: true,
    description: 'Part des dossiers que les deux auditeurs ont jugés de même.',
  })
  rawAgreement!: number | null;

  @Field(() => CaseCoefficientType, { description: 'AC1 de Gwet, avant arbitrage.' })
  ac1!: CaseCoefficientType;

  @Field(() => CaseCoefficientType, { description: 'Kappa de Cohen, avant arbitrage.' })
  kappa!: CaseCoefficientType;

  @Field(() => [CaseStratumType], { description: 'Le taux dans chaque valeur de chaque strate.' })
  strata!: CaseStratumType[];
}
