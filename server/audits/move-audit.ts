import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { auditFacts } from './audit-facts';
import { Audit } from './audit.entity';
import { auditStates, type AuditFacts } from './audit.states';
import { requireAudit, subjectOf } from './require-audit';

/** Which audit, in which version. */
export interface AuditMoveInput {
  auditId: string;
  expectedVersion: number;
}

/** The same, with what people will read as the reason. */
export interface AuditReasonInput extends AuditMoveInput {
  reason: string;
}

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

/**
 * Loads and locks the audit that an act is about, for someone who may do the act.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN
 */
export async function auditFor(uow: UnitOfWork, act: string, input: AuditMoveInput): Promise<Audit> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, act, subjectOf(audit));
  return audit;
}

/** Notes in the trail what happened to an audit. */
export function recordAudit(
  uow: UnitOfWork,
  audit: Pick<Audit, 'id' | 'campaignId'>,
  act: string,
  detail: Record<string, unknown> = {},
): { audit: string } {
  uow.record({ act, objectType: 'Audit', objectId: audit.id, campaignId: audit.campaignId, detail });
  return { audit: audit.id };
}
