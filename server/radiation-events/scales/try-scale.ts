import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { requireStateOf } from '../../kernel/require-state';
import { PanelCase } from '../panel-case.entity';
import { requireEvent } from '../record-radiation-event';
import { refuseIdentifying } from '../shared-text';
import { ScaleDefinition } from './scale-definition.entity';
import { scaleDefinitionStates, VALUED_STATES } from './scale-definition.states';
import { ScaleTrial } from './scale-trial.entity';

/** What somebody makes of an event. */
export interface Valued {
  scaleDefinitionId: string;
  /** Code of a level. */
  value: string;
  reason: string;
}

/** The service values its own event. */
export interface ScaleTrialRecordInput extends Valued {
  radiationEventId: string;
}

/** A member of the steering committee values a case. */
export interface PanelTrialRecordInput extends Valued {
  panelCaseId: string;
}

/**
 * A service values its own event on a scale: each person once for each scale, for good, so that scales can be laid side by
 * side as they were first read.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (of the scale), SCALE_LEVEL_UNKNOWN, SCALE_TRIED_ALREADY,
 *   TEXT_IDENTIFIES
 */
export async function tryScale(
  uow: UnitOfWork,
  input: ScaleTrialRecordInput,
): Promise<{ scaleTrial: string }> {
  const act = 'scaleTrialRecord';
  const event = await requireEvent(uow, act, input);
  return value(uow, act, input, {
    radiationEventId: event.id,
    auditedServiceId: event.auditedServiceId,
    side: 'SERVICE',
    panelCaseId: null,
  });
}

/**
 * A member of the steering committee values a case that its service gave to the committee, in the same way.
 * @throws Refusal as `tryScale`
 */
export async function tryScaleOnPanelCase(
  uow: UnitOfWork,
  input: PanelTrialRecordInput,
): Promise<{ scaleTrial: string }> {
  const act = 'panelTrialRecord';
  const panelCase = await uow.require(PanelCase, input.panelCaseId, ['input', 'panelCaseId']);
  authorise(uow, act, { auditedServiceId: panelCase.auditedServiceId });
  return value(uow, act, input, {
    radiationEventId: panelCase.radiationEventId,
    auditedServiceId: panelCase.auditedServiceId,
    side: 'PANEL',
    panelCaseId: panelCase.id,
  });
}

async function value(
  uow: UnitOfWork,
  act: string,
  input: Valued,
  of: Pick<ScaleTrial, 'radiationEventId' | 'auditedServiceId' | 'side' | 'panelCaseId'>,
): Promise<{ scaleTrial: string }> {
  // Lots of figures are filled in the order in which values come: they take turns.
  await uow.sql(`select pg_advisory_xact_lock(hashtext('vis-a-vis scale trials'))`);
  const scale = await uow.require(ScaleDefinition, input.scaleDefinitionId, ['input', 'scaleDefinitionId']);
  requireStateOf(scaleDefinitionStates, scale, VALUED_STATES);
  if (!scale.levels.some(({ code }) => code === input.value))
    refuse('SCALE_LEVEL_UNKNOWN', ['input', 'value'], {
      known: scale.levels.map(({ code }) => code).join(', '),
    });
  refuseIdentifying(input.reason, ['input', 'reason']);
  const ratedById = uow.viewer.accountId;
  const said = await uow.manager.countBy(ScaleTrial, {
    radiationEventId: of.radiationEventId,
    scaleDefinitionId: scale.id,
    ...(ratedById ? { ratedById } : {}),
  });
  if (said > 0) refuse('SCALE_TRIED_ALREADY');
  const scaleTrial = await uow.insert(ScaleTrial, {
    ...of,
    scaleDefinitionId: scale.id,
    value: input.value,
    reason: input.reason,
    ratedById,
  });
  uow.record({ act, objectType: 'ScaleTrial', objectId: scaleTrial });
  return { scaleTrial };
}
