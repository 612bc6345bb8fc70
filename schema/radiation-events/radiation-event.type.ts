import { Field, Int, ObjectType } from 'type-graphql';
import type {
  CohortBand,
  DoseRatioBand,
  RadiationEventKind,
  ScaleTrialSide,
} from '../../server/radiation-events';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { FindingType } from '../findings/finding.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { EventCriterionType } from './event-criterion.type';
import { COHORT_BAND, DOSE_RATIO_BAND, RADIATION_EVENT_KIND, SCALE_TRIAL_SIDE } from './event-words';
import { ScaleDefinitionType } from './scale-definition.type';

/** What somebody makes of an event on a scale. */
@ObjectType('ScaleTrial', {
  implements: Node,
  description:
    'Cotation à l’essai d’un événement sur une échelle, une fois par personne. What somebody makes of an event on a scale.',
  simpleResolvers: true,
})
export class ScaleTrialType extends Node {
  @Field(() => ScaleDefinitionType, { nullable: true })
  scaleDefinition!: object | null;

  @Field(() => RadiationEventType, { nullable: true, description: 'L’événement, pour son service.' })
  radiationEvent!: object | null;

  @Field(() => PanelCaseType, { nullable: true, description: 'Le cas soumis, pour le comité de pilotage.' })
  panelCase!: object | null;

  @Field(() => SCALE_TRIAL_SIDE)
  side!: ScaleTrialSide;

  @Field(() => String, { description: 'Niveau retenu.' })
  value!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ScaleTrialConnection = connectionOf('ScaleTrial', () => ScaleTrialType);

/** The reference of a radiation event. */
@ObjectType('RadiationEvent', {
  implements: Node,
  description:
    'Référence d’un événement significatif en radioprotection (ESR). La déclaration se fait auprès de l’autorité, jamais ici. The reference of a radiation event, which is declared elsewhere.',
  simpleResolvers: true,
})
export class RadiationEventType extends Node {
  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => String, { nullable: true, description: 'Numéro donné par l’autorité.' })
  number!: string | null;

  @Field(() => CalendarDateScalar, { description: 'Jour de l’événement, ou de sa découverte.' })
  occurredOn!: string;

  @Field(() => EventCriterionType, { nullable: true })
  eventCriterion!: object | null;

  @Field(() => RADIATION_EVENT_KIND)
  kind!: RadiationEventKind;

  @Field(() => COHORT_BAND, { nullable: true })
  cohortBand!: CohortBand | null;

  @Field(() => DOSE_RATIO_BAND, { nullable: true })
  doseRatioBand!: DoseRatioBand | null;

  @Field(() => Boolean, { description: 'Déclaré à l’autorité par le service.' })
  isDeclared!: boolean;

  @Field(() => Boolean, { description: 'Analysé par le service.' })
  isAnalysed!: boolean;

  @Field(() => String, { nullable: true, description: 'Ce qui s’est passé, en peu de mots.' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'Enseignement que le service en tire.' })
  lesson!: string | null;

  @Field(() => [CriterionType], { description: 'Critères de grilles qu’il touche.' })
  criteria!: object[];

  @Field(() => [FindingType], { description: 'Constats du service qu’il touche et que vous pouvez voir.' })
  findings!: object[];

  @EdgeField(() => ScaleTrialConnection, {
    description: 'Cotations du service, échelle par échelle ; vide pour les autres.',
  })
  scaleTrials!: object;

  @Field(() => String, { nullable: true, description: 'Enseignement partagé avec tous (pour le service).' })
  sharedLesson!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Description soumise au comité de pilotage (pour le service).',
  })
  panelDescription!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const RadiationEventConnection = connectionOf('RadiationEvent', () => RadiationEventType);

/** What a service lets all learn from an event. */
@ObjectType('EventLesson', {
  implements: Node,
  description:
    'Enseignement qu’un service partage d’un événement, sans dire qui ni quand. What a service lets all learn from an event.',
  simpleResolvers: true,
})
export class EventLessonType extends Node {
  @Field(() => RADIATION_EVENT_KIND)
  kind!: RadiationEventKind;

  @Field(() => EventCriterionType, { nullable: true })
  eventCriterion!: object | null;

  @Field(() => String)
  text!: string;
}

export const EventLessonConnection = connectionOf('EventLesson', () => EventLessonType);

/** An event as its service lets the committee value it. */
@ObjectType('PanelCase', {
  implements: Node,
  description:
    'Cas qu’un service soumet au comité de pilotage, sans dire qui ni quand. An event as its service lets the committee value it.',
  simpleResolvers: true,
})
export class PanelCaseType extends Node {
  @Field(() => RADIATION_EVENT_KIND)
  kind!: RadiationEventKind;

  @Field(() => EventCriterionType, { nullable: true })
  eventCriterion!: object | null;

  @Field(() => COHORT_BAND, { nullable: true })
  cohortBand!: CohortBand | null;

  @Field(() => DOSE_RATIO_BAND, { nullable: true })
  doseRatioBand!: DoseRatioBand | null;

  @Field(() => String)
  description!: string;

  @EdgeField(() => ScaleTrialConnection, { description: 'Vos propres cotations de ce cas.' })
  trials!: object;
}

export const PanelCaseConnection = connectionOf('PanelCase', () => PanelCaseType);
