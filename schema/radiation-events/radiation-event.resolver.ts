import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import {
  recordRadiationEvent,
  shareLesson,
  submitToPanel,
  unshareLesson,
  updateRadiationEvent,
  withdrawFromPanel,
} from '../../server/radiation-events';
import { PageArgs } from '../relay/connection';
import { payloadOf } from '../relay/write';
import { EventCriterionConnection } from './event-criterion.type';
import {
  EventLessonsArgs,
  EventLessonShareInput,
  EventPanelSubmitInput,
  RadiationEventMoveInput,
  RadiationEventRecordInput,
  RadiationEventsArgs,
  RadiationEventUpdateInput,
} from './radiation-event.inputs';
import {
  EventLessonConnection,
  PanelCaseConnection,
  RadiationEventConnection,
  RadiationEventType,
} from './radiation-event.type';

const RadiationEventRecordPayload = payloadOf('RadiationEventRecordPayload', {
  radiationEvent: () => RadiationEventType,
});
const RadiationEventUpdatePayload = payloadOf('RadiationEventUpdatePayload', {
  radiationEvent: () => RadiationEventType,
});
const EventLessonSharePayload = payloadOf('EventLessonSharePayload', {
  radiationEvent: () => RadiationEventType,
});
const EventLessonUnsharePayload = payloadOf('EventLessonUnsharePayload', {
  radiationEvent: () => RadiationEventType,
});
const EventPanelSubmitPayload = payloadOf('EventPanelSubmitPayload', {
  radiationEvent: () => RadiationEventType,
});
const EventPanelWithdrawPayload = payloadOf('EventPanelWithdrawPayload', {
  radiationEvent: () => RadiationEventType,
});

/** References of radiation events: the service writes, and shares what it wants of them. */
@Resolver()
export class RadiationEventResolver {
  @Query(() => EventCriterionConnection, {
    nullable: true,
    description: 'Critères de déclaration, dans leur ordre.',
  })
  eventCriteria(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info);
  }

  @Query(() => RadiationEventType, {
    nullable: true,
    description: 'Un événement ; null s’il est absent ou caché.',
  })
  radiationEvent(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'RadiationEvent', id, info);
  }

  @Query(() => RadiationEventConnection, { nullable: true, description: 'Événements que vous pouvez voir.' })
  radiationEvents(
    @Args(() => RadiationEventsArgs) args: RadiationEventsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => EventLessonConnection, {
    nullable: true,
    description: 'Enseignements que des services partagent, dans un ordre qui ne dit rien.',
  })
  eventLessons(
    @Args(() => EventLessonsArgs) args: EventLessonsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => PanelCaseConnection, {
    nullable: true,
    description: 'Cas soumis au comité de pilotage, dans un ordre qui ne dit rien. (STEERING_MEMBER)',
  })
  panelCases(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info);
  }

  @Mutation(() => RadiationEventRecordPayload, {
    description:
      'Garder la référence d’un événement ; ce n’est pas une déclaration. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  radiationEventRecord(
    @Arg('input', () => RadiationEventRecordInput) input: RadiationEventRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, recordRadiationEvent);
  }

  @Mutation(() => RadiationEventUpdatePayload, {
    description: 'Récrire la référence d’un événement. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  radiationEventUpdate(
    @Arg('input', () => RadiationEventUpdateInput) input: RadiationEventUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateRadiationEvent);
  }

  @Mutation(() => EventLessonSharePayload, {
    description:
      'Partager un enseignement avec tous ceux qui prennent part, sans dire qui ni quand. (SERVICE_MANAGER)',
  })
  eventLessonShare(
    @Arg('input', () => EventLessonShareInput) input: EventLessonShareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, shareLesson);
  }

  @Mutation(() => EventLessonUnsharePayload, {
    description: 'Ne plus partager l’enseignement d’un événement. (SERVICE_MANAGER)',
  })
  eventLessonUnshare(
    @Arg('input', () => RadiationEventMoveInput) input: RadiationEventMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, unshareLesson);
  }

  @Mutation(() => EventPanelSubmitPayload, {
    description:
      'Laisser le comité de pilotage coter un événement, sans dire qui ni quand. (SERVICE_MANAGER)',
  })
  eventPanelSubmit(
    @Arg('input', () => EventPanelSubmitInput) input: EventPanelSubmitInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitToPanel);
  }

  @Mutation(() => EventPanelWithdrawPayload, {
    description: 'Retirer un cas au comité de pilotage. (SERVICE_MANAGER)',
  })
  eventPanelWithdraw(
    @Arg('input', () => RadiationEventMoveInput) input: RadiationEventMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, withdrawFromPanel);
  }
}
