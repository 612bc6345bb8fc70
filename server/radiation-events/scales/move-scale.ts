import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { parisDate } from '../../kernel/working-days';
import { ScaleDefinition } from './scale-definition.entity';
import { scaleDefinitionStates } from './scale-definition.states';

/** Which scale, as it was read. */
export interface ScaleDefinitionMoveInput {
  scaleDefinitionId: string;
  expectedVersion: number;
}

async function moveScale(
  uow: UnitOfWork,
  act: string,
  input: ScaleDefinitionMoveInput,
  patch: Partial<ScaleDefinition> = {},
): Promise<{ scaleDefinition: string }> {
  const scale = await uow.require(
    ScaleDefinition,
    input.scaleDefinitionId,
    ['input', 'scaleDefinitionId'],
    input.expectedVersion,
  );
  authorise(uow, act);
  await uow.move(scaleDefinitionStates, ScaleDefinition, scale, act, scale, patch);
  uow.record({ act, objectType: 'ScaleDefinition', objectId: scale.id });
  return { scaleDefinition: scale.id };
}

/**
 * Puts a draft on trial: from now on it never changes, and events may be valued on it.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export const startScaleTrial = (uow: UnitOfWork, input: ScaleDefinitionMoveInput) =>
  moveScale(uow, 'scaleDefinitionStartTrial', input);

/**
 * The steering committee adopts a scale that was tried.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, SCALE_IS_LOADED
 */
export const adoptScale = (uow: UnitOfWork, input: ScaleDefinitionMoveInput) =>
  moveScale(uow, 'scaleDefinitionAdopt', input);

/**
 * The steering committee retires a scale, and says why: what was valued on it stays, nothing more is.
 * @throws Refusal as `adoptScale`
 */
export const retireScale = (uow: UnitOfWork, input: ScaleDefinitionMoveInput & { reason: string }) =>
  moveScale(uow, 'scaleDefinitionRetire', input, {
    retirementReason: input.reason,
    inForceTo: parisDate(uow.now()),
  });
