import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { Assignment } from './assignment.entity';
import { assignmentStates } from './assignment.states';
import { loseAuditor } from './lose-auditor';
import { requireAssignment } from './require-assignment';
import { assignmentFactsOf } from './team-facts';

/** Why an auditor leaves a seat; the service never reads it. */
export interface AssignmentLeaveInput {
  assignmentId: string;
  expectedVersion: number;
  reason: string;
}

/**
 * Ends an assignment before its audit is over; the acts below differ in who does it and in the state that says why.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, TEAM_CLOSED
 */
async function leave(
  uow: UnitOfWork,
  act: string,
  input: AssignmentLeaveInput,
  patch: (now: string) => Partial<Assignment>,
): Promise<{ assignment: string }> {
  const { assignment, audit } = await requireAssignment(
    uow,
    input.assignmentId,
    ['input', 'assignmentId'],
    input.expectedVersion,
  );
  authorise(uow, act, { auditorId: assignment.auditorId, auditedServiceId: audit.auditedServiceId });
  const facts = await assignmentFactsOf(uow, assignment.id);
  await uow.move(assignmentStates, Assignment, assignment, act, facts, {
    reason: input.reason,
    ...patch(uow.now().toISOString()),
  });
  await loseAuditor(uow, audit, assignment);
  await uow.reviewFacts({ cause: act, auditorIds: [assignment.auditorId] });
  // The reason stays on the assignment: the trail is read by more people than may know it.
  uow.record({
    act,
    objectType: 'Assignment',
    objectId: assignment.id,
    campaignId: audit.campaignId,
  });
  return { assignment: assignment.id };
}

/** The auditor declines a proposal. */
export const declineAssignment = (uow: UnitOfWork, input: AssignmentLeaveInput) =>
  leave(uow, 'assignmentDecline', input, (now) => ({ respondedAt: now }));

/** The auditor declares a conflict, at whatever moment it appears; from now on C14 keeps him off this audit. */
export const declareConflict = (uow: UnitOfWork, input: AssignmentLeaveInput) =>
  leave(uow, 'assignmentDeclareConflict', input, (now) => ({ respondedAt: now }));

/** The coordination takes an auditor off the team, before the visit. */
export const replaceAssignment = (uow: UnitOfWork, input: AssignmentLeaveInput) =>
  leave(uow, 'assignmentReplace', input, () => ({}));
