import type { UnitOfWork } from '../../database/unit-of-work';

/**
 * Gives new versions to the requests whose waiting answer holds a piece of evidence that has just changed: whoever is about
 * to decide on the answer must read it again.
 */
export async function renewRequests(uow: UnitOfWork, evidenceId: string): Promise<void> {
  await uow.sql(
    `update evidence_request r set version = version + 1, updated_at = now()
     where exists (
       select 1 from evidence_answer n join answering_evidence l on l.evidence_answer_id = n.id
       where n.evidence_request_id = r.id and n.verdict is null and l.evidence_id = $1)`,
    [evidenceId],
  );
}
