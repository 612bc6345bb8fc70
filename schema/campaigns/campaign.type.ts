import { Field, Int, ObjectType } from 'type-graphql';
import { CAMPAIGN_STATES, type CampaignState } from '../../server/campaigns';
import { ContradictoryRulesType } from './contradictory-rules.type';
import { AuditConnection } from '../audits/audit.type';
import { MatchingRunConnection } from '../matching/matching-run.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar, JsonScalar } from '../scalars/scalars';
import { TemplateVersionType } from '../templates/template-version.type';
import { ApplicationConnection } from './application.type';
import { CampaignDoseStatisticType } from '../measures/dose-statistics.type';
import { SurveyType } from '../surveys/survey.type';
import { SynthesisType } from '../synthesis/synthesis.type';
import { HistoryField } from '../trail/history-field';

/** States of a campaign. */
export const CAMPAIGN_STATE = enumeration(CAMPAIGN_STATES, 'CampaignState', 'État d’une campagne.', {
  DRAFT: 'En préparation.',
  CALL_OPEN: 'Appel à candidatures ouvert.',
  CALL_CLOSED: 'Appel clos, sélection en cours.',
  MATCHING: 'Composition des équipes.',
  RUNNING: 'Audits en cours.',
  CLOSED: 'Tous les audits sont terminés.',
  SYNTHESIS_PUBLISHED: 'Synthèse nationale publiée.',
  CANCELLED: 'Annulée.',
});

/** A conflict rule as the campaign froze it. */
@ObjectType('CampaignConflictRule', {
  description: 'Règle de conflit figée pour la campagne.',
  simpleResolvers: true,
})
export class CampaignConflictRuleType {
  @Field(() => String, { description: 'Code, par exemple C03.' })
  code!: string;

  @Field(() => Int, { description: 'Version de la règle.' })
  number!: number;

  @Field(() => String)
  predicate!: string;

  @Field(() => String)
  label!: string;

  @Field(() => JsonScalar, { description: 'Niveaux et fenêtres : [{ level, window }].' })
  steps!: unknown;
}

/** A delay as the campaign froze it. */
@ObjectType('CampaignDeadline', { description: 'Délai figé pour la campagne.', simpleResolvers: true })
export class CampaignDeadlineType {
  @Field(() => String)
  code!: string;

  @Field(() => Int, { nullable: true, description: 'Jours calendaires.' })
  days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Mois.' })
  months!: number | null;

  @Field(() => String)
  label!: string;
}

/** One round of audits. */
@ObjectType('Campaign', {
  implements: Node,
  description:
    'Campagne d’audits. One round of audits; freezes its template version, conflict rules and deadlines.',
  simpleResolvers: true,
})
export class CampaignType extends Node {
  @Field(() => String, { description: 'Référence lisible.' })
  code!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => CAMPAIGN_STATE)
  state!: CampaignState;

  @Field(() => TemplateVersionType, { nullable: true, description: 'Grille d’audit, dans la version figée.' })
  templateVersion!: TemplateVersionType | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour de l’appel.' })
  callClosesOn!: string | null;

  @Field(() => CalendarDateScalar, { description: 'Premier jour possible de visite.' })
  visitsFrom!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour possible de visite.' })
  visitsTo!: string;

  @Field(() => String, { nullable: true, description: 'Raison de l’annulation.' })
  cancelReason!: string | null;

  @Field(() => [CampaignConflictRuleType])
  conflictRules!: CampaignConflictRuleType[];

  @Field(() => [CampaignDeadlineType])
  deadlines!: CampaignDeadlineType[];

  @Field(() => ContradictoryRulesType)
  contradictoryRules!: ContradictoryRulesType;

  @EdgeField(() => ApplicationConnection, { description: 'Candidatures que vous pouvez voir.' })
  applications!: object;

  @EdgeField(() => AuditConnection, { description: 'Audits que vous pouvez voir.' })
  audits!: object;

  @EdgeField(() => MatchingRunConnection, {
    description: 'Compositions des équipes. (COORDINATOR, STEERING_MEMBER)',
  })
  matchingRuns!: object;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => [CampaignDoseStatisticType], {
    description:
      'Doses par examen sur cinq services au moins, une fois la campagne close ; rien si vous avez un lien avec l’un d’eux. (COORDINATOR, STEERING_MEMBER)',
  })
  doseStatistics!: CampaignDoseStatisticType[];

  @Field(() => SurveyType, { nullable: true, description: 'Enquête de satisfaction, si elle est ouverte.' })
  survey!: object | null;
  @Field(() => SynthesisType, {
    nullable: true,
    description:
      'Synthèse nationale : publiée, tous la lisent ; en préparation, la coordination et le comité de pilotage sans lien avec un service.',
  })
  synthesis!: object | null;

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const CampaignConnection = connectionOf('Campaign', () => CampaignType);
