import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  perform,
  readById,
  readComputed,
  readConnection,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import { uuidOf } from '../../server/kernel/ids';
import {
  adoptScale,
  draftScale,
  retireScale,
  scaleComparisonEdge,
  startScaleTrial,
  tryScale,
  tryScaleOnPanelCase,
  updateScaleDraft,
  type ScaleComparison,
} from '../../server/radiation-events';
import { readPlaces } from '../matching/read-places';
import { payloadOf } from '../relay/write';
import { PanelTrialRecordInput, ScaleTrialRecordInput } from './radiation-event.inputs';
import { ScaleTrialType } from './radiation-event.type';
import { ScaleComparisonType } from './scale-comparison.type';
import {
  ScaleDefinitionDraftInput,
  ScaleDefinitionMoveInput,
  ScaleDefinitionRetireInput,
  ScaleDefinitionsArgs,
  ScaleDefinitionUpdateInput,
} from './scale-definition.inputs';
import { ScaleDefinitionConnection, ScaleDefinitionType } from './scale-definition.type';

const ScaleDefinitionDraftPayload = payloadOf('ScaleDefinitionDraftPayload', {
  scaleDefinition: () => ScaleDefinitionType,
});
const ScaleDefinitionUpdatePayload = payloadOf('ScaleDefinitionUpdatePayload', {
  scaleDefinition: () => ScaleDefinitionType,
});
const ScaleDefinitionStartTrialPayload = payloadOf('ScaleDefinitionStartTrialPayload', {
  scaleDefinition: () => ScaleDefinitionType,
});
const ScaleDefinitionAdoptPayload = payloadOf('ScaleDefinitionAdoptPayload', {
  scaleDefinition: () => ScaleDefinitionType,
});
const ScaleDefinitionRetirePayload = payloadOf('ScaleDefinitionRetirePayload', {
  scaleDefinition: () => ScaleDefinitionType,
});
const ScaleTrialRecordPayload = payloadOf('ScaleTrialRecordPayload', { scaleTrial: () => ScaleTrialType });
const PanelTrialRecordPayload = payloadOf('PanelTrialRecordPayload', { scaleTrial: () => ScaleTrialType });

/** Scales of events: drafted, tried on past events side by side, adopted or not. */
@Resolver()
export class ScaleDefinitionResolver {
  @Query(() => ScaleDefinitionType, {
    nullable: true,
    description: 'Une échelle d’événements ; null si elle est absente ou cachée.',
  })
  scaleDefinition(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'ScaleDefinition', id, info);
  }

  @Query(() => ScaleDefinitionConnection, {
    nullable: true,
    description: 'Échelles d’événements, retirées comprises.',
  })
  scaleDefinitions(
    @Args(() => ScaleDefinitionsArgs) args: ScaleDefinitionsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => ScaleComparisonType, {
    nullable: true,
    description:
      'Deux échelles côte à côte, sur les événements que les mêmes personnes ont cotés sur les deux, par lots de cinq services, sans les lots où vous avez un lien. (COORDINATOR, STEERING_MEMBER, TEMPLATE_EDITOR, ANALYST)',
  })
  async scaleComparison(
    @Arg('fromScaleId', () => ID) fromScaleId: string,
    @Arg('toScaleId', () => ID) toScaleId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const other = uuidOf('ScaleDefinition', toScaleId);
    if (!other) return null;
    const edge = scaleComparisonEdge(other);
    const found = await readComputed<ScaleComparison>(context, 'ScaleDefinition', fromScaleId, edge, {});
    return readPlaces(context, info, found, ['fromScale', 'toScale']);
  }

  @Mutation(() => ScaleDefinitionDraftPayload, {
    description:
      'Rédiger une échelle d’événements, ou la version suivante d’une échelle. (TEMPLATE_EDITOR, STEERING_MEMBER)',
  })
  scaleDefinitionDraft(
    @Arg('input', () => ScaleDefinitionDraftInput) input: ScaleDefinitionDraftInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, draftScale);
  }

  @Mutation(() => ScaleDefinitionUpdatePayload, {
    description: 'Récrire un brouillon d’échelle. (TEMPLATE_EDITOR, STEERING_MEMBER)',
  })
  scaleDefinitionUpdate(
    @Arg('input', () => ScaleDefinitionUpdateInput) input: ScaleDefinitionUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateScaleDraft);
  }

  @Mutation(() => ScaleDefinitionStartTrialPayload, {
    description: 'Mettre une échelle à l’essai : son contenu ne change plus. (STEERING_MEMBER)',
  })
  scaleDefinitionStartTrial(
    @Arg('input', () => ScaleDefinitionMoveInput) input: ScaleDefinitionMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, startScaleTrial);
  }

  @Mutation(() => ScaleDefinitionAdoptPayload, {
    description: 'Adopter une échelle essayée. (STEERING_MEMBER)',
  })
  scaleDefinitionAdopt(
    @Arg('input', () => ScaleDefinitionMoveInput) input: ScaleDefinitionMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, adoptScale);
  }

  @Mutation(() => ScaleDefinitionRetirePayload, {
    description: 'Retirer une échelle, avec une raison. (STEERING_MEMBER)',
  })
  scaleDefinitionRetire(
    @Arg('input', () => ScaleDefinitionRetireInput) input: ScaleDefinitionRetireInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, retireScale);
  }

  @Mutation(() => ScaleTrialRecordPayload, {
    description:
      'Coter un événement de son service sur une échelle, une fois pour toutes. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  scaleTrialRecord(
    @Arg('input', () => ScaleTrialRecordInput) input: ScaleTrialRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, tryScale);
  }

  @Mutation(() => PanelTrialRecordPayload, {
    description: 'Coter un cas soumis au comité, une fois pour toutes. (STEERING_MEMBER)',
  })
  panelTrialRecord(
    @Arg('input', () => PanelTrialRecordInput) input: PanelTrialRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, tryScaleOnPanelCase);
  }
}
