import type { UnitOfWork } from '../database/unit-of-work';
import { moveOf } from '../kernel/states';
import type { Assignment } from './assignment.entity';
import { Audit } from './audit.entity';
import { auditStates } from './audit.states';
import { moveAudit } from './move-audit';

/**
 * What the loss of a member means for the audit: once its team was complete it goes back to composing one, so that a
 * substitute can be proposed and shown to the service, which may object again. An observer leaves no gap; after the
 * visit has begun nobody can be substituted, and the coordination suspends or cancels.
 * @param assignment the one that was lost, its state changed already
 */
export async function loseAuditor(uow: UnitOfWork, audit: Audit, assignment: Assignment): Promise<void> {
  if (assignment.seat === 'OBSERVER') return;
  const reopened = { isTeamAgreed: false, recusalUntil: null };
  if (moveOf(auditStates, 'loseAuditor', audit.state)) {
    await moveAudit(uow, audit, 'loseAuditor', reopened);
  } else if (
    audit.suspendedFromState !== null &&
    moveOf(auditStates, 'loseAuditor', audit.suspendedFromState)
  ) {
    await uow.change(Audit, audit, { ...reopened, suspendedFromState: 'TEAM_PROPOSED' });
  }
}
