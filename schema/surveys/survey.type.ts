import { Field, Float, Int, ObjectType } from 'type-graphql';
import { SURVEY_SIDES, SURVEY_STATES, type SurveySide, type SurveyState } from '../../server/surveys';
import { AuditType } from '../audits/audit.type';
import { CampaignType } from '../campaigns/campaign.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';

/** Who is asked. */
export const SURVEY_SIDE = enumeration(SURVEY_SIDES, 'SurveySide', 'À qui l’on demande son avis.', {
  SERVICE: 'Aux personnes du service audité.',
  TEAM: 'Aux auditeurs de son équipe.',
});

/** States of a survey. */
export const SURVEY_STATE = enumeration(SURVEY_STATES, 'SurveyState', 'État d’une enquête.', {
  OPEN: 'Ouverte.',
  CLOSED: 'Close.',
});

@ObjectType('SurveyQuestion', {
  description: 'Question à laquelle on répond de 1 à 5. A question that is answered from 1 to 5.',
  simpleResolvers: true,
})
export class SurveyQuestionType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType('SurveyFormSide', {
  description: 'Ce qui est demandé à un côté. What one side is asked.',
  simpleResolvers: true,
})
export class SurveyFormSideType {
  @Field(() => SURVEY_SIDE)
  side!: SurveySide;

  @Field(() => [SurveyQuestionType], { description: 'Questions, dans leur ordre.' })
  questions!: SurveyQuestionType[];

  @Field(() => String, { description: 'Ce qui est demandé en texte libre.' })
  remark!: string;
}

@ObjectType('SurveyForm', {
  description: 'Questionnaire, dans une version. What is asked, in a version.',
  simpleResolvers: true,
})
export class SurveyFormType {
  @Field(() => String)
  code!: string;

  @Field(() => Int, { description: 'Version du questionnaire.' })
  number!: number;

  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Field(() => String, { description: 'Ce que veut dire 1.' })
  lowest!: string;

  @Field(() => String, { description: 'Ce que veut dire 5.' })
  highest!: string;

  @Field(() => [SurveyFormSideType], { description: 'Par côté.' })
  sides!: SurveyFormSideType[];
}

@ObjectType('SurveyProgress', {
  description: 'Qui a répondu, compté par audit ; jamais quoi. Who has answered, counted by audit.',
  simpleResolvers: true,
})
export class SurveyProgressType {
  @Field(() => SURVEY_SIDE)
  side!: SurveySide;

  @Field(() => Int, { description: 'Audits dont le rapport est émis.' })
  auditCount!: number;

  @Field(() => Int, { description: 'Ceux pour lesquels quelqu’un a répondu.' })
  answeredAuditCount!: number;
}

@ObjectType('SurveyQuestionResult', {
  description: 'Réponses à une question. What was answered to one question.',
  simpleResolvers: true,
})
export class SurveyQuestionResultType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  text!: string;

  @Field(() => [Int], { description: 'Nombre de 1, 2, 3, 4 et 5.' })
  counts!: number[];

  @Field(() => Float, { description: 'Part de 4 et 5.' })
  favourable!: number;

  @Field(() => Float, { description: 'Borne basse de cette part, à 95 % (Wilson).' })
  low!: number;

  @Field(() => Float, { description: 'Borne haute de cette part, à 95 % (Wilson).' })
  high!: number;
}

@ObjectType('SurveySideResult', {
  description: 'Réponses d’un côté, par lots d’au moins six services. What one side has answered.',
  simpleResolvers: true,
})
export class SurveySideResultType {
  @Field(() => SURVEY_SIDE)
  side!: SurveySide;

  @Field(() => Int, { description: 'Réponses des lots complets ; 0 sans aucun lot.' })
  answerCount!: number;

  @Field(() => [SurveyQuestionResultType], { description: 'Question par question ; vide sans aucun lot.' })
  questions!: SurveyQuestionResultType[];
}

@ObjectType('SurveyRemark', {
  description: 'Remarque, sans son auteur. A remark, whoever wrote it.',
  simpleResolvers: true,
})
export class SurveyRemarkType {
  @Field(() => SURVEY_SIDE)
  side!: SurveySide;

  @Field(() => String)
  text!: string;
}

/** That somebody has answered. */
@ObjectType('SurveyParticipation', {
  implements: Node,
  description: 'Que quelqu’un a répondu, jamais quoi. That somebody has answered, never what.',
  simpleResolvers: true,
})
export class SurveyParticipationType extends Node {
  @Field(() => SurveyType, { nullable: true })
  survey!: object | null;

  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => SURVEY_SIDE)
  side!: SurveySide;

  @Field(() => Boolean, { description: 'C’est vous.' })
  isOwn!: boolean;
}

export const SurveyParticipationConnection = connectionOf(
  'SurveyParticipation',
  () => SurveyParticipationType,
);

/** The survey of a campaign. */
@ObjectType('Survey', {
  implements: Node,
  description:
    'Enquête de satisfaction d’une campagne, anonyme. The anonymous satisfaction survey of a campaign.',
  simpleResolvers: true,
})
export class SurveyType extends Node {
  @Field(() => CampaignType, { nullable: true })
  campaign!: object | null;

  @Field(() => SURVEY_STATE)
  state!: SurveyState;

  @Field(() => SurveyFormType, { nullable: true, description: 'Ce qui est demandé, dans votre langue.' })
  form!: SurveyFormType | null;

  @EdgeField(() => SurveyParticipationConnection, {
    description: 'Qui a répondu : vous ; pour la coordination, tous.',
  })
  participations!: object;

  @Field(() => [SurveyProgressType], { nullable: true, description: 'Avancement. (COORDINATOR)' })
  progress!: SurveyProgressType[] | null;

  @Field(() => [SurveySideResultType], {
    nullable: true,
    description:
      'Résultats, par lots d’au moins six services et six personnes, sans les lots où vous avez un lien. (COORDINATOR, STEERING_MEMBER)',
  })
  results!: SurveySideResultType[] | null;

  @Field(() => [SurveyRemarkType], {
    nullable: true,
    description:
      'Remarques des mêmes lots, dans un ordre qui ne dit rien, une fois l’enquête close. (COORDINATOR)',
  })
  remarks!: SurveyRemarkType[] | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}
