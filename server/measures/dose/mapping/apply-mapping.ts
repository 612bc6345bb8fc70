import type { Ask } from '../../../database/read-model';
import { judged, SET_SEVERAL_ASIDE } from '../imports/judged-record';

/** Held from the first record that a mapping is applied to until the end of the transaction: an import that ends takes turns
 * with an act that changes the mapping, so that neither misses what the other writes. */
const TAKE_TURN = `select pg_advisory_xact_lock(hashtextextended('protocols of ' || $1::text, 0))`;

const VERDICT = judged('s', '$2');

/**
 * Makes the records of audits what the mapping of their service says now.
 * @param sql of a transaction that may change records
 * @param protocols keys of the names whose mapping has changed
 */
export async function applyMapping(
  sql: Ask,
  auditedServiceId: string,
  auditIds: readonly string[],
  protocols: readonly { modality: string; protocolKey: string }[],
): Promise<void> {
  // Those that were set aside for being several may be so no more.
  await sql(
    `update dose_record r set exam_code = judged.exam_code, population = judged.population, set_aside = judged.set_aside
     from (
       select s.id, ${VERDICT.examCode} as exam_code, ${VERDICT.population} as population, ${VERDICT.setAside} as set_aside
       from dose_record s ${VERDICT.joins}
       where s.dose_import_id in (select id from dose_import where audit_id = any($1::uuid[])) and (s.set_aside = 'SEVERAL_ACQUISITIONS'
         or (s.modality, s.protocol_key) in (select * from unnest($3::text[], $4::text[])))
     ) judged
     where r.id = judged.id
       and (r.exam_code, r.population, r.set_aside) is distinct from (judged.exam_code, judged.population, judged.set_aside)`,
    [
      auditIds,
      auditedServiceId,
      protocols.map(({ modality }) => modality),
      protocols.map(({ protocolKey }) => protocolKey),
    ],
  );
  await sql(SET_SEVERAL_ASIDE, [auditIds]);
}

/** Waits for its turn with the mapping of a service. */
export async function takeMappingTurn(sql: Ask, auditedServiceId: string): Promise<void> {
  await sql(TAKE_TURN, [auditedServiceId]);
}
