import { globalId } from '../../server/kernel/ids';
import type { TestApi } from './api';
import { insertRow } from './factories';
import { uuidIn } from './grades-factories';

/** A piece of evidence of an audit: a note that was looked into, unless said otherwise; gives its global id. */
export async function makeEvidence(
  api: TestApi,
  audit: { uuid: string; serviceId: string },
  columns: Record<string, unknown> = {},
  criterionIds: readonly string[] = [],
): Promise<string> {
  const id = await insertRow(api, 'evidence', {
    audit_id: audit.uuid,
    audited_service_id: audit.serviceId,
    kind: 'NOTE',
    state: 'CLEAN',
    title: 'Registre',
    note: 'Vu sur place.',
    ...columns,
  });
  for (const criterionId of criterionIds) {
    await api.sql('insert into evidence_criterion (evidence_id, criterion_id) values ($1, $2)', [
      id,
      uuidIn(criterionId),
    ]);
  }
  return globalId('Evidence', id);
}

/** Says that a team has accepted a piece of evidence, and until when it holds. */
export async function makeAccepted(
  api: TestApi,
  evidenceId: string,
  expiresOn: string | null = null,
): Promise<void> {
  const id = uuidIn(evidenceId);
  await api.sql(
    `insert into evidence_verdict (id, evidence_id, audit_id, audited_service_id, value, evidence_version, decided_at)
     select gen_random_uuid(), e.id, e.audit_id, e.audited_service_id, 'ACCEPTED', e.version, now() from evidence e
     where e.id = $1`,
    [id],
  );
  if (expiresOn) await insertRow(api, 'evidence_validity', { id, expires_on: expiresOn });
}

/** The global id of a kind of the catalogue. */
export async function evidenceKindId(api: TestApi, code: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>('select id from evidence_kind where code = $1', [code]);
  return globalId('EvidenceKind', row?.id ?? '');
}
