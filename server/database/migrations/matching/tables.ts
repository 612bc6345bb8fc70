/** What a campaign says of its teams, ahead of any run. */
export const NEEDS = `
  create table matching_settings (
    id uuid primary key,
    campaign_id uuid not null unique references campaign (id),
    weights jsonb not null,
    fairness text not null default 'SUM' check (fairness in ('SUM', 'MAX_MIN_THEN_SUM')),
    recency_years integer check (recency_years between 0 and 60),
    is_language_required boolean not null default true,
    minimum_audits integer not null default 0 check (minimum_audits between 0 and 52),
    is_review_allowed boolean not null default false,
    radiologists integer not null default 1 check (radiologists between 1 and 4),
    radiographers integer not null default 1 check (radiographers between 1 and 4),
    medical_physicists integer not null default 0 check (medical_physicists between 0 and 4),
    past_campaigns integer not null default 1 check (past_campaigns between 0 and 10),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );

  create table staffing_need (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    audited_service_id uuid not null references audited_service (id),
    radiologists integer check (radiologists between 1 and 4),
    radiographers integer check (radiographers between 1 and 4),
    medical_physicists integer check (medical_physicists between 0 and 4),
    has_trainee_seat boolean not null default false,
    weeks text[] not null default '{}',
    critical_modalities text[] not null default '{}',
    languages text[] not null default '{fr}',
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (campaign_id, audited_service_id)
  );

  create table matching_decision (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    auditor_id uuid not null references auditor (id),
    kind text not null check (kind in ('PIN', 'FORBID')),
    reason text not null,
    decided_by_id uuid not null references account (id),
    ended_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  create unique index matching_decision_pair_key on matching_decision (audit_id, auditor_id) where ended_at is null;
  create index matching_decision_audit_idx on matching_decision (audit_id, created_at, id);
  create index matching_decision_auditor_idx on matching_decision (auditor_id);
`;

/** Runs: what went in, how it went, what came out. */
export const RUNS = `
  create table matching_run (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    operation_id uuid not null unique references operation (id),
    base_run_id uuid,
    state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'SOLVED', 'INFEASIBLE', 'TIMED_OUT',
      'FAILED', 'PUBLISHED', 'DISCARDED')),
    is_dry_run boolean not null default false,
    seed integer not null,
    seconds integer not null,
    memory_megabytes integer not null,
    rules_hash text not null,
    solver_version text not null,
    settings jsonb not null,
    started_by_id uuid not null references account (id),
    status text check (status in ('OPTIMAL', 'FEASIBLE', 'INFEASIBLE')),
    objective double precision,
    bound double precision,
    gap double precision,
    bound_covers text check (bound_covers in ('ALL_PAIRS', 'KEPT_CANDIDATES')),
    stopped_by text check (stopped_by in ('PROOF', 'WORK', 'TIME', 'CANCELLED')),
    solved_seconds double precision,
    failure jsonb,
    finished_at timestamptz(3),
    published_at timestamptz(3),
    published_by_id uuid references account (id),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  create index matching_run_campaign_idx on matching_run (campaign_id, created_at, id);

  create table matching_snapshot (
    id uuid primary key references matching_run (id),
    sha256 text not null,
    content jsonb,
    created_at timestamptz(3) not null default now()
  );

  create table matching_result (
    id uuid primary key references matching_run (id),
    sha256 text not null,
    plan jsonb not null,
    created_at timestamptz(3) not null default now()
  );

  create table proposed_team (
    id uuid primary key,
    matching_run_id uuid not null references matching_run (id),
    audit_id uuid not null references audit (id),
    week text,
    value integer not null,
    created_at timestamptz(3) not null default now(),
    unique (matching_run_id, audit_id)
  );
  create index proposed_team_audit_idx on proposed_team (audit_id);

  create table proposed_member (
    id uuid primary key,
    matching_run_id uuid not null references matching_run (id),
    proposed_team_id uuid not null references proposed_team (id),
    audit_id uuid not null references audit (id),
    auditor_id uuid not null references auditor (id),
    seat text not null check (seat in ('RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST', 'OBSERVER')),
    is_lead boolean not null,
    assignment_id uuid unique references assignment (id),
    created_at timestamptz(3) not null default now(),
    unique (proposed_team_id, auditor_id)
  );
  create index proposed_member_run_idx on proposed_member (matching_run_id);
  create index proposed_member_audit_idx on proposed_member (audit_id, auditor_id);
`;
