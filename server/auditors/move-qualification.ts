import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { requireStateOf } from '../kernel/require-state';
import { destinationOf, moveOf } from '../kernel/states';
import { auditorQualificationStates as table } from './auditor-qualification.states';
import { Auditor } from './auditor.entity';

/** Which auditor, in which version, and why. */
export interface QualificationMoveInput {
  auditorId: string;
  expectedVersion: number;
  reason?: string | null;
}

/**
 * Makes one move of the qualification's state table; the acts below differ in nothing else. Like `uow.move`, for a state
 * that stands in the column `qualification`.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION
 */
async function moveQualification(
  uow: UnitOfWork,
  act: string,
  input: QualificationMoveInput,
): Promise<{ auditor: string }> {
  const path = ['input', 'auditorId'];
  const auditor = await uow.require(Auditor, input.auditorId, path, input.expectedVersion);
  authorise(uow, act, { auditorId: auditor.id, personId: auditor.personId });
  const from = auditor.qualification;
  const fromStates = table.moves.find((move) => move.act === act)?.from ?? [];
  requireStateOf(table, { state: from }, fromStates);
  const move = moveOf(table, act, from);
  if (!move) throw new Error(`${act} is no move of a qualification`);
  await uow.change(Auditor, auditor, { qualification: destinationOf(move, {}) });
  uow.record({
    act,
    objectType: 'Auditor',
    objectId: auditor.id,
    detail: { from, ...(input.reason ? { reason: input.reason } : {}) },
  });
  return { auditor: auditor.id };
}

/** Takes a candidate on: may be trained. */
export const admitAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorAdmit', input);

/** Starts the training. */
export const startTraining = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorStartTraining', input);

/** Notes that the training has been evaluated. */
export const evaluateAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorEvaluate', input);

/** Qualifies the auditor: may be put on teams. */
export const qualifyAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorQualify', input);

/** Suspends a qualification, with a reason. */
export const suspendAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorSuspend', input);

/** Notes that a qualification was not renewed in time, with a reason. */
export const lapseAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorLapse', input);

/** Gives a suspended or lapsed qualification back. */
export const reinstateAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorReinstate', input);

/** Ends an auditor's part in the programme, with a reason. */
export const retireAuditor = (uow: UnitOfWork, input: QualificationMoveInput) =>
  moveQualification(uow, 'auditorRetire', input);
