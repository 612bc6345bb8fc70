import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens within an audit: grades, evidence, findings and replies, the report, the corrective actions. */
export class GradesFindingsActions1795000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table grade (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        campaign_id uuid not null references campaign (id),
        criterion_id uuid not null references criterion (id),
        stage text not null check (stage in ('SELF', 'AUDITOR', 'CONSENSUS')),
        auditor_id uuid references auditor (id),
        value text not null check (value in ('CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE', 'NOT_EVALUATED')),
        reason text,
        comment text,
        minutes integer check (minutes between 0 and 600),
        agreed_by_auditor_id uuid references auditor (id),
        captured_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check (stage <> 'AUDITOR' or auditor_id is not null),
        check (value not in ('NOT_APPLICABLE', 'NOT_EVALUATED') or reason is not null)
      );
      create unique index grade_auditor_key on grade (audit_id, criterion_id, auditor_id) where stage = 'AUDITOR';
      create unique index grade_single_key on grade (audit_id, criterion_id, stage) where stage <> 'AUDITOR';
      create index grade_audit_idx on grade (audit_id, created_at, id);

      create table section_submission (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        section_id uuid not null references section (id),
        auditor_id uuid not null references auditor (id),
        created_at timestamptz(3) not null default now(),
        unique (audit_id, section_id, auditor_id)
      );

      create table evidence (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        audited_service_id uuid not null references audited_service (id),
        kind text not null check (kind in ('FILE', 'LINK', 'NOTE')),
        evidence_kind_code text references evidence_kind (code),
        state text not null check (state in ('UPLOADING', 'QUARANTINED', 'CLEAN', 'REJECTED')),
        title text not null,
        url text,
        note text,
        media_type text,
        size_bytes bigint,
        sha256 text,
        period_from date,
        period_to date,
        created_by_id uuid references account (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check (kind <> 'LINK' or url is not null),
        check (kind <> 'NOTE' or note is not null),
        check (period_to is null or period_from is null or period_to >= period_from)
      );
      create index evidence_audit_idx on evidence (audit_id, created_at, id);

      create table evidence_criterion (
        evidence_id uuid not null references evidence (id),
        criterion_id uuid not null references criterion (id),
        primary key (evidence_id, criterion_id)
      );
      create index evidence_criterion_criterion_idx on evidence_criterion (criterion_id);

      create table finding (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        campaign_id uuid not null references campaign (id),
        criterion_id uuid references criterion (id),
        number integer not null,
        kind text not null check (kind in ('STRENGTH', 'REMARKABLE_PRACTICE', 'OBSERVATION', 'RECOMMENDATION',
          'NON_CONFORMITY')),
        severity text check (severity in ('MINOR', 'MAJOR', 'CRITICAL')),
        state text not null default 'DRAFT' check (state in ('DRAFT', 'SHARED', 'CONTESTED', 'MAINTAINED', 'AMENDED',
          'WITHDRAWN', 'FINAL')),
        statement text not null,
        drafted_statement text,
        drafted_severity text,
        author_auditor_id uuid references auditor (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check ((kind = 'NON_CONFORMITY') = (severity is not null)),
        unique (audit_id, number)
      );
      create index finding_audit_idx on finding (audit_id, number, id);
      create index finding_campaign_idx on finding (campaign_id, number, id);
      create index finding_criterion_idx on finding (criterion_id);

      create table finding_reply (
        id uuid primary key,
        finding_id uuid not null unique references finding (id),
        audit_id uuid not null references audit (id),
        kind text not null check (kind in ('ACCEPTED', 'CONTESTED', 'CORRECTION')),
        argument text,
        disposition text check (disposition in ('ACCEPTED', 'PARTLY', 'REJECTED')),
        disposition_reason text,
        disposed_by_auditor_id uuid references auditor (id),
        disposed_at timestamptz(3),
        replied_by_id uuid references account (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check (kind = 'ACCEPTED' or argument is not null),
        check ((disposition is null) = (disposition_reason is null))
      );
      create index finding_reply_audit_idx on finding_reply (audit_id);

      create table report (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        number integer not null check (number > 0),
        content text not null,
        sha256 text not null,
        amendment_reason text,
        issued_by_id uuid references account (id),
        created_at timestamptz(3) not null default now(),
        check ((number = 1) = (amendment_reason is null)),
        unique (audit_id, number)
      );
      create function report_is_frozen() returns trigger language plpgsql as $$
        begin
          raise exception 'an issued report never changes: issue a new version' using errcode = 'restrict_violation';
        end $$;
      create trigger report_is_frozen before update or delete on report
        for each row execute function report_is_frozen();

      create table corrective_action (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        audited_service_id uuid not null references audited_service (id),
        campaign_id uuid not null references campaign (id),
        finding_id uuid not null references finding (id),
        state text not null default 'PROPOSED' check (state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'DONE', 'VERIFIED',
          'REOPENED', 'WAIVED')),
        title text not null,
        cause text,
        containment text,
        owner_name text not null,
        due_on date not null,
        effectiveness_due_on date not null,
        done_at timestamptz(3),
        verified_at timestamptz(3),
        verified_by_id uuid references account (id),
        reopen_reason text,
        waiver_reason text,
        waiver_expires_on date,
        waiver_requested_by_id uuid references account (id),
        waived_by_id uuid references account (id),
        proposed_by_id uuid references account (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check (waived_by_id is null or (waiver_requested_by_id is not null and waived_by_id <> waiver_requested_by_id))
      );
      create index corrective_action_audit_idx on corrective_action (audit_id, due_on, id);
      create index corrective_action_finding_idx on corrective_action (finding_id, due_on, id);
      create index corrective_action_campaign_idx on corrective_action (campaign_id, due_on, id);

      create table corrective_action_note (
        id uuid primary key,
        corrective_action_id uuid not null references corrective_action (id),
        kind text not null check (kind in ('PROGRESS', 'PROOF', 'VERIFICATION', 'REOPENING', 'WAIVER')),
        text text not null,
        evidence_id uuid references evidence (id),
        created_by_id uuid references account (id),
        created_at timestamptz(3) not null default now()
      );
      create index corrective_action_note_action_idx on corrective_action_note (corrective_action_id, created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table corrective_action_note, corrective_action, report, finding_reply, finding, evidence_criterion, evidence,
        section_submission, grade;
      drop function report_is_frozen();
    `);
  }
}
