/** Settings of the procedure; what a campaign tells the country, what a service is told of comparable ones, and what was told of whom. */
export const SYNTHESIS_TABLES = `
  create table rule_setting (
    id uuid primary key,
    code text not null,
    number integer not null,
    value integer not null,
    content_hash text not null,
    created_at timestamptz(3) not null default now(),
    unique (code, number)
  );

  create table synthesis (
    id uuid primary key,
    campaign_id uuid not null unique references campaign (id),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED')),
    content text not null,
    sha256 text not null,
    prepared_by_id uuid references account (id),
    prepared_at timestamptz(3) not null,
    published_by_id uuid references account (id),
    published_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    constraint synthesis_published check ((state = 'PUBLISHED') = (published_at is not null)),
    constraint synthesis_second_person check (published_by_id <> prepared_by_id)
  );

  create table service_comparison (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    campaign_id uuid not null references campaign (id),
    audited_service_id uuid not null references audited_service (id),
    asked_traits text[] not null,
    shared_traits text[] not null,
    service_count integer not null,
    figures jsonb not null,
    asked_by_id uuid references account (id),
    created_at timestamptz(3) not null default now()
  );
  create index service_comparison_audit_idx on service_comparison (audit_id, created_at, id);

  create table disclosed_group (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    subject text not null,
    services uuid[] not null,
    audited_service_id uuid references audited_service (id),
    asked_by_id uuid references account (id),
    created_at timestamptz(3) not null default now()
  );
  create index disclosed_group_campaign_idx on disclosed_group (campaign_id, subject);
`;
