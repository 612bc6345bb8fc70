import { requireAudit, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { Finding } from './finding.entity';
import type { FindingFacts } from './finding.states';
import { FINDING_FACTS } from './findings.queries';

/**
 * Loads a finding that the viewer may see, and locks its audit before it: acts on one audit take turns in this order.
 * @throws Refusal NOT_FOUND, STALE_VERSION (of the finding)
 */
export async function requireFinding(
  uow: UnitOfWork,
  id: string,
  path: ErrorPath,
  expectedVersion?: number,
): Promise<{ audit: Audit; finding: Finding }> {
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from finding where id = $1',
    [uuidOf('Finding', id)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  return { audit, finding: await uow.require(Finding, id, path, expectedVersion) };
}

/** What the guards of one finding look at, as of now. */
export async function findingFacts(uow: UnitOfWork, finding: Finding): Promise<FindingFacts> {
  const [facts] = await uow.sql<FindingFacts>(FINDING_FACTS, [[finding.id], parisDate(uow.now())]);
  if (!facts) throw new Error('a finding without an audit');
  return facts;
}
