/** Endpoints, what they are signed with, what was sent to them and what became of it. */
export const WEBHOOK_TABLES = `
  create table webhook_endpoint (
    id uuid primary key,
    audited_service_id uuid references audited_service (id),
    account_id uuid references account (id),
    url text not null,
    description text,
    topics text[] not null default '{}',
    state text not null default 'ENABLED' check (state in ('ENABLED', 'FAILING', 'DISABLED')),
    failing_since timestamptz(3),
    disabled_because text check (disabled_because in ('OWNER', 'GONE', 'FAILING')),
    last_sequence integer not null default 0,
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    constraint webhook_endpoint_owner check (num_nonnulls(audited_service_id, account_id) = 1),
    constraint webhook_endpoint_disabled check ((state = 'DISABLED') = (disabled_because is not null)),
    constraint webhook_endpoint_failing check (state <> 'FAILING' or failing_since is not null)
  );
  create index webhook_endpoint_service_idx on webhook_endpoint (audited_service_id);
  create index webhook_endpoint_account_idx on webhook_endpoint (account_id);
  create index webhook_endpoint_created_idx on webhook_endpoint (created_at, id);

  create table webhook_secret (
    id uuid primary key,
    webhook_endpoint_id uuid not null references webhook_endpoint (id) on delete cascade,
    sealed text not null,
    ends_at timestamptz(3),
    created_at timestamptz(3) not null default now()
  );
  create index webhook_secret_endpoint_idx on webhook_secret (webhook_endpoint_id);

  create table webhook_delivery (
    id uuid primary key,
    webhook_endpoint_id uuid not null references webhook_endpoint (id) on delete cascade,
    outbox_message_id uuid references outbox_message (id),
    sequence integer not null check (sequence > 0),
    topic text not null,
    body text not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'FAILED', 'WITHHELD')),
    tries integer not null default 0,
    next_try_at timestamptz(3),
    ended_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (webhook_endpoint_id, sequence),
    unique (webhook_endpoint_id, outbox_message_id),
    constraint webhook_delivery_end check ((state = 'PENDING') = (ended_at is null))
  );
  create index webhook_delivery_message_idx on webhook_delivery (outbox_message_id);

  create table webhook_attempt (
    id uuid primary key,
    webhook_delivery_id uuid not null references webhook_delivery (id) on delete cascade,
    number integer not null check (number > 0),
    outcome text not null check (outcome in ('DELIVERED', 'REFUSED', 'GONE', 'REDIRECTED', 'TIMED_OUT', 'UNREACHED',
      'ADDRESS_REFUSED')),
    status_code integer,
    answer text,
    began_at timestamptz(3) not null,
    duration_ms integer not null,
    created_at timestamptz(3) not null default now(),
    unique (webhook_delivery_id, number)
  );
`;
