/**
 * Tables of the chain. `trail_entry` stays the list that people read; `trail_leaf` holds the canonical text that was hashed
 * for each entry, `trail_payload` what a commitment in it stands for, so that payloads can be erased and the chain still
 * verifies.
 */
export const CHAIN_TABLES = `
  create table trail_chain (
    id text primary key,
    size bigint not null,
    frontier text[] not null,
    created_at timestamptz(3) not null default now()
  );

  create table trail_leaf (
    id uuid primary key references trail_entry (id) deferrable initially deferred,
    chain_id text not null references trail_chain (id),
    index bigint not null check (index >= 0),
    leaf text not null,
    leaf_hash text not null,
    unique (chain_id, index)
  );

  create table trail_payload (
    entry_id uuid not null,
    position integer not null,
    table_name text not null,
    row_id uuid not null,
    operation text not null check (operation in ('DETAIL', 'INSERT', 'UPDATE', 'DELETE')),
    before_commitment text,
    before_salt text,
    before text,
    after_commitment text,
    after_salt text,
    after text,
    erased_by_id uuid,
    primary key (entry_id, position),
    constraint trail_payload_has_its_entry foreign key (entry_id) references trail_entry (id)
      deferrable initially deferred,
    constraint trail_payload_erased_by_entry foreign key (erased_by_id) references trail_entry (id)
      deferrable initially deferred
  );
  create index trail_payload_row_idx on trail_payload (row_id, table_name);
  create index trail_payload_erased_idx on trail_payload (erased_by_id) where erased_by_id is not null;

  create table checkpoint (
    id uuid primary key,
    chain_id text not null references trail_chain (id),
    size bigint not null,
    root text not null,
    key_id text not null,
    note text not null,
    created_at timestamptz(3) not null default now(),
    unique (chain_id, size, key_id)
  );

  create table trail_key (
    id text primary key,
    verifier_key text not null,
    created_at timestamptz(3) not null default now()
  );
`;

/**
 * Tables whose changed rows the trail keeps, with the column that names the row and those that are left out: secrets,
 * and the content of a report, which the row's own SHA-256 stands for.
 */
export const AUDITED_TABLES: readonly {
  table: string;
  key?: string;
  without?: readonly string[];
  /** Campaigns and what belongs to an audit: the platform by itself never writes there. */
  isContent?: boolean;
}[] = [
  { table: 'person' },
  { table: 'account', without: ['password_hash'] },
  { table: 'role_grant' },
  { table: 'account_identity' },
  { table: 'account_invitation', without: ['token_hash'] },
  // Whoever answers for a program may be named there, and could not be erased here.
  { table: 'client_program', without: ['contact_email'] },
  { table: 'operation' },
  { table: 'organisation' },
  { table: 'organisation_link' },
  { table: 'audited_service' },
  { table: 'service_organisation' },
  { table: 'auditor' },
  { table: 'auditor_unavailability' },
  { table: 'affiliation' },
  { table: 'declaration_of_interests' },
  { table: 'interest' },
  { isContent: true, table: 'campaign' },
  { isContent: true, table: 'application' },
  { isContent: true, table: 'conflict' },
  { isContent: true, table: 'audit' },
  { isContent: true, table: 'assignment' },
  { isContent: true, table: 'recusal' },
  { isContent: true, table: 'grade' },
  { isContent: true, table: 'section_submission' },
  { isContent: true, table: 'evidence' },
  { isContent: true, table: 'evidence_criterion', key: 'evidence_id' },
  { isContent: true, table: 'finding' },
  { isContent: true, table: 'finding_reply' },
  { isContent: true, table: 'report', without: ['content'] },
  { isContent: true, table: 'corrective_action' },
  { isContent: true, table: 'corrective_action_note' },
];

/** Has the trail keep the changed rows of a table. */
export function watch({
  table,
  key = 'id',
  without = [],
  isContent = false,
}: (typeof AUDITED_TABLES)[number]): string {
  return `create trigger trail_capture after insert or update or delete on ${table}
    for each row execute function app.trail_capture('${key}', '${without.join(',')}', '${isContent ? 'content' : ''}');`;
}
