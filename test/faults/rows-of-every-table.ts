import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

interface ForeignKey {
  table: string;
  column: string;
  toTable: string;
  toColumn: string;
}

const FOREIGN_KEYS = `
  select conrelid::regclass::text as "table", a.attname as "column",
    confrelid::regclass::text as "toTable", b.attname as "toColumn"
  from pg_constraint
  join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
  join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
  where contype = 'f' and connamespace = 'public'::regnamespace`;

/** Once a report is issued, nothing more is added to what stands in it. */
const BEFORE_THE_REPORT = [
  'finding',
  'finding_reply_evidence',
  'grade',
  'criterion_measure',
  'report_signature',
];

const TABLES = `select tablename from pg_tables where schemaname = 'public'`;

/** What a constraint over several columns wants of row `n` (1 or 2), where a value of the column's type is not enough. */
const WANTED: Readonly<Record<string, (n: number) => unknown>> = {
  'role_grant.role': () => 'SERVICE_MANAGER',
  'deadline_rule.months': () => null,
  'organisation_link.linked_organisation_id': (n) => uuid('organisation.id', 3 - n),
  // One side each: a person, and who is outside the platform.
  'conflict_fact.organisation_id': () => null,
  'conflict_fact.audited_service_id': () => null,
  'conflict_fact.other_person_id': () => null,
  'conflict_fact.other_organisation_id': () => null,
  'conflict_fact.other_audited_service_id': () => null,
  'conflict_alert.resolved_at': () => null,
  'case_review.field_code': () => null,
  'file_blob.sha256': (n) => String(n).repeat(64),
  'upload.sha256': (n) => String(n).repeat(64),
  'upload.refusal': () => null,
  'evidence_file.sha256': (n) => String(n).repeat(64),
  'criterion_measure.share': () => null,
  'finding.kind': () => 'NON_CONFORMITY',
  'report_signature.content_sha256': (n) => String(n).repeat(64),
  'report_amendment.number': () => 2,
  'report.content': () => '{}',
  'disclosed_group.services': (n) => [uuid('audited_service.id', n)],
  'synthesis.published_by_id': (n) => uuid('account.id', 3 - n),
  'synthesis.state': () => 'PUBLISHED',
  'report.number': () => 1,
  'scale_trial.side': () => 'PANEL',
  'report.amendment_reason': () => null,
  'exam_type.phantom_cm': () => 16,
  'dose_population.below_value': () => null,
  'reference_level.phantom_cm': () => 32,
  'reference_level.unit': () => 'mGy.cm2',
  'reference_level.added_by_id': () => null,
  'corrective_action.waived_by_id': (n) => uuid('account.id', 3 - n),
  'corrective_action_dependency.waits_for_id': (n) => uuid('corrective_action.id', 3 - n),
};

/**
 * Puts two rows, every column filled, into each table that exists, parents first; the same rows every time.
 * @returns the names of the tables, in the order in which they were filled
 */
export async function fillEveryTable(dataSource: DataSource): Promise<string[]> {
  const keys = await dataSource.query<ForeignKey[]>(FOREIGN_KEYS);
  const isEarly = (table: string) => BEFORE_THE_REPORT.includes(table);
  const existing = await dataSource.query<{ tablename: string }[]>(TABLES);
  const waiting = new Set(existing.map((row) => row.tablename));
  const metadatas = dataSource.entityMetadatas.filter((metadata) => waiting.has(metadata.tableName));
  const filled: string[] = [];
  while (filled.length < metadatas.length) {
    const ready = metadatas.filter(
      ({ tableName }) =>
        waiting.has(tableName) &&
        !keys.some((key) => key.table === tableName && waiting.has(key.toTable)) &&
        !(tableName === 'report' && [...waiting].some(isEarly)),
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    for (const { tableName, columns } of ready) {
      for (const n of [1, 2]) {
        const values = columns.map((column) => valueOf(tableName, column, keys, n));
        const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
        const places = values.map((_, index) => `$${index + 1}`).join(', ');
        await dataSource.query(`insert into ${tableName} (${names}) values (${places})`, values);
      }
      waiting.delete(tableName);
      filled.push(tableName);
    }
  }
  return filled;
}

function valueOf(table: string, column: ColumnMetadata, keys: readonly ForeignKey[], n: number): unknown {
  const place = `${table}.${column.databaseName}`;
  const wanted = WANTED[place];
  if (wanted) return wanted(n);
  const key = keys.find((candidate) => candidate.table === table && candidate.column === column.databaseName);
  const named = key ? `${key.toTable}.${key.toColumn}` : place;
  if (column.type === 'uuid') return uuid(named, n);
  if (column.enum) return column.enum[0];
  if (column.isArray) return [`${place} ${n}`, 'à, "b" {c}'];
  switch (column.type) {
    case 'text':
      return `${named} é ${n}`;
    case 'integer':
      return n;
    case 'bigint':
      return n * 3_000_000_000;
    case 'numeric':
    case 'double precision':
      return n + 0.25;
    case 'boolean':
      return n === 1;
    case 'date':
      return `2026-03-0${n}`;
    case 'timestamptz':
      return `2026-03-29T01:59:59.12${n}Z`;
    case 'jsonb':
      return JSON.stringify({ z: n, a: [null, 0.1, 'é'] });
    default:
      throw new Error(`no value for ${place} of type ${String(column.type)}`);
  }
}

/** The same UUID for the same column and row. */
function uuid(place: string, n: number): string {
  const digits = Buffer.from(place).toString('hex').slice(0, 24).padEnd(24, '0');
  const tail = String(place.length).padStart(6, '0') + String(n).padStart(2, '0');
  const hex = digits + tail;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
