/** Families of reference texts, as the templates folder has them. */
export const FAMILIES = `
  create table reference_family (
    id uuid primary key,
    code text not null unique,
    position integer not null,
    label_fr text not null,
    label_en text not null,
    text_codes text[] not null
  );
`;

/** What the team asks for and what the service answers. */
export const REQUESTS = `
  create table evidence_request (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    evidence_kind_code text references evidence_kind (code),
    state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    is_from_template boolean not null default false,
    text text not null,
    due_on date not null,
    withdrawal_reason text,
    asked_by_auditor_id uuid references auditor (id),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  create index evidence_request_audit_idx on evidence_request (audit_id, created_at, id);
  create index evidence_request_service_idx on evidence_request (audited_service_id, created_at, id);
  -- The template asks once for each kind.
  create unique index evidence_request_template_key on evidence_request (audit_id, evidence_kind_code)
    where is_from_template and state <> 'WITHDRAWN';

  create table evidence_request_criterion (
    evidence_request_id uuid not null references evidence_request (id),
    criterion_id uuid not null references criterion (id),
    primary key (evidence_request_id, criterion_id)
  );
  create index evidence_request_criterion_criterion_idx on evidence_request_criterion (criterion_id);

  create table evidence_answer (
    id uuid primary key,
    evidence_request_id uuid not null references evidence_request (id),
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    number integer not null check (number > 0),
    remark text,
    missing text,
    verdict text check (verdict in ('ACCEPTED', 'REJECTED')),
    verdict_reason text,
    decided_by_auditor_id uuid references auditor (id),
    decided_at timestamptz(3),
    answered_by_id uuid references account (id),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (evidence_request_id, number),
    check ((verdict is null) = (decided_at is null)),
    check (verdict is distinct from 'REJECTED' or verdict_reason is not null)
  );
  -- One answer waits at most; another one takes its place until the team has decided.
  create unique index evidence_answer_waiting_key on evidence_answer (evidence_request_id) where verdict is null;

  create table answering_evidence (
    evidence_answer_id uuid not null references evidence_answer (id),
    evidence_id uuid not null references evidence (id),
    primary key (evidence_answer_id, evidence_id)
  );
  create index answering_evidence_evidence_idx on answering_evidence (evidence_id);
`;

/** What the team makes of a piece of evidence, and how long it holds. */
export const VERDICTS = `
  create table evidence_verdict (
    id uuid primary key,
    evidence_id uuid not null unique references evidence (id),
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    value text not null check (value in ('ACCEPTED', 'TURNED_DOWN')),
    reason text,
    evidence_version integer not null,
    decided_by_auditor_id uuid references auditor (id),
    decided_at timestamptz(3) not null,
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    check (value = 'ACCEPTED' or reason is not null)
  );

  create table evidence_validity (
    id uuid primary key references evidence (id),
    expires_on date,
    taken_over_from_id uuid references evidence (id),
    created_at timestamptz(3) not null default now()
  );
  create index evidence_validity_expires_idx on evidence_validity (expires_on);
  create index evidence_validity_taken_over_idx on evidence_validity (taken_over_from_id);
`;
