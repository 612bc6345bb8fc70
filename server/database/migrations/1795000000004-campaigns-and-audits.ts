import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A campaign, the services that apply, their audits, the teams and what conflicts or recusals say about them. */
export class CampaignsAndAudits1795000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence audit_number_seq;

      create table campaign (
        id uuid primary key,
        code text not null unique,
        title text not null,
        description text,
        state text not null default 'DRAFT' check (state in ('DRAFT', 'CALL_OPEN', 'CALL_CLOSED', 'MATCHING', 'RUNNING',
          'CLOSED', 'SYNTHESIS_PUBLISHED', 'CANCELLED')),
        template_version_id uuid not null references template_version (id),
        conflict_rules jsonb not null,
        deadlines jsonb not null,
        call_closes_on date,
        visits_from date not null,
        visits_to date not null,
        cancel_reason text,
        created_by_id uuid references account (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check (visits_to >= visits_from)
      );
      create index campaign_created_idx on campaign (created_at, id);
      create index campaign_code_idx on campaign (code, id);

      create table application (
        id uuid primary key,
        campaign_id uuid not null references campaign (id),
        audited_service_id uuid not null references audited_service (id),
        state text not null default 'SUBMITTED' check (state in ('SUBMITTED', 'SELECTED', 'WAITLISTED', 'REJECTED',
          'CONFIRMED', 'WITHDRAWN')),
        motivation text,
        decision_reason text,
        submitted_by_id uuid references account (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        unique (campaign_id, audited_service_id)
      );
      create index application_campaign_idx on application (campaign_id, created_at, id);
      create index application_audited_service_idx on application (audited_service_id, created_at, id);

      create table audit (
        id uuid primary key,
        reference text not null unique,
        campaign_id uuid not null references campaign (id),
        audited_service_id uuid not null references audited_service (id),
        template_version_id uuid not null references template_version (id),
        state text not null default 'PLANNED' check (state in ('PLANNED', 'TEAM_PROPOSED', 'RECUSAL_WINDOW',
          'TEAM_CONFIRMED', 'SELF_ASSESSMENT', 'DOCUMENT_REVIEW', 'ON_SITE', 'DRAFT_REPORT', 'CONTRADICTORY',
          'FINALISATION', 'REPORT_ISSUED', 'PLAN_DUE', 'FOLLOW_UP', 'CLOSED', 'SUSPENDED', 'CANCELLED')),
        suspended_from_state text,
        state_reason text,
        visit_on date,
        team_shown_at timestamptz(3),
        recusal_until date,
        is_team_agreed boolean not null default false,
        self_assessment_due_on date,
        self_assessment_submitted_at timestamptz(3),
        visit_closed_at timestamptz(3),
        draft_due_on date,
        draft_shared_at timestamptz(3),
        contradictory_until date,
        is_contradictory_answered boolean not null default false,
        report_due_on date,
        report_issued_at timestamptz(3),
        plan_due_on date,
        plan_submitted_at timestamptz(3),
        safety_escalated_at timestamptz(3),
        safety_note text,
        closed_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        unique (campaign_id, audited_service_id)
      );
      create index audit_campaign_idx on audit (campaign_id, reference, id);
      create index audit_audited_service_idx on audit (audited_service_id, reference, id);

      create table assignment (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        auditor_id uuid not null references auditor (id),
        seat text not null check (seat in ('RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST', 'OBSERVER')),
        is_lead boolean not null default false,
        state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'CONFLICT_DECLARED',
          'CONFIRMED', 'COMPLETED', 'RECUSED', 'REPLACED')),
        reason text,
        respond_by date,
        attested_at timestamptz(3),
        responded_at timestamptz(3),
        draft_signed_at timestamptz(3),
        report_signed_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create unique index assignment_active_auditor_key on assignment (audit_id, auditor_id)
        where state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED');
      create unique index assignment_active_seat_key on assignment (audit_id, seat)
        where seat <> 'OBSERVER' and state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED');
      create unique index assignment_active_lead_key on assignment (audit_id)
        where is_lead and state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED');
      create index assignment_audit_idx on assignment (audit_id, created_at, id);
      create index assignment_auditor_idx on assignment (auditor_id, created_at, id);

      create table conflict (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        assignment_id uuid references assignment (id),
        auditor_id uuid not null references auditor (id),
        rule_code text not null,
        rule_number integer not null,
        level text not null check (level in ('BLOCK', 'REVIEW', 'WARN')),
        facts jsonb not null,
        overridden_by_id uuid references account (id),
        override_reason text,
        created_at timestamptz(3) not null default now(),
        check ((overridden_by_id is null) = (override_reason is null))
      );
      create index conflict_audit_idx on conflict (audit_id, created_at, id);
      create index conflict_assignment_idx on conflict (assignment_id);

      create table recusal (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        assignment_id uuid not null references assignment (id),
        state text not null default 'FILED' check (state in ('FILED', 'GRANTED', 'REFUSED', 'APPEALED', 'APPEAL_GRANTED',
          'APPEAL_REFUSED')),
        reason text not null,
        is_late boolean not null default false,
        decide_by date not null,
        decision_reason text,
        decided_at timestamptz(3),
        appeal_reason text,
        appeal_until date,
        appeal_decision_reason text,
        filed_by_id uuid references account (id),
        decided_by_id uuid references account (id),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        unique (assignment_id)
      );
      create index recusal_audit_idx on recusal (audit_id, created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table recusal, conflict, assignment, audit, application, campaign;
      drop sequence audit_number_seq;
    `);
  }
}
