/** What is answered to findings, who signed what, how a report is amended, and what a campaign says of silence. */
export const SIGNATURE_TABLES = `
  create table campaign_contradictory_rule (
    id uuid primary key,
    campaign_id uuid not null unique references campaign (id),
    silence text not null check (silence in ('SILENCE_IS_NO_REPLY', 'SILENCE_IS_ACCEPTANCE')),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );

  create table finding_reply_version (
    id uuid primary key,
    finding_reply_id uuid not null references finding_reply (id),
    audit_id uuid not null references audit (id),
    number integer not null check (number > 0),
    kind text not null check (kind in ('ACCEPTED', 'CONTESTED', 'CORRECTION')),
    argument text,
    replied_by_id uuid references account (id),
    created_at timestamptz(3) not null default now(),
    unique (finding_reply_id, number),
    constraint finding_reply_version_argument check (kind = 'ACCEPTED' or argument is not null)
  );
  create index finding_reply_version_audit_idx on finding_reply_version (audit_id);

  create table finding_reply_evidence (
    id uuid primary key,
    finding_reply_version_id uuid not null references finding_reply_version (id),
    audit_id uuid not null references audit (id),
    evidence_id uuid not null references evidence (id),
    created_at timestamptz(3) not null default now(),
    unique (finding_reply_version_id, evidence_id)
  );
  create index finding_reply_evidence_audit_idx on finding_reply_evidence (audit_id);

  create table report_signature (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    document text not null check (document in ('DRAFT', 'REPORT', 'AMENDMENT')),
    number integer not null check (number > 0),
    assignment_id uuid not null references assignment (id),
    auditor_id uuid not null references auditor (id),
    signed_by_id uuid not null references account (id),
    profession text not null check (profession in ('RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST')),
    content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
    confirmation text not null,
    means text not null check (means in ('PASSWORD', 'SECOND_FACTOR', 'PROVIDER')),
    signed_at timestamptz(3) not null,
    voided_at timestamptz(3),
    created_at timestamptz(3) not null default now()
  );
  create unique index report_signature_stands_key on report_signature (audit_id, document, number, assignment_id)
    where voided_at is null;

  create table report_amendment (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    number integer not null check (number > 1),
    state text not null default 'OPEN' check (state in ('OPEN', 'ISSUED', 'WITHDRAWN')),
    reason text not null,
    changes jsonb not null,
    proposed_by_id uuid references account (id),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  create unique index report_amendment_open_key on report_amendment (audit_id) where state = 'OPEN';
`;

/** Replies from before count as the first version of themselves. */
export const FIRST_VERSIONS = `
  insert into finding_reply_version (id, finding_reply_id, audit_id, number, kind, argument, replied_by_id, created_at)
  select gen_random_uuid(), r.id, r.audit_id, 1, r.kind, r.argument, r.replied_by_id, r.created_at from finding_reply r;
`;
