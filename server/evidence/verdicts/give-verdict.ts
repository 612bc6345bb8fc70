import type { UnitOfWork } from '../../database/unit-of-work';
import type { EvidenceVerdictValue } from './evidence-verdict.entity';

/**
 * Writes the team's word on pieces of evidence as they are now, in place of what was said before; in one statement. Their
 * audit must be locked.
 */
export async function giveVerdict(
  uow: UnitOfWork,
  evidenceIds: readonly string[],
  said: { value: EvidenceVerdictValue; reason: string | null; auditorId: string },
): Promise<void> {
  await uow.sql(
    `insert into evidence_verdict as kept (id, evidence_id, audit_id, audited_service_id, value, reason,
       evidence_version, decided_by_auditor_id, decided_at)
     select gen_random_uuid(), e.id, e.audit_id, e.audited_service_id, $2, $3, e.version, $4, $5
     from evidence e where e.id = any($1::uuid[])
     on conflict (evidence_id) do update set value = excluded.value, reason = excluded.reason,
       evidence_version = excluded.evidence_version, decided_by_auditor_id = excluded.decided_by_auditor_id,
       decided_at = excluded.decided_at, version = kept.version + 1, updated_at = now()`,
    [evidenceIds, said.value, said.reason, said.auditorId, uow.now().toISOString()],
  );
}
