import { Field, Float, ObjectType } from 'type-graphql';
import { CriterionType } from '../../templates/criterion.type';
import { CaseSampleType } from './case-sample.type';
import { CaseShareType } from './case-share.type';

/** One criterion in two rounds of a service. */
@ObjectType('CaseRound', {
  description:
    'Un critère à deux tours d’un même service. La différence va du tour précédent à celui-ci ; intervalle de Newcombe à 95 %.',
  simpleResolvers: true,
})
export class CaseRoundType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => CaseSampleType, { nullable: true, description: 'Échantillon du tour précédent.' })
  previousSample!: object | null;

  @Field(() => CaseShareType, { description: 'Taux de ce tour.' })
  rate!: CaseShareType;

  @Field(() => CaseShareType, { description: 'Taux du tour précédent.' })
  previousRate!: CaseShareType;

  @Field(() => Float, { nullable: true, description: 'Ce tour moins le précédent, de -1 à 1.' })
  difference!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse de l’intervalle.' })
  differenceLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute de l’intervalle.' })
  differenceHigh!: number | null;
}
