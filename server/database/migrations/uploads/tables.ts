/**
 * Files: how they travel (`upload`, `upload_part`), what is kept of them (`file_blob`), what they are of (`evidence_file`),
 * and who may fetch one once (`download_ticket`). Whatever lies in the store has its row here before it lies there, so that
 * a crash leaves nothing that nobody knows of: parts and blobs under their id, a file on its way under `file_key`.
 */
export const UPLOAD_TABLES = `
  -- What is stored, once for all who sent it. Emptied in two steps: what is doomed takes no new reference.
  create table file_blob (
    id uuid primary key,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint not null check (size_bytes > 0),
    doomed_at timestamptz(3),
    created_at timestamptz(3) not null default now()
  );
  create unique index file_blob_sha256_key on file_blob (sha256) where doomed_at is null;
  create index file_blob_doomed_idx on file_blob (doomed_at) where doomed_at is not null;

  create table upload (
    id uuid primary key,
    purpose text not null check (purpose in ('EVIDENCE', 'DOSE_IMPORT')),
    subject_id uuid not null unique,
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    sent_by_id uuid not null references account (id),
    file_name text not null,
    media_type text not null,
    size_bytes bigint not null check (size_bytes > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state text not null default 'UPLOADING' check (state in ('UPLOADING', 'RECEIVED', 'HANDLED', 'REFUSED', 'EXPIRED')),
    received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
    refusal text,
    ticket_hash text not null unique,
    ticket_expires_at timestamptz(3) not null,
    file_key uuid not null unique,
    blob_id uuid references file_blob (id),
    tries integer not null default 0,
    next_try_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    check ((state = 'REFUSED') = (refusal is not null))
  );
  create index upload_audit_idx on upload (audit_id);
  create index upload_open_idx on upload (state, updated_at) where state in ('UPLOADING', 'RECEIVED');
  create index upload_blob_idx on upload (blob_id) where blob_id is not null;

  -- Pieces as they arrived, each one object of the store; without a place until its bytes are safe.
  create table upload_part (
    id uuid primary key,
    upload_id uuid not null references upload (id),
    start_byte bigint check (start_byte >= 0),
    size_bytes integer check (size_bytes > 0),
    created_at timestamptz(3) not null default now(),
    check ((start_byte is null) = (size_bytes is null)),
    unique (upload_id, start_byte)
  );

  create table evidence_file (
    id uuid primary key references evidence (id),
    upload_id uuid not null references upload (id),
    file_name text not null,
    media_type text not null,
    size_bytes bigint not null check (size_bytes > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    blob_id uuid references file_blob (id),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  -- Evidence that was taken over from an earlier audit shares its upload and its bytes.
  create index evidence_file_upload_idx on evidence_file (upload_id);
  create index evidence_file_blob_idx on evidence_file (blob_id) where blob_id is not null;

  create table download_ticket (
    id uuid primary key,
    evidence_id uuid not null references evidence (id),
    account_id uuid not null references account (id),
    ticket_hash text not null unique,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    created_at timestamptz(3) not null default now()
  );
  create index download_ticket_expires_idx on download_ticket (expires_at);
`;
