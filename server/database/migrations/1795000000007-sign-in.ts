import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, type RowPolicies } from '../row-level-security';
import { ME, PLATFORM, STAFF } from './second-wall/conditions';
import { ENTER_ACCOUNT, ENTER_SESSION } from './second-wall/enter-session';

const OWN = `account_id = ${ME}`;
const ADMIN = '(select app.is_admin())';
const byPlatform = { select: PLATFORM, insert: PLATFORM, update: PLATFORM } as const;

const POLICIES: Readonly<Record<string, RowPolicies>> = {
  own_password: { select: OWN, insert: OWN },
  client_program: {
    select: `${OWN} or ${ADMIN}`,
    insert: ADMIN,
    update: ADMIN,
    fixed: ['account_id'],
  },
  client_secret: {
    select: ADMIN,
    insert: ADMIN,
    update: ADMIN,
    fixed: ['client_program_id', 'secret_hash'],
  },
  account_session: {
    select: `${OWN} or ${ADMIN}`,
    insert: PLATFORM,
    update: `${OWN} or ${ADMIN} or ${PLATFORM}`,
    delete: PLATFORM,
    fixed: ['account_id', 'method', 'session_version', 'client_program_id', 'scopes', 'ends_at'],
  },
  refresh_token: { ...byPlatform, fixed: ['token_hash', 'account_session_id', 'generation'] },
  sign_in_attempt: { ...byPlatform, delete: PLATFORM, fixed: ['subject'] },
  second_factor: {
    select: `${OWN} or ${ADMIN}`,
    insert: OWN,
    update: `${OWN} or ${PLATFORM}`,
    delete: `${OWN} or ${ADMIN}`,
    fixed: ['account_id'],
  },
  recovery_code: {
    select: `${OWN} or ${ADMIN}`,
    insert: OWN,
    update: `${OWN} or ${PLATFORM}`,
    delete: `${OWN} or ${ADMIN}`,
    fixed: ['code_hash', 'account_id'],
  },
  account_identity: {
    select: `${OWN} or ${ADMIN}`,
    insert: `${OWN} or ${PLATFORM}`,
    // Locked before it is removed.
    update: `${OWN} or ${ADMIN}`,
    delete: `${OWN} or ${ADMIN}`,
    fixed: ['account_id', 'issuer', 'subject'],
  },
  account_invitation: {
    select: STAFF,
    insert: STAFF,
    update: PLATFORM,
    fixed: ['account_id', 'token_hash', 'invited_by_id', 'expires_at'],
  },
  oidc_flow: {
    ...byPlatform,
    delete: PLATFORM,
    fixed: ['issuer_name', 'state_hash', 'browser_hash', 'client_challenge', 'return_url', 'expires_at'],
  },
};

/**
 * Signing in: sessions and their refresh tokens, guesses, second factors, identities of providers, client programs. No
 * secret stands here in plain text: hashes of what people send, and what must be read back is encrypted.
 */
export class SignIn1795000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account drop constraint account_kind_check;
      alter table account add constraint account_kind_check check (kind in ('LOCAL', 'OIDC', 'SERVICE_ACCOUNT'));
      alter table account alter column person_id drop not null;
      alter table account add constraint account_person_check check ((person_id is null) = (kind = 'SERVICE_ACCOUNT'));

      create table own_password (
        account_id uuid primary key references account (id),
        created_at timestamptz(3) not null default now()
      );

      create table client_program (
        id uuid primary key,
        account_id uuid not null unique references account (id),
        name text not null,
        contact_email text not null,
        scopes text[] not null,
        revoked_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );

      create table client_secret (
        id uuid primary key,
        client_program_id uuid not null references client_program (id),
        secret_hash text not null unique,
        expires_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      );
      create index client_secret_client_program_idx on client_secret (client_program_id);

      create table account_session (
        id uuid primary key,
        account_id uuid not null references account (id),
        method text not null check (method in ('PASSWORD', 'OIDC', 'CLIENT_CREDENTIALS')),
        session_version integer not null,
        device_label text,
        is_second_factor boolean not null default false,
        client_program_id uuid references client_program (id),
        scopes text[] not null default '{}',
        ends_at timestamptz(3) not null,
        idle_ends_at timestamptz(3) not null,
        ended_at timestamptz(3),
        end_reason text check (end_reason in ('SIGNED_OUT', 'REVOKED', 'TOKEN_REUSED')),
        last_used_at timestamptz(3) not null,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index account_session_account_idx on account_session (account_id, created_at);
      create index account_session_ends_idx on account_session (ends_at);

      create table refresh_token (
        token_hash text primary key,
        account_session_id uuid not null references account_session (id) on delete cascade,
        generation integer not null,
        successor_salt text,
        used_at timestamptz(3),
        replayed_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        unique (account_session_id, generation)
      );

      create table sign_in_attempt (
        subject text primary key,
        count integer not null,
        window_ends_at timestamptz(3) not null
      );
      create index sign_in_attempt_window_idx on sign_in_attempt (window_ends_at);

      create table second_factor (
        account_id uuid primary key references account (id),
        sealed_secret text not null,
        confirmed_at timestamptz(3),
        last_step bigint not null default 0,
        created_at timestamptz(3) not null default now()
      );

      create table recovery_code (
        code_hash text primary key,
        account_id uuid not null references account (id),
        used_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      );
      create index recovery_code_account_idx on recovery_code (account_id);

      create table account_identity (
        id uuid primary key,
        account_id uuid not null references account (id),
        issuer text not null,
        subject text not null,
        rpps text,
        created_at timestamptz(3) not null default now(),
        unique (issuer, subject)
      );
      create index account_identity_account_idx on account_identity (account_id);

      create table account_invitation (
        id uuid primary key,
        account_id uuid not null references account (id),
        token_hash text not null unique,
        invited_by_id uuid not null references account (id),
        expires_at timestamptz(3) not null,
        used_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      );
      create index account_invitation_account_idx on account_invitation (account_id);

      create table oidc_flow (
        id uuid primary key,
        issuer_name text not null,
        state_hash text not null unique,
        browser_hash text not null,
        sealed_verifier text not null,
        client_challenge text not null,
        return_url text,
        answered_at timestamptz(3),
        code_hash text unique,
        subject text,
        rpps text,
        is_second_factor boolean not null default false,
        redeemed_at timestamptz(3),
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now()
      );
      create index oidc_flow_expires_idx on oidc_flow (expires_at);
    `);
    await runner.query(ENTER_SESSION);
    for (const [table, policies] of Object.entries(POLICIES)) await runner.query(protect(table, policies));
  }

  async down(runner: QueryRunner): Promise<void> {
    // Earlier levels know people alone: a program's account stays, in the name of a person, and cannot sign in.
    await runner.query(ENTER_ACCOUNT);
    await runner.query(`
      drop table own_password, oidc_flow, account_invitation, account_identity, recovery_code, second_factor, sign_in_attempt,
        refresh_token, account_session, client_secret, client_program;
      alter table account drop constraint account_person_check;
      insert into person (id, family_name, given_name)
        select id, email, 'Programme client' from account where kind = 'SERVICE_ACCOUNT';
      update account set person_id = id, kind = 'OIDC', disabled_at = coalesce(disabled_at, now())
        where kind = 'SERVICE_ACCOUNT';
      alter table account alter column person_id set not null;
      alter table account drop constraint account_kind_check;
      alter table account add constraint account_kind_check check (kind in ('LOCAL', 'OIDC'));
    `);
  }
}
