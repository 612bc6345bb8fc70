import { requireAudit, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { Evidence } from './evidence.entity';

/**
 * Loads a piece of evidence that the viewer may see, its audit locked before it, here as everywhere.
 * @param path where the id stands in the input
 * @throws Refusal NOT_FOUND, STALE_VERSION (of the evidence)
 */
export async function requireEvidence(
  uow: UnitOfWork,
  id: string,
  expectedVersion?: number,
  path: ErrorPath = ['input', 'evidenceId'],
): Promise<{ audit: Audit; evidence: Evidence }> {
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from evidence where id = $1::uuid',
    [uuidOf('Evidence', id)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  return { audit, evidence: await uow.require(Evidence, id, path, expectedVersion) };
}
