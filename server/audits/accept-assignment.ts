import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { hindranceOf, moveOf } from '../kernel/states';
import { Assignment } from './assignment.entity';
import { assignmentStates } from './assignment.states';
import { requireThawed } from './frozen-assignments';
import { requireAssignment } from './require-assignment';
import { conflictsOnAudit, refuseConflicts, standingConflicts } from './team-conflicts';
import { assignmentFactsOf } from './team-facts';

/** An auditor takes a seat and attests to have no conflict on this audit. */
export interface AssignmentAcceptInput {
  assignmentId: string;
  expectedVersion: number;
  attestsNoConflict: boolean;
}

/**
 * Accepts an assignment; from now on the auditor sees the audit. The conflict rules are evaluated again, since ties
 * may have appeared since the proposal.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, TEAM_CLOSED, DECLARATION_NOT_SIGNED,
 *   ATTESTATION_MISSING, ASSIGNMENT_FROZEN, CONFLICT_OF_INTEREST
 */
export async function acceptAssignment(
  uow: UnitOfWork,
  input: AssignmentAcceptInput,
): Promise<{ assignment: string }> {
  const { assignment, audit } = await requireAssignment(
    uow,
    input.assignmentId,
    ['input', 'assignmentId'],
    input.expectedVersion,
  );
  authorise(uow, 'assignmentAccept', { auditorId: assignment.auditorId });
  await requireThawed(uow, audit.id, assignment.auditorId, ['input', 'assignmentId']);
  const facts = await assignmentFactsOf(uow, assignment.id);
  const move = moveOf(assignmentStates, 'assignmentAccept', assignment.state);
  // A move that the state table refuses is refused below, before any question about the auditor's ties.
  if (move && hindranceOf(move, facts) === null) {
    if (!input.attestsNoConflict) refuse('ATTESTATION_MISSING', ['input', 'attestsNoConflict']);
    const found = await conflictsOnAudit(uow.sql, audit, [assignment.auditorId], uow.now());
    const standing = await standingConflicts(uow, assignment.id, found.get(assignment.auditorId) ?? []);
    if (standing.length > 0) refuseConflicts(uow, standing, ['input', 'assignmentId'], 'AUDITOR');
  }
  const now = uow.now().toISOString();
  await uow.move(assignmentStates, Assignment, assignment, 'assignmentAccept', facts, {
    attestedAt: now,
    respondedAt: now,
  });
  uow.record({
    act: 'assignmentAccept',
    objectType: 'Assignment',
    objectId: assignment.id,
    campaignId: audit.campaignId,
  });
  return { assignment: assignment.id };
}
