import { Field, Int, ObjectType } from 'type-graphql';
import { SYNTHESIS_STATES, type SynthesisState } from '../../server/synthesis';
import { CampaignType } from '../campaigns/campaign.type';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';
import {
  SynthesisPracticeType,
  SynthesisRecommendationType,
  SynthesisSurveySideType,
} from './synthesis-voices.type';
import { SynthesisAgreementType, SynthesisSectionType } from './synthesis-section.type';
import {
  ParticipationType,
  SynthesisDoseType,
  SynthesisFindingType,
  TimeToEffectiveType,
} from './synthesis-parts.type';

/** States of a synthesis. */
const SYNTHESIS_STATE = enumeration(SYNTHESIS_STATES, 'SynthesisState', 'État d’une synthèse nationale.', {
  DRAFT: 'Préparée, lue par la coordination et le comité de pilotage sans lien avec un service.',
  PUBLISHED: 'Publiée : tous la lisent, plus rien n’y change.',
});

/** What a campaign tells the country. */
@ObjectType('Synthesis', {
  implements: Node,
  description:
    'Synthèse nationale d’une campagne : rien n’y porte sur moins de cinq services, et rien ne permet de le calculer. National synthesis of a campaign.',
  simpleResolvers: true,
})
export class SynthesisType extends Node {
  @Field(() => CampaignType, { nullable: true })
  campaign!: object | null;

  @Field(() => SYNTHESIS_STATE, { description: 'État.' })
  state!: SynthesisState;

  @Field(() => Int, { description: 'Services dont le rapport est émis : eux seuls comptent.' })
  serviceCount!: number;

  @Field(() => Int, { description: 'Nombre minimal de services derrière tout chiffre.' })
  fewestServices!: number;

  @Field(() => ParticipationType, { description: 'Services qui ont pris part.' })
  participation!: ParticipationType;

  @Field(() => [SynthesisSectionType], { description: 'Parties de la grille, dans leur ordre.' })
  sections!: SynthesisSectionType[];

  @Field(() => [SynthesisFindingType], {
    description:
      'Constats les plus fréquents d’abord ; aucun sur un critère dont un nombre de `grades` est retenu.',
  })
  findings!: SynthesisFindingType[];

  @Field(() => SynthesisAgreementType, {
    nullable: true,
    description: 'Accord des auditeurs, tous critères.',
  })
  agreement!: SynthesisAgreementType | null;

  @Field(() => TimeToEffectiveType, {
    nullable: true,
    description: 'Délai jusqu’à l’efficacité des actions correctives.',
  })
  timeToEffective!: TimeToEffectiveType | null;

  @Field(() => [SynthesisPracticeType], {
    description: 'Pratiques remarquables que des services partagent.',
  })
  practices!: SynthesisPracticeType[];

  @Field(() => [SynthesisRecommendationType], { description: 'Recommandations à des organismes extérieurs.' })
  recommendations!: SynthesisRecommendationType[];

  @Field(() => [SynthesisSurveySideType], { description: 'Enquête de satisfaction.' })
  survey!: SynthesisSurveySideType[];

  @Field(() => [SynthesisDoseType], { description: 'Doses par examen.' })
  doses!: SynthesisDoseType[];

  @Field(() => String, { description: 'Le tout : JSON canonique (RFC 8785).' })
  content!: string;

  @Field(() => String, { description: 'SHA-256 hexadécimal du contenu, en UTF-8.' })
  sha256!: string;

  @Field(() => InstantScalar, { description: 'Préparée le.' })
  preparedAt!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Publiée le.' })
  publishedAt!: string | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;
}
