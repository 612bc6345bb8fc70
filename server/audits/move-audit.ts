import type { UnitOfWork } from '../database/unit-of-work';
import { auditFacts } from './audit-facts';
import { Audit } from './audit.entity';
import { auditStates, type AuditFacts } from './audit.states';

/** What the guards look at, for one audit. */
export async function factsOf(uow: UnitOfWork, audit: Audit): Promise<AuditFacts> {
  const [facts] = await auditFacts(uow.sql, [audit.id], uow.now());
  if (!facts) throw new Error('an audit without facts');
  return facts;
}

/**
 * Makes one move of the audit's state table, its guard asked about the facts of this moment.
 * @param audit as `requireAudit` gave it; brought up to date
 * @param patch columns that change with the state
 * @throws Refusal ILLEGAL_TRANSITION, or what the move's guard says
 */
export async function moveAudit(
  uow: UnitOfWork,
  audit: Audit,
  act: string,
  patch: Partial<Audit> = {},
): Promise<void> {
  await uow.move(auditStates, Audit, audit, act, await factsOf(uow, audit), patch);
}
