const STAMPS = `version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()`;

/** References of events, what is told of them, and the scales that they are tried on. */
export const EVENT_TABLES = `
  create table event_criterion (
    id uuid primary key,
    code text not null unique,
    position integer not null,
    label_fr text not null,
    label_en text not null,
    verification_level text not null references verification_level (code)
  );

  create table radiation_event (
    id uuid primary key,
    audited_service_id uuid not null references audited_service (id),
    number text,
    occurred_on date not null,
    event_criterion_code text not null references event_criterion (code),
    kind text not null check (kind in ('PREGNANCY_SEARCH', 'IDENTITY', 'PROTOCOL', 'PLANNING', 'COMMUNICATION',
      'EQUIPMENT_SETTING', 'MAINTENANCE', 'OTHER')),
    cohort_band text check (cohort_band in ('ONE', 'UP_TO_TEN', 'UP_TO_HUNDRED', 'UP_TO_THOUSAND', 'MORE')),
    dose_ratio_band text
      check (dose_ratio_band in ('BELOW_LEVEL', 'UP_TO_TWICE', 'UP_TO_FIVE_TIMES', 'UP_TO_TEN_TIMES', 'MORE')),
    is_declared boolean not null,
    is_analysed boolean not null,
    summary text,
    lesson text,
    recorded_by_id uuid references account (id),
    ${STAMPS}
  );
  create index radiation_event_service_idx on radiation_event (audited_service_id, created_at, id);
  create unique index radiation_event_number_key on radiation_event (audited_service_id, number);

  create table radiation_event_criterion (
    radiation_event_id uuid not null references radiation_event (id),
    criterion_id uuid not null references criterion (id),
    primary key (radiation_event_id, criterion_id)
  );
  create index radiation_event_criterion_criterion_idx on radiation_event_criterion (criterion_id);

  create table radiation_event_finding (
    radiation_event_id uuid not null references radiation_event (id),
    finding_id uuid not null references finding (id),
    primary key (radiation_event_id, finding_id)
  );
  create index radiation_event_finding_finding_idx on radiation_event_finding (finding_id);

  -- What all who take part may read: no service, no day, no number. Its id says nothing of the event.
  create table event_lesson (
    id uuid primary key,
    radiation_event_id uuid not null unique references radiation_event (id),
    event_criterion_code text not null references event_criterion (code),
    kind text not null check (kind in ('PREGNANCY_SEARCH', 'IDENTITY', 'PROTOCOL', 'PLANNING', 'COMMUNICATION',
      'EQUIPMENT_SETTING', 'MAINTENANCE', 'OTHER')),
    text text not null
  );

  -- What the steering committee may read to value an event that its service gives it.
  create table panel_case (
    id uuid primary key,
    radiation_event_id uuid not null unique references radiation_event (id),
    audited_service_id uuid not null references audited_service (id),
    event_criterion_code text not null references event_criterion (code),
    kind text not null check (kind in ('PREGNANCY_SEARCH', 'IDENTITY', 'PROTOCOL', 'PLANNING', 'COMMUNICATION',
      'EQUIPMENT_SETTING', 'MAINTENANCE', 'OTHER')),
    cohort_band text check (cohort_band in ('ONE', 'UP_TO_TEN', 'UP_TO_HUNDRED', 'UP_TO_THOUSAND', 'MORE')),
    dose_ratio_band text
      check (dose_ratio_band in ('BELOW_LEVEL', 'UP_TO_TWICE', 'UP_TO_FIVE_TIMES', 'UP_TO_TEN_TIMES', 'MORE')),
    description text not null,
    is_open boolean not null default true
  );
`;

export const SCALE_TABLES = `
  create table scale_definition (
    id uuid primary key,
    code text not null,
    number integer not null check (number > 0),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'TRIAL', 'ADOPTED', 'RETIRED')),
    is_loaded boolean not null default false,
    title_fr text not null,
    title_en text not null,
    note_fr text not null,
    note_en text not null,
    source_fr text,
    source_en text,
    url text,
    verification_level text references verification_level (code),
    in_force_from date,
    in_force_to date,
    levels jsonb not null,
    axes text[] not null default '{}',
    retirement_reason text,
    drafted_by_id uuid references account (id),
    ${STAMPS},
    unique (code, number)
  );

  create table scale_trial (
    id uuid primary key,
    radiation_event_id uuid not null references radiation_event (id),
    audited_service_id uuid not null references audited_service (id),
    scale_definition_id uuid not null references scale_definition (id),
    side text not null check (side in ('SERVICE', 'PANEL')),
    panel_case_id uuid references panel_case (id),
    value text not null,
    reason text not null,
    rated_by_id uuid references account (id),
    -- Values take turns, and stand in the order in which they came.
    created_at timestamptz(3) not null default clock_timestamp(),
    unique (radiation_event_id, scale_definition_id, rated_by_id),
    constraint scale_trial_side check ((side = 'PANEL') = (panel_case_id is not null))
  );
  create index scale_trial_scale_idx on scale_trial (scale_definition_id, created_at, id);
  create index scale_trial_case_idx on scale_trial (panel_case_id);
`;

/** What is asked after a report: who has answered stands apart from what was answered. */
export const SURVEY_TABLES = `
  create table survey_form (
    id uuid primary key,
    code text not null,
    number integer not null check (number > 0),
    title_fr text not null,
    title_en text not null,
    content jsonb not null,
    unique (code, number)
  );

  create table survey (
    id uuid primary key,
    campaign_id uuid not null unique references campaign (id),
    survey_form_id uuid not null references survey_form (id),
    state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    opened_by_id uuid references account (id),
    ${STAMPS}
  );

  create table survey_participation (
    id uuid primary key,
    survey_id uuid not null references survey (id),
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    side text not null check (side in ('SERVICE', 'TEAM')),
    lot integer not null check (lot >= 0),
    answered_by_id uuid references account (id),
    created_at timestamptz(3) not null default now(),
    unique (survey_id, audit_id, side, answered_by_id)
  );
  create index survey_participation_lot_idx on survey_participation (survey_id, side, lot);

  -- No account, no audit, no time: what ties an answer to whoever gave it is its lot alone.
  create table survey_answer (
    id uuid primary key,
    survey_id uuid not null references survey (id),
    side text not null check (side in ('SERVICE', 'TEAM')),
    lot integer not null check (lot >= 0),
    ratings jsonb not null,
    remark text
  );
  create index survey_answer_lot_idx on survey_answer (survey_id, side, lot);
`;

export const SHARING_TABLES = `
  create table shared_practice (
    id uuid primary key,
    finding_id uuid not null unique references finding (id),
    audit_id uuid not null references audit (id),
    campaign_id uuid not null references campaign (id),
    audited_service_id uuid not null references audited_service (id),
    criterion_id uuid references criterion (id),
    state text not null default 'SHARED' check (state in ('SHARED', 'WITHDRAWN')),
    text text not null,
    is_named boolean not null default false,
    shared_by_id uuid references account (id),
    ${STAMPS}
  );
  create index shared_practice_campaign_idx on shared_practice (campaign_id);
  create index shared_practice_criterion_idx on shared_practice (criterion_id);

  create table outside_recommendation (
    id uuid primary key,
    campaign_id uuid references campaign (id),
    body text not null check (body in ('MANUFACTURER', 'ASNR', 'DGS', 'DGOS', 'HAS', 'ANSM', 'ARS', 'LEARNED_SOCIETY',
      'PROFESSIONAL_COUNCIL', 'OTHER')),
    body_name text,
    state text not null default 'DRAFT'
      check (state in ('DRAFT', 'SENT', 'ANSWERED', 'ADOPTED', 'DECLINED', 'WITHDRAWN')),
    title text not null,
    text text not null,
    due_on date,
    sent_on date,
    answer text,
    outcome_reason text,
    is_published boolean not null default false,
    drafted_by_id uuid references account (id),
    ${STAMPS}
  );
  create index outside_recommendation_campaign_idx on outside_recommendation (campaign_id);

  create table outside_recommendation_criterion (
    outside_recommendation_id uuid not null references outside_recommendation (id),
    criterion_id uuid not null references criterion (id),
    primary key (outside_recommendation_id, criterion_id)
  );
  create index outside_recommendation_criterion_criterion_idx on outside_recommendation_criterion (criterion_id);

  create table outside_recommendation_note (
    id uuid primary key,
    outside_recommendation_id uuid not null references outside_recommendation (id),
    text text not null,
    written_by_id uuid references account (id),
    created_at timestamptz(3) not null default now()
  );
  create index outside_recommendation_note_idx on outside_recommendation_note (outside_recommendation_id, created_at, id);
`;
