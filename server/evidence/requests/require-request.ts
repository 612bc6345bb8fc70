import { requireAudit, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { uuidOf } from '../../kernel/ids';
import { refuse, type ErrorPath } from '../../kernel/outcome';
import type { Ask } from '../../database/read-model';
import { isReopened, ofLastAnswer, stands } from '../standing-evidence';
import { EvidenceRequest } from './evidence-request.entity';
import type { EvidenceRequestFacts } from './evidence-request.states';

/** The same for one request among many. */
export interface EvidenceRequestFactsRow extends EvidenceRequestFacts {
  id: string;
  /** What answered it is lost. */
  isReopened: boolean;
}

/** The facts of many requests, in one statement. */
export function requestFacts(sql: Ask, ids: readonly string[]): Promise<EvidenceRequestFactsRow[]> {
  return sql<EvidenceRequestFactsRow>(
    `select r.id, a.state as "auditState", ${isReopened('r')} as "isReopened",
       (select count(*)::int ${ofLastAnswer('r.id')} and e.state <> 'CLEAN' and ${stands('e')}) as "uncheckedCount"
     from evidence_request r join audit a on a.id = r.audit_id
     where r.id = any($1::uuid[])`,
    [ids],
  );
}

/**
 * Loads a request that the viewer may see, its audit locked before it. Its state is the one that counts: OPEN again once
 * what answered it is lost.
 * @throws Refusal NOT_FOUND, STALE_VERSION (of the request)
 */
export async function requireRequest(
  uow: UnitOfWork,
  input: { evidenceRequestId: string; expectedVersion: number },
): Promise<{ audit: Audit; request: EvidenceRequest; facts: EvidenceRequestFacts }> {
  const path: ErrorPath = ['input', 'evidenceRequestId'];
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from evidence_request where id = $1::uuid',
    [uuidOf('EvidenceRequest', input.evidenceRequestId)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  const request = await uow.require(EvidenceRequest, input.evidenceRequestId, path, input.expectedVersion);
  const [facts] = await requestFacts(uow.sql, [request.id]);
  if (!facts) throw new Error('a request without an audit');
  if (facts.isReopened) request.state = 'OPEN';
  return { audit, request, facts };
}
