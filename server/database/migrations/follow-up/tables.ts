/** Who owns an action, what it waits for, whether it had an effect, what came back; and the follow-up at half-cycle. */
export const FOLLOW_UP_TABLES = `
  create table corrective_action_owner (
    id uuid primary key references corrective_action (id),
    account_id uuid not null references account (id),
    created_at timestamptz(3) not null default now()
  );
  create index corrective_action_owner_account_idx on corrective_action_owner (account_id);

  create table corrective_action_dependency (
    id uuid primary key,
    corrective_action_id uuid not null references corrective_action (id),
    waits_for_id uuid not null references corrective_action (id),
    added_by_id uuid references account (id),
    created_at timestamptz(3) not null default now(),
    unique (corrective_action_id, waits_for_id),
    check (corrective_action_id <> waits_for_id)
  );
  create index corrective_action_dependency_waits_for_idx on corrective_action_dependency (waits_for_id);

  create table waiver_extension (
    id uuid primary key references corrective_action (id),
    reason text not null,
    expires_on date not null,
    requested_by_id uuid references account (id),
    created_at timestamptz(3) not null default now()
  );
  create index corrective_action_waiver_idx on corrective_action (waiver_expires_on) where state = 'WAIVED';

  create table effectiveness_check (
    id uuid primary key,
    corrective_action_id uuid not null references corrective_action (id),
    round integer not null check (round > 0),
    due_on date not null,
    judged_on date,
    verdict text check (verdict in ('EFFECTIVE', 'NOT_EFFECTIVE')),
    reason text,
    evidence_id uuid references evidence (id),
    judged_by_id uuid references account (id),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (corrective_action_id, round),
    check ((verdict is null) = (judged_on is null))
  );

  create table corrective_action_relapse (
    id uuid primary key,
    corrective_action_id uuid not null references corrective_action (id),
    finding_id uuid not null references finding (id),
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    relapsed_on date not null,
    created_at timestamptz(3) not null default now(),
    unique (corrective_action_id, finding_id)
  );
  create index corrective_action_relapse_finding_idx on corrective_action_relapse (finding_id);

  create table documentary_follow_up (
    id uuid primary key,
    audit_id uuid not null unique references audit (id),
    audited_service_id uuid not null references audited_service (id),
    campaign_id uuid not null references campaign (id),
    state text not null default 'SCHEDULED' check (state in ('SCHEDULED', 'OPEN', 'SUBMITTED', 'REVIEWED', 'CLOSED')),
    due_on date not null,
    reviewer_auditor_id uuid references auditor (id),
    submitted_at timestamptz(3),
    reviewed_at timestamptz(3),
    closed_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  create index documentary_follow_up_due_idx on documentary_follow_up (due_on, id);
  create index documentary_follow_up_service_idx on documentary_follow_up (audited_service_id, due_on, id);
  create index documentary_follow_up_reviewer_idx on documentary_follow_up (reviewer_auditor_id);

  create table follow_up_item (
    id uuid primary key,
    documentary_follow_up_id uuid not null references documentary_follow_up (id),
    corrective_action_id uuid not null references corrective_action (id),
    subject text not null,
    outcome text not null check (outcome in ('STILL_EFFECTIVE', 'CHANGED', 'LAPSED')),
    statement text not null,
    evidence_id uuid references evidence (id),
    stated_by_id uuid references account (id),
    conclusion text check (conclusion in ('STILL_EFFECTIVE', 'CHANGED', 'LAPSED')),
    conclusion_reason text,
    concluded_by_auditor_id uuid references auditor (id),
    concluded_at timestamptz(3),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (documentary_follow_up_id, corrective_action_id),
    constraint follow_up_item_concluded check ((conclusion is null) = (concluded_at is null))
  );
`;
