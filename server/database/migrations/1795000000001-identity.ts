import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, how they sign in and what they may act as; the idempotency keys and the trail that every mutation writes. */
export class Identity1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        family_name text not null,
        given_name text not null,
        email text,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );

      create table account (
        id uuid primary key,
        person_id uuid not null references person (id),
        kind text not null default 'LOCAL' check (kind in ('LOCAL', 'OIDC')),
        email text not null,
        password_hash text,
        session_version integer not null default 1,
        disabled_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create unique index account_email_key on account (lower(email));
      create index account_person_idx on account (person_id);

      create table role_grant (
        id uuid primary key,
        account_id uuid not null references account (id),
        role text not null check (role in ('COORDINATOR', 'STEERING_MEMBER', 'TEMPLATE_EDITOR', 'ANALYST', 'OBSERVER',
          'SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER', 'AUDITOR', 'ADMIN')),
        audited_service_id uuid,
        from_date date not null,
        to_date date,
        granted_by_id uuid references account (id),
        revoked_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check ((role in ('SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER')) = (audited_service_id is not null))
      );
      create index role_grant_account_idx on role_grant (account_id);
      create index role_grant_audited_service_idx on role_grant (audited_service_id);

      create table idempotency_key (
        account_id uuid not null references account (id),
        mutation text not null,
        key uuid not null,
        content_hash text not null,
        result jsonb,
        created_at timestamptz(3) not null default now(),
        primary key (account_id, mutation, key)
      );
      create index idempotency_key_created_idx on idempotency_key (created_at);

      create table trail_entry (
        id uuid primary key,
        campaign_id uuid,
        account_id uuid references account (id),
        act text not null,
        object_type text not null,
        object_id uuid not null,
        request_id text not null,
        detail jsonb not null default '{}',
        created_at timestamptz(3) not null default now()
      );
      create index trail_entry_object_idx on trail_entry (object_type, object_id, created_at);
      create index trail_entry_campaign_idx on trail_entry (campaign_id, created_at);

      create table operation (
        id uuid primary key,
        kind text not null check (kind in ('AUDITED_SERVICES_IMPORT', 'AUDITORS_IMPORT')),
        state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'TIMED_OUT')),
        is_dry_run boolean not null default false,
        done_count integer not null default 0,
        total_count integer,
        failure jsonb,
        result jsonb,
        account_id uuid not null references account (id),
        deadline_at timestamptz(3) not null,
        finished_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index operation_account_idx on operation (account_id, created_at);

      create table operation_problem (
        id uuid primary key,
        operation_id uuid not null references operation (id) on delete cascade,
        position integer not null,
        line integer not null,
        severity text not null check (severity in ('ERROR', 'WARNING')),
        code text not null,
        field text,
        value text
      );
      create index operation_problem_operation_idx on operation_problem (operation_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table operation_problem, operation, trail_entry, idempotency_key, role_grant, account, person;
    `);
  }
}
