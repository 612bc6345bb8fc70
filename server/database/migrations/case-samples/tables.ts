/** Lists that services give, what is drawn from them, and what auditors say of it. */
export const CASE_TABLES = `
  create table case_sample (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    campaign_id uuid not null references campaign (id),
    audited_service_id uuid not null references audited_service (id),
    evidence_kind_code text not null references evidence_kind (code),
    state text not null default 'LISTED' check (state in ('LISTED', 'DRAWN', 'REVIEWING', 'ARBITRATION', 'COMPLETE')),
    strata_names text[] not null default '{}',
    population_size integer not null,
    list_sha256 text not null,
    nonce_sha256 text not null,
    listed_at timestamptz(3) not null,
    listed_by_id uuid references account (id),
    size integer,
    nonce text,
    word text,
    seed text,
    algorithm text,
    drawn_at timestamptz(3),
    completed_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (audit_id, evidence_kind_code)
  );
  create index case_sample_service_idx on case_sample (audited_service_id, evidence_kind_code);
  create index case_sample_campaign_idx on case_sample (campaign_id);

  create table case_draw_secret (
    id uuid primary key references case_sample (id),
    nonce text not null,
    created_at timestamptz(3) not null default now()
  );

  create table case_list_record (
    case_sample_id uuid not null references case_sample (id),
    record_number text not null,
    strata text[] not null default '{}',
    primary key (case_sample_id, record_number)
  );

  create table sampled_case (
    id uuid primary key,
    case_sample_id uuid not null references case_sample (id),
    audit_id uuid not null references audit (id),
    position integer not null,
    record_number text not null,
    strata text[] not null default '{}',
    replaces_id uuid,
    unavailable_reason text,
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (case_sample_id, record_number),
    unique (case_sample_id, position)
  );
  create unique index sampled_case_replaces_key on sampled_case (replaces_id) where replaces_id is not null;

  create table case_review (
    id uuid primary key,
    case_sample_id uuid not null references case_sample (id),
    audit_id uuid not null references audit (id),
    sampled_case_id uuid not null references sampled_case (id),
    criterion_id uuid references criterion (id),
    field_code text,
    auditor_id uuid not null references auditor (id),
    value text not null,
    remark text,
    minutes integer check (minutes between 0 and 600),
    captured_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    constraint case_review_subject check (num_nonnulls(criterion_id, field_code) = 1)
  );
  create unique index case_review_rating_key on case_review (sampled_case_id, auditor_id, criterion_id)
    where criterion_id is not null;
  create unique index case_review_note_key on case_review (sampled_case_id, auditor_id, field_code)
    where field_code is not null;
  create index case_review_sample_idx on case_review (case_sample_id, auditor_id);

  create table case_review_submission (
    id uuid primary key,
    case_sample_id uuid not null references case_sample (id),
    audit_id uuid not null references audit (id),
    auditor_id uuid not null references auditor (id),
    is_counted boolean not null default false,
    created_at timestamptz(3) not null default now(),
    unique (case_sample_id, auditor_id)
  );

  create table case_outcome (
    id uuid primary key,
    case_sample_id uuid not null references case_sample (id),
    audit_id uuid not null references audit (id),
    sampled_case_id uuid not null references sampled_case (id),
    criterion_id uuid not null references criterion (id),
    basis text check (basis in ('AGREED', 'ARBITRATED', 'SETTLED')),
    value text,
    first_value text not null,
    second_value text not null,
    remarks text[] not null default '{}',
    proposed_value text,
    proposed_by_auditor_id uuid references auditor (id),
    decision_remark text,
    decided_by_auditor_id uuid references auditor (id),
    decided_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (sampled_case_id, criterion_id),
    constraint case_outcome_decided check ((basis is null) = (value is null))
  );
  create index case_outcome_sample_idx on case_outcome (case_sample_id, criterion_id);
`;
