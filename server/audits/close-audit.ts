import type { UnitOfWork } from '../database/unit-of-work';
import { auditFor, moveAudit, recordAudit, type AuditMoveInput } from './move-audit';
import { moveAssignments } from './settle-team';

/**
 * Closes an audit whose corrective actions are all verified or waived; the auditors' assignments are completed.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, ACTIONS_OPEN
 */
export async function closeAudit(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditClose', input);
  await moveAudit(uow, audit, 'auditClose', { closedAt: uow.now().toISOString() });
  await moveAssignments(uow, audit, 'complete');
  return recordAudit(uow, audit, 'auditClose');
}
