import type { EntityManager } from 'typeorm';
import type { DoseRow, RefusedPart } from '../dose-row';
import { protocolKey, protocolName } from '../mapping/protocol-key';
import type { HashUid } from './hash-keys';
import { judged } from './judged-record';

/** What an import belongs to. */
export interface ImportOwner {
  id: string;
  auditId: string;
  auditedServiceId: string;
}

/** How many rows of a batch became what. */
export interface StoredCounts {
  kept: number;
  excluded: number;
  duplicates: number;
}

type Cell = string | number | null;

/** What the rows of a batch share. */
interface Batch {
  hash: HashUid;
  /** Key of a protocol name, each worked out once. */
  keyOf: (name: string) => string;
}

/** Columns that a reader's row fills, each with its type and its value. */
const SENT: readonly (readonly [
  column: string,
  type: string,
  value: (row: DoseRow, name: string, batch: Batch) => Cell,
])[] = [
  ['place', 'text', ({ place }) => shortened(place) ?? ''],
  ['modality', 'text', ({ modality }) => modality],
  ['level', 'text', ({ level }) => level],
  [
    'study_key',
    'uuid',
    ({ studyUid }, _name, { hash }) => (studyUid === null ? null : hash('study', studyUid)),
  ],
  [
    'event_key',
    'uuid',
    ({ eventUid }, _name, { hash }) => (eventUid === null ? null : hash('event', eventUid)),
  ],
  ['performed_in', 'text', ({ performedOn }) => performedOn?.slice(0, 7) ?? null],
  ['protocol', 'text', (_row, name) => name],
  ['protocol_key', 'text', (_row, name, { keyOf }) => keyOf(name)],
  ['acquisition_type', 'text', ({ acquisitionType }) => shortened(acquisitionType)],
  ['equipment', 'text', ({ equipment }) => shortened(equipment)],
  ['age_years', 'double precision', ({ ageYears }) => ageYears],
  ['weight_kg', 'double precision', ({ weightKg }) => weightKg],
  ['ctdi_vol_mgy', 'double precision', ({ ctdiVolMgy }) => ctdiVolMgy],
  ['phantom_cm', 'integer', ({ phantomCm }) => phantomCm],
  ['dlp_mgy_cm', 'double precision', ({ dlpMgyCm }) => dlpMgyCm],
  ['scanning_length_mm', 'double precision', ({ scanningLengthMm }) => scanningLengthMm],
  ['dap_mgy_cm2', 'double precision', ({ dapMgyCm2 }) => dapMgyCm2],
  ['entrance_dose_mgy', 'double precision', ({ entranceDoseMgy }) => entranceDoseMgy],
  ['mean_glandular_dose_mgy', 'double precision', ({ meanGlandularDoseMgy }) => meanGlandularDoseMgy],
  ['compressed_thickness_mm', 'double precision', ({ compressedThicknessMm }) => compressedThicknessMm],
  ['fluoroscopy_seconds', 'double precision', ({ fluoroscopySeconds }) => fluoroscopySeconds],
  ['notes', 'jsonb', ({ notes }) => (notes ? JSON.stringify(notes) : null)],
  ['read_exclusion', 'text', ({ exclusion }) => exclusion],
];

const COLUMNS = SENT.map(([column]) => column);
const MEASURED = COLUMNS.filter((column) => column !== 'read_exclusion');
const VERDICT = judged('s', '$3');

/**
 * Inserts a batch: `$1` import, `$2` audit, `$3` service, `$4` position of the first row, then one array per column. An
 * event that the audit has already, or that comes twice in the batch, is kept as a duplicate.
 */
const INSERT = `
  with sent as (
    select $4::int + n::int - 1 as position, ${COLUMNS.join(', ')}
    from unnest(${SENT.map(([, type], index) => `$${index + 5}::${type}[]`).join(', ')})
      with ordinality as sent (${COLUMNS.join(', ')}, n)
  ), s as (
    select sent.*, case
      when sent.read_exclusion is not null then sent.read_exclusion
      -- Asked row by row, through the index of events: an audit may have very many.
      when (select k.id from dose_record k where k.audit_id = $2 and k.event_key = sent.event_key
        and k.exclusion is null limit 1) is not null then 'DUPLICATE_EVENT'
      when sent.event_key is not null
        and row_number() over (partition by sent.event_key, sent.read_exclusion is null order by sent.position) > 1
        then 'DUPLICATE_EVENT'
      end as exclusion
    from sent
  ), made as (
    insert into dose_record (id, dose_import_id, audit_id, audited_service_id, position, ${MEASURED.join(', ')},
      exclusion, exam_code, population, set_aside)
    select gen_random_uuid(), $1, $2, $3, s.position, ${MEASURED.map((column) => `s.${column}`).join(', ')},
      s.exclusion, ${VERDICT.examCode}, ${VERDICT.population}, ${VERDICT.setAside}
    from s ${VERDICT.joins}
    returning exclusion)
  select count(*) filter (where exclusion is null)::int as kept,
    count(*) filter (where exclusion = 'DUPLICATE_EVENT')::int as duplicates,
    count(*) filter (where exclusion <> 'DUPLICATE_EVENT')::int as excluded
  from made`;

/**
 * Stores a batch of rows of an import.
 * @param from position of the first of them in the import
 */
export async function storeRecords(
  manager: EntityManager,
  { id, auditId, auditedServiceId }: ImportOwner,
  rows: readonly DoseRow[],
  from: number,
  hash: HashUid,
): Promise<StoredCounts> {
  if (rows.length === 0) return { kept: 0, excluded: 0, duplicates: 0 };
  const names = rows.map(nameOf);
  const batch = { hash, keyOf: remembered(protocolKey) };
  const columns = SENT.map(([, , value]) => rows.map((row, index) => value(row, names[index] ?? '', batch)));
  const [counts] = await manager.query<StoredCounts[]>(INSERT, [
    id,
    auditId,
    auditedServiceId,
    from,
    ...columns,
  ]);
  return counts ?? { kept: 0, excluded: 0, duplicates: 0 };
}

/** Stores what of the file gave no record. */
export async function storeRefusals(
  manager: EntityManager,
  importId: string,
  refused: readonly RefusedPart[],
  from: number,
): Promise<void> {
  if (refused.length === 0) return;
  await manager.query(
    `insert into dose_refusal (id, dose_import_id, position, place, code, params)
     select gen_random_uuid(), $1, $2::int + n::int - 1, place, code, params::jsonb
     from unnest($3::text[], $4::text[], $5::text[]) with ordinality as refused (place, code, params, n)`,
    [
      importId,
      from,
      refused.map(({ place }) => shortened(place)),
      refused.map(({ code }) => code),
      refused.map(({ params }) => JSON.stringify(params ?? {})),
    ],
  );
}

/** A function of texts that works each of them out once. */
function remembered(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const value = known.get(text) ?? of(text);
    known.set(text, value);
    return value;
  };
}

/** Whatever the service calls it by: the protocol, or else the examination. */
function nameOf({ protocol, examination }: DoseRow): string {
  return protocolName(protocol) || protocolName(examination);
}

function shortened(text: string | null): string | null {
  return text === null ? null : protocolName(text) || null;
}
