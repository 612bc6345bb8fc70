import type { UnitOfWork } from '../database/unit-of-work';
import type { Subject } from '../identity';
import type { ErrorPath } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { Audit } from './audit.entity';
import { auditStates, type AuditState } from './audit.states';

/**
 * Loads an audit that the viewer may see and locks it until the end. Acts within an audit lock it before anything
 * that belongs to it, so that two of them never wait for each other.
 * @param id a global id, or the UUID that stands in a row of the audit
 * @param path where in the input the audit, or the object that leads to it, is named
 * @param expectedVersion refuses with STALE_VERSION when the audit has another one
 * @throws Refusal NOT_FOUND when it is absent or hidden, STALE_VERSION
 */
export function requireAudit(
  uow: UnitOfWork,
  id: string,
  path: ErrorPath,
  expectedVersion?: number,
): Promise<Audit> {
  return uow.require(Audit, id, path, expectedVersion);
}

/** What the policy table asks about an act within an audit. */
export function subjectOf(audit: Pick<Audit, 'id' | 'auditedServiceId'>): Subject {
  return { auditId: audit.id, auditedServiceId: audit.auditedServiceId };
}

/**
 * Lets an act that leaves the audit's state as it is happen in some states only.
 * @throws Refusal ILLEGAL_TRANSITION with the acts that the present state allows
 */
export function requireState(audit: Pick<Audit, 'state'>, states: readonly AuditState[]): void {
  requireStateOf(auditStates, audit, states);
}
