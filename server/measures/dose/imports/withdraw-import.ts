import { requireAudit, subjectOf } from '../../../audits';
import type { UnitOfWork } from '../../../database/unit-of-work';
import { authorise } from '../../../identity';
import { uuidOf } from '../../../kernel/ids';
import { refuse } from '../../../kernel/outcome';
import { applyMapping, takeMappingTurn } from '../mapping/apply-mapping';
import { DoseImport } from './dose-import.entity';
import { doseImportStates } from './dose-import.states';
import { DOSE_STATES_OF_AUDIT } from './dose-states';

/** Which import to take back. */
export interface DoseImportWithdrawInput {
  doseImportId: string;
  expectedVersion: number;
}

/** Where an exposure counted by an import that goes has another record, the first of them counts from now on. */
const COUNT_DUPLICATES = `
  update dose_record r set exclusion = null
  from (
    select distinct on (d.event_key) d.id from dose_record d
    where d.audit_id = $1 and d.exclusion = 'DUPLICATE_EVENT' and d.event_key is not null
      and not exists (select 1 from dose_record k
        where k.audit_id = d.audit_id and k.event_key = d.event_key and k.exclusion is null)
    order by d.event_key, d.created_at, d.position
  ) first
  where r.id = first.id
  returning r.modality, r.protocol_key as "protocolKey"`;

/**
 * Takes an import back: its records are gone, its counts stay. A wrong file does no lasting harm.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, DOSES_CLOSED, DOSE_IMPORT_RUNNING
 */
export async function withdrawDoseImport(
  uow: UnitOfWork,
  input: DoseImportWithdrawInput,
): Promise<{ doseImport: string }> {
  const path = ['input', 'doseImportId'];
  // The audit is locked before what belongs to it, here as everywhere.
  const [of] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from dose_import where id = $1::uuid',
    [uuidOf('DoseImport', input.doseImportId)],
  );
  if (!of) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, of.auditId, path);
  const doseImport = await uow.require(DoseImport, input.doseImportId, path, input.expectedVersion);
  authorise(uow, 'doseImportWithdraw', subjectOf(audit));
  const isOpen = DOSE_STATES_OF_AUDIT.includes(audit.state);
  await uow.move(doseImportStates, DoseImport, doseImport, 'doseImportWithdraw', { isOpen });
  const [turn] = await uow.sql<{ isMine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('doses of ' || $1::text, 0)) as "isMine"`,
    [audit.id],
  );
  if (!turn?.isMine) refuse('DOSE_IMPORT_RUNNING', path);
  await takeMappingTurn(uow.sql, audit.auditedServiceId);
  await uow.sql('delete from dose_record where dose_import_id = $1', [doseImport.id]);
  await uow.sql('delete from dose_refusal where dose_import_id = $1', [doseImport.id]);
  const counted = await uow.sql<{ modality: string; protocolKey: string }>(
    `with counted as (${COUNT_DUPLICATES}) select distinct * from counted`,
    [audit.id],
  );
  await applyMapping(uow.sql, audit.auditedServiceId, [audit.id], counted);
  uow.record({
    act: 'doseImportWithdraw',
    objectType: 'DoseImport',
    objectId: doseImport.id,
    campaignId: audit.campaignId,
  });
  return { doseImport: doseImport.id };
}
