import type { UnitOfWork } from '../database/unit-of-work';
import { Audit } from './audit.entity';
import { AUDIT_STATES } from './audit.states';
import { auditFor, recordAudit, type AuditMoveInput } from './move-audit';
import { requireState } from './require-audit';

/** What endangers people. */
export interface AuditEscalateSafetyInput extends AuditMoveInput {
  note: string;
}

const UNDER_WAY = AUDIT_STATES.filter((state) => state !== 'CLOSED' && state !== 'CANCELLED');

/**
 * Raises the safety flag: the team saw an immediate danger and tells the service and the coordination outside the
 * procedure, whose state does not change. The first time counts; later notes are added beneath.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function escalateSafety(
  uow: UnitOfWork,
  input: AuditEscalateSafetyInput,
): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditEscalateSafety', input);
  requireState(audit, UNDER_WAY);
  await uow.change(Audit, audit, {
    safetyEscalatedAt: audit.safetyEscalatedAt ?? uow.now().toISOString(),
    safetyNote: audit.safetyNote === null ? input.note : `${audit.safetyNote}\n\n${input.note}`,
  });
  return recordAudit(uow, audit, 'auditEscalateSafety');
}
