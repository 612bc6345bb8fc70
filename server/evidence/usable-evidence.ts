import type { Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { stands } from './standing-evidence';

/**
 * The pieces of evidence that an answer names, each once: of its audit, sent whole, and neither refused nor turned down.
 * @param ids as the input has them, under `evidenceIds`
 * @returns their raw ids
 * @throws Refusal EVIDENCE_NOT_OF_AUDIT, EVIDENCE_NOT_USABLE
 */
export async function usableEvidence(
  uow: UnitOfWork,
  audit: Audit,
  ids: readonly string[],
): Promise<string[]> {
  const named = ids.map((id) => uuidOf('Evidence', id));
  const known = await uow.sql<{ id: string; stands: boolean }>(
    `select e.id, ${stands('e')} as stands from evidence e where e.id = any($1::uuid[]) and e.audit_id = $2`,
    [named, audit.id],
  );
  const standing = new Map(known.map((row) => [row.id, row.stands]));
  named.forEach((id, index) => {
    const path = ['input', 'evidenceIds', String(index)];
    if (id === null || !standing.has(id)) refuse('EVIDENCE_NOT_OF_AUDIT', path);
    if (!standing.get(id)) refuse('EVIDENCE_NOT_USABLE', path);
  });
  return [...standing.keys()];
}
