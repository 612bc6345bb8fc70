import { Field, Int, ObjectType } from 'type-graphql';
import { GradeCountsType, ServiceShareType, ServiceSpreadType, SynthesisEstimateType } from './figures.type';

/** A measured rate over services. */
@ObjectType('SynthesisRate', {
  description: 'Taux mesuré sur dossiers, par lots de cinq services. A measured rate over services.',
  simpleResolvers: true,
})
class SynthesisRateType {
  @Field(() => SynthesisEstimateType, {
    description:
      'Tous dossiers ensemble ; l’intervalle tient compte de ce qu’ils se ressemblent par service.',
  })
  pooled!: SynthesisEstimateType;

  @Field(() => ServiceSpreadType, { description: 'Entre services.' })
  spread!: ServiceSpreadType;
}

/** How far auditors agreed. */
@ObjectType('SynthesisAgreement', {
  description: 'Accord des auditeurs sur leurs cotations à l’aveugle. How far auditors agreed.',
  simpleResolvers: true,
})
export class SynthesisAgreementType {
  @Field(() => Int, { description: 'Cotations doubles comparées.' })
  units!: number;

  @Field(() => SynthesisEstimateType, { description: 'AC1 de Gwet.' })
  ac1!: SynthesisEstimateType;
}

/** A criterion over all services. */
@ObjectType('SynthesisCriterion', {
  description: 'Un critère, tous services ensemble. A criterion over all services.',
  simpleResolvers: true,
})
class SynthesisCriterionType {
  @Field(() => String, { description: 'Code du critère.' })
  code!: string;

  @Field(() => String, { description: 'Énoncé du critère.' })
  text!: string;

  @Field(() => GradeCountsType, { description: 'Services par cotation.' })
  grades!: GradeCountsType;

  @Field(() => ServiceShareType, {
    nullable: true,
    description: 'Services conformes, parmi ceux que le critère concerne ; null si un nombre est retenu.',
  })
  conformity!: ServiceShareType | null;

  @Field(() => SynthesisRateType, { nullable: true, description: 'Null si le critère n’est pas mesuré.' })
  rate!: SynthesisRateType | null;

  @Field(() => SynthesisAgreementType, {
    nullable: true,
    description: 'Accord des auditeurs ; null aussi quand un nombre de `grades` est retenu.',
  })
  agreement!: SynthesisAgreementType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Les auditeurs ne le lisent pas de la même façon ; null sans accord mesuré.',
  })
  isHardToRead!: boolean | null;
}

/** A section over all services. */
@ObjectType('SynthesisSection', {
  description: 'Une partie de la grille, tous services ensemble. A section over all services.',
  simpleResolvers: true,
})
export class SynthesisSectionType {
  @Field(() => String, { description: 'Code de la partie.' })
  code!: string;

  @Field(() => String, { description: 'Titre de la partie.' })
  title!: string;

  @Field(() => ServiceSpreadType, { description: 'Degré de conformité des services, de 0 à 1.' })
  score!: ServiceSpreadType;

  @Field(() => ServiceSpreadType, {
    description: 'Auto-évaluation moins consensus, par service : au-dessus de 0, le service se voyait mieux.',
  })
  selfAssessmentGap!: ServiceSpreadType;

  @Field(() => GradeCountsType, { description: 'Cotations de la partie, tous critères et services.' })
  judgements!: GradeCountsType;

  @Field(() => [SynthesisCriterionType], { description: 'Critères, dans leur ordre.' })
  criteria!: SynthesisCriterionType[];
}
