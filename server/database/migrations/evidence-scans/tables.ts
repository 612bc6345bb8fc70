/**
 * What was found in files of evidence (`evidence_scan`, one for each file, written anew when it is tried again) and what a
 * person made of a doubtful one (`evidence_scan_decision`). Reasons hold codes, counts and places, and no word of the file.
 */
export const SCAN_TABLES = `
  create table evidence_scan (
    id uuid primary key references evidence (id),
    outcome text not null check (outcome in ('WAITING', 'CLEAN', 'DOUBTFUL', 'REJECTED')),
    media_type text,
    reasons jsonb not null,
    sent_sha256 text not null,
    scanner text not null,
    antivirus text,
    tries integer not null default 1,
    scanned_at timestamptz(3) not null,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );

  create table evidence_scan_decision (
    id uuid primary key references evidence (id),
    decision text not null check (decision in ('RELEASED', 'REFUSED')),
    reason text not null,
    decided_by_id uuid references account (id),
    created_at timestamptz(3) not null default now()
  );
`;
