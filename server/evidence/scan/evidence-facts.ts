import type { Ask } from '../../database/read-model';
import type { EvidenceFacts } from '../evidence.states';

/** The facts of many pieces of evidence, in one statement. */
export function evidenceFacts(sql: Ask, ids: readonly string[]): Promise<(EvidenceFacts & { id: string })[]> {
  return sql<EvidenceFacts & { id: string }>(
    `select e.id, a.state as "auditState", s.outcome as "scanOutcome"
     from evidence e join audit a on a.id = e.audit_id left join evidence_scan s on s.id = e.id
     where e.id = any($1::uuid[])`,
    [ids],
  );
}
