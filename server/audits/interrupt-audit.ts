import type { UnitOfWork } from '../database/unit-of-work';
import { reviewFormerTeam } from './review-facts';
import { auditFor, moveAudit, recordAudit, type AuditMoveInput, type AuditReasonInput } from './move-audit';

/**
 * Suspends an audit whose report is not issued; it remembers where it stood.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function suspendAudit(uow: UnitOfWork, input: AuditReasonInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditSuspend', input);
  const { state } = audit;
  await moveAudit(uow, audit, 'auditSuspend', { suspendedFromState: state, stateReason: input.reason });
  return recordAudit(uow, audit, 'auditSuspend', { from: state, reason: input.reason });
}

/**
 * Takes a suspended audit up again where it stood.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function resumeAudit(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditResume', input);
  await moveAudit(uow, audit, 'auditResume', { suspendedFromState: null, stateReason: null });
  return recordAudit(uow, audit, 'auditResume', { to: audit.state });
}

/**
 * Gives an audit up for good, before its report is issued.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function cancelAudit(uow: UnitOfWork, input: AuditReasonInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditCancel', input);
  await moveAudit(uow, audit, 'auditCancel', { stateReason: input.reason });
  await reviewFormerTeam(uow, audit, 'auditCancel');
  return recordAudit(uow, audit, 'auditCancel', { reason: input.reason });
}
