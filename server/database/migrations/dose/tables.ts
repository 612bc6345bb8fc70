/** What doses are compared with. */
export const LEVELS = `
  create table exam_type (
    id uuid primary key,
    code text not null unique,
    modality text not null check (modality in ('CT', 'RADIOGRAPHY', 'MAMMOGRAPHY', 'INTERVENTIONAL')),
    scope text not null check (scope in ('VIEW', 'ACQUISITION', 'EXAMINATION')),
    populations text not null check (populations in ('ADULT', 'CHILD_BY_WEIGHT', 'CHILD_BY_AGE')),
    phantom_cm integer check (phantom_cm = 16 or phantom_cm = 32),
    label_fr text not null,
    label_en text not null,
    words text[] not null
  );

  create table dose_population (
    id uuid primary key,
    code text not null unique,
    basis text not null check (basis in ('AGE_YEARS', 'WEIGHT_KG', 'NOMINAL')),
    from_value double precision,
    below_value double precision,
    min_sample_size integer check (min_sample_size > 0),
    min_sample_basis text check (min_sample_basis in ('STATED_IN_SOURCE', 'CARRIED_OVER_FROM_2011', 'SURVEY_PRACTICE',
      'PHANTOM_QUALITY_CONTROL')),
    label_fr text not null,
    label_en text not null,
    check ((basis = 'NOMINAL') = (from_value is null)),
    check (below_value > from_value)
  );

  create table reference_level_source (
    id uuid primary key,
    code text not null unique,
    use text not null check (use in ('CURRENT_NATIONAL', 'HISTORICAL', 'FALLBACK_EU', 'FOREIGN_COMPARATOR')),
    title_fr text not null,
    title_en text not null,
    in_force_from date,
    in_force_to date,
    url text not null,
    evidence_fr text not null,
    evidence_en text not null,
    created_at timestamptz(3) not null default now(),
    check (in_force_to >= in_force_from)
  );

  create table reference_level (
    id uuid primary key,
    source_code text not null references reference_level_source (code),
    exam_code text not null references exam_type (code),
    population text not null references dose_population (code),
    quantity text not null check (quantity in ('IDSV', 'PDL', 'PDS', 'DE', 'DGM')),
    scope text not null check (scope in ('VIEW', 'ACQUISITION', 'EXAMINATION', 'INDICATION', 'NOT_SAID')),
    unit text not null check (unit ~ '^mGy([.]cm2?)?$'),
    nrd double precision not null check (nrd > 0),
    vgd double precision check (vgd > 0),
    min_sample_size integer check (min_sample_size > 0),
    min_sample_basis text check (min_sample_basis in ('STATED_IN_SOURCE', 'CARRIED_OVER_FROM_2011', 'SURVEY_PRACTICE',
      'PHANTOM_QUALITY_CONTROL')),
    phantom_cm integer check (phantom_cm = 16 or phantom_cm = 32),
    verification text not null check (verification in ('OFFICIAL_TEXT', 'OFFICIAL_PAGE', 'SECONDARY_SOURCE',
      'STATED_BY_IMPORTER')),
    valid_from date,
    valid_to date,
    url text,
    statement text,
    added_by_id uuid references account (id),
    created_at timestamptz(3) not null default now(),
    check (vgd <= nrd),
    check (valid_to >= valid_from),
    -- What somebody brings, he answers for.
    check ((verification = 'STATED_BY_IMPORTER') = (added_by_id is not null)),
    unique nulls not distinct (source_code, exam_code, population, quantity, valid_from)
  );
  create index reference_level_exam_idx on reference_level (exam_code);
  create index reference_level_created_idx on reference_level (created_at, id);
`;

/** Doses of services, and what their protocol names stand for. */
export const RECORDS = `
  create table dose_key (
    audited_service_id uuid primary key references audited_service (id),
    secret text not null
  );

  create table dose_import (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    operation_id uuid unique references operation (id),
    state text not null default 'AWAITING_FILE' check (state in ('AWAITING_FILE', 'RUNNING', 'DONE', 'FAILED',
      'CANCELLED', 'TIMED_OUT', 'WITHDRAWN')),
    sha256 text not null,
    read_count integer not null default 0,
    kept_count integer not null default 0,
    excluded_count integer not null default 0,
    duplicate_count integer not null default 0,
    refused_count integer not null default 0,
    failure jsonb,
    finished_at timestamptz(3),
    created_by_id uuid not null references account (id),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now()
  );
  create index dose_import_audit_idx on dose_import (audit_id, created_at, id);

  create table dose_refusal (
    id uuid primary key,
    dose_import_id uuid not null references dose_import (id),
    position integer not null,
    place text not null,
    code text not null,
    params jsonb not null,
    unique (dose_import_id, position)
  );

  create table protocol_mapping (
    id uuid primary key,
    audited_service_id uuid not null references audited_service (id),
    modality text not null check (modality in ('CT', 'RADIOGRAPHY', 'MAMMOGRAPHY', 'INTERVENTIONAL')),
    protocol_key text not null,
    protocol text not null,
    exam_code text references exam_type (code),
    decided_by_id uuid not null references account (id),
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    unique (audited_service_id, modality, protocol_key)
  );

  create table dose_record (
    id uuid primary key,
    -- An import is never deleted, and its records come by the hundred thousand: no foreign keys.
    dose_import_id uuid not null,
    audit_id uuid not null,
    audited_service_id uuid not null,
    position integer not null,
    place text not null,
    modality text not null check (modality in ('CT', 'RADIOGRAPHY', 'MAMMOGRAPHY', 'INTERVENTIONAL')),
    level text not null check (level in ('EVENT', 'EXAMINATION')),
    study_key uuid,
    event_key uuid,
    performed_in text,
    protocol text not null,
    protocol_key text not null,
    acquisition_type text,
    equipment text,
    age_years double precision,
    weight_kg double precision,
    ctdi_vol_mgy double precision,
    phantom_cm integer,
    dlp_mgy_cm double precision,
    scanning_length_mm double precision,
    dap_mgy_cm2 double precision,
    entrance_dose_mgy double precision,
    mean_glandular_dose_mgy double precision,
    compressed_thickness_mm double precision,
    fluoroscopy_seconds double precision,
    notes jsonb,
    exclusion text check (exclusion in ('SCOUT', 'PHANTOM_OR_QA', 'DUPLICATE_EVENT', 'NO_DOSE', 'IMPLAUSIBLE')),
    exam_code text,
    population text,
    set_aside text check (set_aside in ('UNMAPPED', 'NOT_OF_THE_LIST', 'WHOLE_EXAMINATION', 'PART_OF_EXAMINATION',
      'AGE_UNKNOWN', 'OTHER_POPULATION', 'WEIGHT_UNKNOWN', 'OUTSIDE_CLASSES', 'OTHER_PHANTOM', 'PHANTOM_UNKNOWN',
      'SEVERAL_ACQUISITIONS')),
    created_at timestamptz(3) not null default now()
  );
  -- Its pages, in the order of the file.
  create index dose_record_import_idx on dose_record (dose_import_id, position, id);
  -- An irradiation event counts once in an audit, whoever imports at the same time.
  create unique index dose_record_event_key on dose_record (audit_id, event_key)
    where exclusion is null and event_key is not null;
  -- What counts, in the order in which it is grouped, with the values: medians need nothing else.
  create index dose_record_counted_idx on dose_record (audit_id, exam_code, population)
    include (ctdi_vol_mgy, dlp_mgy_cm, dap_mgy_cm2, entrance_dose_mgy, mean_glandular_dose_mgy)
    where exclusion is null and set_aside is null;
`;
