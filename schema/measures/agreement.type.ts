import { Field, Float, Int, ObjectType } from 'type-graphql';
import {
  AGREEMENT_BANDS,
  UNDEFINED_AGREEMENTS,
  type AgreementBand,
  type UndefinedAgreement,
} from '../../server/measures';
import { enumeration } from '../relay/enumeration';
import { CriterionType } from '../templates/criterion.type';

const AGREEMENT_BAND = enumeration(
  AGREEMENT_BANDS,
  'AgreementBand',
  'Mot de Landis et Koch (1977) pour un coefficient d’accord ; leurs bornes sont arbitraires, l’intervalle en dit plus.',
  {
    POOR: 'Moins que le hasard.',
    SLIGHT: 'Très faible : jusqu’à 0,20.',
    FAIR: 'Faible : jusqu’à 0,40.',
    MODERATE: 'Modéré : jusqu’à 0,60.',
    SUBSTANTIAL: 'Fort : jusqu’à 0,80.',
    ALMOST_PERFECT: 'Presque parfait.',
  },
);

const UNDEFINED_AGREEMENT = enumeration(
  UNDEFINED_AGREEMENTS,
  'UndefinedAgreement',
  'Pourquoi un coefficient d’accord n’a pas de valeur.',
  {
    NO_PAIR: 'Rien n’a été coté par deux auditeurs.',
    NO_VARIATION: 'Une seule cotation a été donnée : le hasard seul s’accorderait partout.',
    WEIGHTS_DO_NOT_FIT: 'Les poids ne conviennent pas à l’échelle.',
  },
);

/** A coefficient of agreement with its uncertainty. */
@ObjectType('AgreementFigure', {
  description:
    'Coefficient d’accord et son incertitude. A coefficient of agreement with its uncertainty; null with a reason where it has no value.',
  simpleResolvers: true,
})
export class AgreementFigureType {
  @Field(() => Float, { nullable: true, description: 'Estimation, 1 au plus.' })
  estimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Erreur type.' })
  standardError!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse, à 95 %.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute, à 95 %.' })
  high!: number | null;

  @Field(() => AGREEMENT_BAND, { nullable: true, description: 'En un mot ; null pour une simple part.' })
  band!: AgreementBand | null;

  @Field(() => UNDEFINED_AGREEMENT, { nullable: true, description: 'Pourquoi il n’y a pas d’estimation.' })
  undefinedBecause!: UndefinedAgreement | null;
}

/** How far auditors agree on their raw grades. */
@ObjectType('AgreementFigures', {
  description:
    'Accord entre auditeurs sur leurs cotations à l’aveugle. How far auditors agree on their raw blind grades.',
  simpleResolvers: true,
})
export class AgreementFiguresType {
  @Field(() => Int, { description: 'Critères cotés par deux auditeurs au moins, audit par audit.' })
  unitCount!: number;

  @Field(() => AgreementFigureType, { description: 'Part des paires de cotations qui s’accordent.' })
  percentAgreement!: AgreementFigureType;

  @Field(() => AgreementFigureType, {
    description: 'AC1 de Gwet, à lire d’abord : il tient quand une cotation domine.',
  })
  ac1!: AgreementFigureType;

  @Field(() => AgreementFigureType, {
    description: 'Kappa, à côté : de Fleiss, ou de Cohen entre deux mêmes auditeurs.',
  })
  kappa!: AgreementFigureType;
}

/** How far one criterion is read alike. */
@ObjectType('CriterionAgreement', {
  description: 'Accord sur un critère. How far auditors read one criterion alike.',
  simpleResolvers: true,
})
export class CriterionAgreementType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => AgreementFiguresType, { description: 'Accord, une unité par audit.' })
  figures!: AgreementFiguresType;

  @Field(() => Boolean, {
    description:
      'Personne ne le lit de la même façon : borne haute de l’AC1 sous 0,60, sur 10 audits au moins. À revoir par les auteurs de la grille.',
  })
  isHardToRead!: boolean;
}

/** How far the auditors of a campaign agree. */
@ObjectType('CampaignAgreement', {
  description:
    'Accord entre auditeurs d’une campagne ; il apprend à mieux écrire les critères, jamais à classer des personnes. How far the auditors of a campaign agree; it teaches, and ranks nobody.',
  simpleResolvers: true,
})
export class CampaignAgreementType {
  @Field(() => AgreementFiguresType, {
    description: 'Tous critères ensemble ; intervalles entre audits.',
  })
  figures!: AgreementFiguresType;

  @Field(() => [CriterionAgreementType], {
    description: 'Critère par critère, dans l’ordre de la grille ; seulement ceux de cinq services au moins.',
  })
  criteria!: CriterionAgreementType[];
}

/** How far two auditors agree. */
@ObjectType('PairAgreement', {
  description: 'Accord de deux auditeurs, pour eux seuls. How far two auditors agree, for these two only.',
  simpleResolvers: true,
})
export class PairAgreementType {
  @Field(() => String, { description: 'Nom de l’autre auditeur.' })
  partnerName!: string;

  @Field(() => Int, { description: 'Audits faits ensemble, rapport émis.' })
  auditCount!: number;

  @Field(() => AgreementFiguresType, { description: 'Accord des deux auditeurs.' })
  figures!: AgreementFiguresType;
}

/** How far an auditor agrees with his partners. */
@ObjectType('OwnAgreement', {
  description:
    'Votre accord avec ceux avec qui vous avez audité ; personne d’autre ne le voit. Your own agreement with your partners; nobody else sees it.',
  simpleResolvers: true,
})
export class OwnAgreementType {
  @Field(() => Int, { description: 'Vos audits dont le rapport est émis.' })
  auditCount!: number;

  @Field(() => AgreementFiguresType, {
    nullable: true,
    description: 'Tous partenaires ensemble, dès trois audits.',
  })
  figures!: AgreementFiguresType | null;

  @Field(() => [PairAgreementType], { description: 'Partenaire par partenaire.' })
  pairs!: PairAgreementType[];
}
