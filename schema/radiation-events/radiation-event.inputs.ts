import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { CohortBand, DoseRatioBand, RadiationEventKind } from '../../server/radiation-events';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite, Write, type KindOfWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { COHORT_BAND, DOSE_RATIO_BAND, RADIATION_EVENT_KIND } from './event-words';

const SORT = enumeration(['CREATED_AT', 'OCCURRED_ON'], 'RadiationEventSort', 'Tri des événements.', {
  OCCURRED_ON: 'Par jour de l’événement.',
});
const OF_PUBLISHED = { nullable: true, description: 'Critères de grilles publiées (50 au plus).' };

@InputType('RadiationEventFilter')
export class RadiationEventFilter {
  @Field(() => [ID], { nullable: true, description: 'Seulement ces services.' })
  @ArrayMaxSize(100)
  auditedServiceIds?: string[] | null;

  @Field(() => [RADIATION_EVENT_KIND], { nullable: true })
  kinds?: RadiationEventKind[] | null;
}

@ArgsType()
export class RadiationEventsArgs extends PageArgs {
  @Field(() => RadiationEventFilter, { nullable: true })
  filter?: RadiationEventFilter | null;

  @Field(() => SORT, { nullable: true, description: 'Par date d’enregistrement, à défaut.' })
  sort?: keyof typeof SORT | null;
}

@InputType('EventLessonFilter')
export class EventLessonFilter {
  @Field(() => [RADIATION_EVENT_KIND], { nullable: true })
  kinds?: RadiationEventKind[] | null;
}

@ArgsType()
export class EventLessonsArgs extends PageArgs {
  @Field(() => EventLessonFilter, { nullable: true })
  filter?: EventLessonFilter | null;
}

/** What a service says of an event, when it records it and whenever it changes it. */
function eventSaid<W extends KindOfWrite>(write: W) {
  @InputType()
  abstract class Said extends write {
    @Field(() => String, { nullable: true, description: 'Numéro donné par l’autorité.' })
    @MinLength(1)
    @MaxLength(60)
    number?: string | null;

    @Field(() => CalendarDateScalar, { description: 'Jour de l’événement, ou de sa découverte.' })
    occurredOn!: string;

    @Field(() => ID)
    eventCriterionId!: string;

    @Field(() => RADIATION_EVENT_KIND)
    kind!: RadiationEventKind;

    @Field(() => COHORT_BAND, { nullable: true })
    cohortBand?: CohortBand | null;

    @Field(() => DOSE_RATIO_BAND, { nullable: true })
    doseRatioBand?: DoseRatioBand | null;

    @Field(() => Boolean, { description: 'Déclaré à l’autorité par le service.' })
    isDeclared!: boolean;

    @Field(() => Boolean, { description: 'Analysé par le service.' })
    isAnalysed!: boolean;

    @Field(() => String, { nullable: true, description: 'Ce qui s’est passé ; rien sur un patient.' })
    @MinLength(3)
    @MaxLength(500)
    summary?: string | null;

    @Field(() => String, { nullable: true, description: 'Enseignement que le service en tire.' })
    @MinLength(3)
    @MaxLength(2000)
    lesson?: string | null;

    @Field(() => [ID], OF_PUBLISHED)
    @ArrayMaxSize(50)
    criterionIds?: string[] | null;

    @Field(() => [ID], { nullable: true, description: 'Constats communiqués au service (50 au plus).' })
    @ArrayMaxSize(50)
    findingIds?: string[] | null;
  }
  return Said;
}

@InputType('RadiationEventRecordInput')
export class RadiationEventRecordInput extends eventSaid(CreatingWrite) {
  @Field(() => ID)
  auditedServiceId!: string;
}

@InputType('RadiationEventUpdateInput', {
  description: 'La référence en entier : ce qui n’est pas donné est effacé.',
})
export class RadiationEventUpdateInput extends eventSaid(VersionedWrite) {
  @Field(() => ID)
  radiationEventId!: string;
}

@InputType()
abstract class RadiationEventMoveInput extends VersionedWrite {
  @Field(() => ID)
  radiationEventId!: string;
}

@InputType('EventLessonShareInput')
export class EventLessonShareInput extends VersionedWrite {
  @Field(() => ID)
  radiationEventId!: string;

  @Field(() => String, {
    description: 'Pour tous : sans patient, sans date, sans nom de service ni de lieu.',
  })
  @MinLength(10)
  @MaxLength(2000)
  text!: string;
}

@InputType('EventPanelSubmitInput')
export class EventPanelSubmitInput extends VersionedWrite {
  @Field(() => ID)
  radiationEventId!: string;

  @Field(() => String, {
    description: 'Pour le comité : sans patient, sans date, sans nom de service ni de lieu.',
  })
  @MinLength(10)
  @MaxLength(2000)
  description!: string;
}

/** How an event is rated on a scale that is tried. */
@InputType()
abstract class TrialRecordInput extends Write {
  @Field(() => ID)
  scaleDefinitionId!: string;

  @Field(() => String, { description: 'Niveau de l’échelle.' })
  @MaxLength(5)
  value!: string;

  @Field(() => String, { description: 'Pourquoi ce niveau.' })
  @MinLength(3)
  @MaxLength(1000)
  reason!: string;
}

@InputType('ScaleTrialRecordInput')
export class ScaleTrialRecordInput extends TrialRecordInput {
  @Field(() => ID)
  radiationEventId!: string;
}

@InputType('PanelTrialRecordInput')
export class PanelTrialRecordInput extends TrialRecordInput {
  @Field(() => ID)
  panelCaseId!: string;
}

@InputType('EventLessonUnshareInput')
export class EventLessonUnshareInput extends RadiationEventMoveInput {}

@InputType('EventPanelWithdrawInput')
export class EventPanelWithdrawInput extends RadiationEventMoveInput {}
