import { Field, Int, ObjectType } from 'type-graphql';
import {
  OUTSIDE_BODIES,
  OUTSIDE_RECOMMENDATION_STATES,
  type OutsideBody,
  type OutsideRecommendationState,
} from '../../server/outside-recommendations';
import { CampaignType } from '../campaigns/campaign.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';

/** Whom something may be recommended to. */
export const OUTSIDE_BODY = enumeration(OUTSIDE_BODIES, 'OutsideBody', 'Organisme extérieur.', {
  MANUFACTURER: 'Constructeur ou éditeur.',
  ASNR: 'Autorité de sûreté nucléaire et de radioprotection.',
  DGS: 'Direction générale de la santé.',
  DGOS: 'Direction générale de l’offre de soins.',
  HAS: 'Haute Autorité de santé.',
  ANSM: 'Agence nationale de sécurité du médicament et des produits de santé.',
  ARS: 'Agence régionale de santé.',
  LEARNED_SOCIETY: 'Société savante.',
  PROFESSIONAL_COUNCIL: 'Conseil national professionnel.',
  OTHER: 'Autre organisme.',
});

/** States of a recommendation to an outside body. */
export const OUTSIDE_RECOMMENDATION_STATE = enumeration(
  OUTSIDE_RECOMMENDATION_STATES,
  'OutsideRecommendationState',
  'État d’une recommandation à un organisme extérieur.',
  {
    DRAFT: 'Brouillon.',
    SENT: 'Envoyée, réponse attendue.',
    ANSWERED: 'Réponse reçue.',
    ADOPTED: 'Suivie.',
    DECLINED: 'Non suivie.',
    WITHDRAWN: 'Retirée.',
  },
);

/** What was noted while an answer is awaited. */
@ObjectType('OutsideRecommendationNote', {
  implements: Node,
  description: 'Note de suivi d’une recommandation. What was noted while an answer is awaited.',
  simpleResolvers: true,
})
export class OutsideRecommendationNoteType extends Node {
  @Field(() => String)
  text!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}

/** What the programme recommends to a body outside. */
@ObjectType('OutsideRecommendation', {
  implements: Node,
  description:
    'Recommandation du programme à un organisme extérieur. What the programme recommends to a body outside.',
  simpleResolvers: true,
})
export class OutsideRecommendationType extends Node {
  @Field(() => CampaignType, { nullable: true, description: 'Campagne dont elle vient, s’il y en a une.' })
  campaign!: object | null;

  @Field(() => OUTSIDE_BODY)
  body!: OutsideBody;

  @Field(() => String, { nullable: true, description: 'Nom de l’organisme.' })
  bodyName!: string | null;

  @Field(() => OUTSIDE_RECOMMENDATION_STATE)
  state!: OutsideRecommendationState;

  @Field(() => String, { description: 'En une ligne.' })
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => [CriterionType], { description: 'Critères dont elle part.' })
  criteria!: object[];

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Jour pour lequel une réponse est espérée.',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Envoyée, sans réponse, et ce jour est passé.' })
  isOverdue!: boolean;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Jour de l’envoi.' })
  sentOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Réponse de l’organisme.' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: 'Ce qu’elle est devenue, et pourquoi.' })
  outcomeReason!: string | null;

  @Field(() => Boolean, { description: 'Lisible par tous les comptes.' })
  isPublished!: boolean;

  @Field(() => [OutsideRecommendationNoteType], {
    description: 'Notes de suivi ; vide pour qui n’est pas de la coordination ou du comité de pilotage.',
  })
  notes!: object[];

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const OutsideRecommendationConnection = connectionOf(
  'OutsideRecommendation',
  () => OutsideRecommendationType,
);
