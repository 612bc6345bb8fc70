import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is audited: templates and their versions, the texts they rest on, the rules and delays that campaigns freeze. */
export class Templates1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scale (
        id uuid primary key,
        code text not null unique,
        kind text not null check (kind in ('ORDINAL', 'PROPORTION', 'NOMINAL_WITH_ORDER', 'NUMBER', 'DERIVED')),
        title_fr text not null,
        title_en text not null,
        definition jsonb not null
      );

      create table evidence_kind (
        id uuid primary key,
        code text not null unique,
        type text not null,
        label_fr text not null,
        label_en text not null
      );

      create table verification_level (
        id uuid primary key,
        code text not null unique,
        position integer not null,
        label_fr text not null,
        label_en text not null
      );

      create table reference_text (
        id uuid primary key,
        code text not null unique,
        title_fr text not null,
        title_en text not null,
        locator_fr text not null,
        locator_en text not null,
        verification_level text not null references verification_level (code),
        url text
      );

      create table audit_template (
        id uuid primary key,
        code text not null unique,
        slug text not null unique,
        created_at timestamptz(3) not null default now()
      );

      create table template_version (
        id uuid primary key,
        audit_template_id uuid not null references audit_template (id),
        number integer not null check (number > 0),
        state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
        source_version text,
        title_fr text not null,
        title_en text not null,
        modality text not null,
        audit_unit_fr text not null,
        audit_unit_en text not null,
        sampling jsonb not null default '{}',
        record_grid jsonb not null default '[]',
        content_hash text not null,
        published_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        unique (audit_template_id, number)
      );

      create table section (
        id uuid primary key,
        template_version_id uuid not null references template_version (id),
        code text not null,
        position integer not null,
        title_fr text not null,
        title_en text not null,
        unique (template_version_id, code)
      );

      create table criterion (
        id uuid primary key,
        template_version_id uuid not null references template_version (id),
        section_id uuid not null references section (id),
        code text not null,
        position integer not null,
        principle text not null check (principle in ('JUSTIFICATION', 'OPTIMISATION', 'QUALITY_SYSTEM', 'TRAINING', 'EVENT_FEEDBACK')),
        is_critical boolean not null,
        weight numeric(6, 2) not null,
        scale_code text not null references scale (code),
        text_fr text not null,
        text_en text not null,
        target jsonb,
        evidence jsonb not null default '[]',
        unique (template_version_id, code)
      );
      create index criterion_version_idx on criterion (template_version_id, position);
      create index criterion_section_idx on criterion (section_id, position);

      create table criterion_lineage (
        id uuid primary key,
        from_criterion_id uuid not null references criterion (id),
        to_criterion_id uuid not null references criterion (id),
        kind text not null check (kind in ('SAME', 'REWORDED', 'SPLIT', 'MERGED', 'RESCALED')),
        unique (to_criterion_id, from_criterion_id)
      );

      create table crosswalk (
        id uuid primary key,
        criterion_id uuid not null references criterion (id),
        reference_text_id uuid not null references reference_text (id),
        position integer not null,
        unique (criterion_id, reference_text_id)
      );
      create index crosswalk_reference_idx on crosswalk (reference_text_id);

      create table conflict_rule (
        id uuid primary key,
        code text not null,
        number integer not null check (number > 0),
        predicate text not null,
        subject text not null check (subject in ('AUDITOR', 'TEAM', 'DECISION_MAKER')),
        label_fr text not null,
        label_en text not null,
        steps jsonb not null,
        source_kind text not null check (source_kind in ('PROGRAMME', 'ANALOGUE', 'PROJECT_PROPOSAL')),
        source_fr text not null,
        source_en text not null,
        is_evaluated boolean not null,
        is_enabled_by_default boolean not null,
        content_hash text not null,
        unique (code, number)
      );

      create table deadline_rule (
        id uuid primary key,
        code text not null,
        number integer not null check (number > 0),
        days integer,
        months integer,
        direction text not null check (direction in ('BEFORE', 'AFTER')),
        event text not null,
        label_fr text not null,
        label_en text not null,
        basis_kind text not null check (basis_kind in ('PROGRAMME', 'ANALOGUE', 'PROJECT_PROPOSAL')),
        basis_fr text not null,
        basis_en text not null,
        content_hash text not null,
        unique (code, number),
        check ((days is null) <> (months is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table deadline_rule, conflict_rule, crosswalk, criterion_lineage, criterion, section, template_version,
        audit_template, reference_text, verification_level, evidence_kind, scale;
    `);
  }
}
