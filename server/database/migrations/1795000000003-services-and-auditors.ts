import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is audited and who audits, with the dated ties between them on which conflicts of interest rest. */
export class ServicesAndAuditors1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid primary key,
        kind text not null default 'LEGAL_ENTITY' check (kind in ('LEGAL_ENTITY', 'GROUPING')),
        code text unique,
        siren text,
        finess_ej text unique,
        name text not null,
        sector text,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create unique index organisation_siren_key on organisation (siren) where siren is not null;

      create table organisation_link (
        id uuid primary key,
        organisation_id uuid not null references organisation (id),
        linked_organisation_id uuid not null references organisation (id),
        kind text not null check (kind in ('GHT', 'GROUP', 'GIE', 'GCS', 'HOLDING')),
        from_date date not null,
        to_date date,
        source text not null check (source in ('DECLARED', 'REGISTRY')),
        created_at timestamptz(3) not null default now(),
        check (organisation_id <> linked_organisation_id),
        check (to_date is null or to_date >= from_date),
        unique (organisation_id, linked_organisation_id, kind, from_date)
      );
      create index organisation_link_linked_idx on organisation_link (linked_organisation_id);

      create table audited_service (
        id uuid primary key,
        organisation_id uuid not null references organisation (id),
        finess_et text unique,
        siret text unique,
        name text not null,
        sector text,
        department_code text not null,
        department_name text not null,
        region_code text not null,
        region_name text not null,
        commune text,
        postcode text,
        latitude double precision,
        longitude double precision,
        modalities text[] not null default '{}',
        scanners integer,
        mri integer,
        radiography_rooms integer,
        mammographs integer,
        angiography_rooms integer,
        ct_exams_per_year integer,
        mri_exams_per_year integer,
        radiography_exams_per_year integer,
        has_emergency_department boolean not null default false,
        registry_warnings text[] not null default '{}',
        archived_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check (finess_et is not null or siret is not null)
      );
      create index audited_service_organisation_idx on audited_service (organisation_id);
      create index audited_service_region_idx on audited_service (region_code, name, id);
      create index audited_service_name_idx on audited_service (name, id);

      create table service_organisation (
        id uuid primary key,
        audited_service_id uuid not null references audited_service (id),
        organisation_id uuid not null references organisation (id),
        from_date date not null,
        to_date date,
        source text not null check (source in ('DECLARED', 'REGISTRY')),
        unique (audited_service_id, organisation_id, from_date)
      );
      create index service_organisation_organisation_idx on service_organisation (organisation_id);

      -- Not valid: grants of services that a step back has dropped stay, and must not stop the way forward.
      alter table role_grant add constraint role_grant_audited_service_fk
        foreign key (audited_service_id) references audited_service (id) not valid;

      create table auditor (
        id uuid primary key,
        person_id uuid not null unique references person (id),
        rpps text unique,
        profession text not null check (profession in ('RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST')),
        qualification text not null default 'CANDIDATE' check (qualification in ('CANDIDATE', 'ELIGIBLE', 'IN_TRAINING',
          'EVALUATED', 'QUALIFIED', 'SUSPENDED', 'LAPSED', 'RETIRED')),
        is_lead_eligible boolean not null default false,
        modalities text[] not null default '{}',
        languages text[] not null default '{fr}',
        regions text[] not null default '{}',
        yearly_maximum integer not null default 4 check (yearly_maximum between 0 and 52),
        registry_warnings text[] not null default '{}',
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index auditor_profession_idx on auditor (profession, qualification);

      create table auditor_unavailability (
        id uuid primary key,
        auditor_id uuid not null references auditor (id),
        from_date date not null,
        to_date date not null,
        created_at timestamptz(3) not null default now(),
        check (to_date >= from_date)
      );
      create index auditor_unavailability_auditor_idx on auditor_unavailability (auditor_id, from_date);

      create table affiliation (
        id uuid primary key,
        person_id uuid not null references person (id),
        organisation_id uuid not null references organisation (id),
        audited_service_id uuid references audited_service (id),
        kind text not null check (kind in ('EMPLOYMENT', 'LOCUM', 'TRAINING', 'CONSULTING', 'TELERADIOLOGY', 'OWNERSHIP')),
        from_date date not null,
        to_date date,
        source text not null check (source in ('DECLARED', 'REGISTRY')),
        created_at timestamptz(3) not null default now(),
        check (to_date is null or to_date >= from_date)
      );
      create index affiliation_person_idx on affiliation (person_id);
      create index affiliation_organisation_idx on affiliation (organisation_id);
      create index affiliation_audited_service_idx on affiliation (audited_service_id);

      create table declaration_of_interests (
        id uuid primary key,
        auditor_id uuid not null references auditor (id),
        state text not null default 'DRAFT' check (state in ('DRAFT', 'SIGNED', 'EXPIRED', 'SUPERSEDED')),
        signed_at timestamptz(3),
        expires_on date,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index declaration_of_interests_auditor_idx on declaration_of_interests (auditor_id, created_at);
      create unique index declaration_of_interests_signed_key on declaration_of_interests (auditor_id) where state = 'SIGNED';

      create table interest (
        id uuid primary key,
        declaration_id uuid not null references declaration_of_interests (id),
        position integer not null,
        kind text not null check (kind in ('EMPLOYMENT', 'LOCUM', 'TRAINING', 'CONSULTING', 'TELERADIOLOGY', 'OWNERSHIP',
          'FAMILY', 'FINANCIAL', 'LITIGATION', 'RESEARCH', 'OTHER')),
        organisation_id uuid references organisation (id),
        audited_service_id uuid references audited_service (id),
        description text not null,
        from_date date,
        to_date date,
        check (to_date is null or from_date is null or to_date >= from_date)
      );
      create index interest_declaration_idx on interest (declaration_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table role_grant drop constraint role_grant_audited_service_fk;
      drop table interest, declaration_of_interests, affiliation, auditor_unavailability, auditor, service_organisation,
        audited_service, organisation_link, organisation;
    `);
  }
}
