import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { ERASE_FACTS, ERASE_WITHOUT_FACTS } from './conflict-graph/erasure';
import { ENTER_BEHIND_TIES, ENTER_BEHIND_WALLS } from './conflict-graph/walls';
import {
  COORDINATOR,
  MY_AUDITOR,
  MY_PERSON,
  ofAudit,
  PLATFORM,
  programmeFree,
  SIGNED_IN,
} from './second-wall/conditions';
import { watch } from './trail-chain/tables';

/** An act of whoever it is, or the platform's own work. */
const ACTING = '(select app.is_acting())';
const EITHER_IS_ME = `person_id = ${MY_PERSON} or other_person_id = ${MY_PERSON}`;

/** What conflicts of interest rest on beside affiliations, links of organisations and declared interests. */
export class ConflictGraph1795000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conflict_fact (
        id uuid primary key,
        kind text not null check (kind in ('TELERADIOLOGY_CONTRACT', 'PERSONAL_TIE', 'FINANCIAL_INTEREST',
          'EXTERNAL_INSPECTION', 'JOINT_RESEARCH', 'VENDOR_FUNDING', 'PATIENT_BASIN')),
        person_id uuid references person (id),
        organisation_id uuid references organisation (id),
        audited_service_id uuid references audited_service (id),
        other_person_id uuid references person (id),
        other_organisation_id uuid references organisation (id),
        other_audited_service_id uuid references audited_service (id),
        other_party text,
        description text not null,
        from_date date not null,
        to_date date,
        source text not null check (source in ('DECLARED', 'REGISTRY')),
        declared_by_id uuid references account (id),
        created_at timestamptz(3) not null default now(),
        constraint conflict_fact_one_side check (num_nonnulls(person_id, organisation_id, audited_service_id) = 1),
        constraint conflict_fact_other_side check (num_nonnulls(other_person_id, other_organisation_id, other_audited_service_id, other_party) = 1),
        check (person_id <> other_person_id),
        check (organisation_id <> other_organisation_id),
        check (audited_service_id <> other_audited_service_id),
        check (to_date is null or to_date >= from_date)
      );
      create table conflict_alert (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        assignment_id uuid not null references assignment (id),
        auditor_id uuid not null references auditor (id),
        rule_code text not null,
        rule_number integer not null,
        predicate text not null,
        level text not null check (level in ('BLOCK', 'REVIEW')),
        facts jsonb not null,
        cause text not null,
        found_at timestamptz(3) not null,
        substitute_auditor_id uuid references auditor (id),
        state text not null default 'OPEN' check (state in ('OPEN', 'VANISHED', 'LEFT', 'OVERRIDDEN')),
        resolved_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check ((state = 'OPEN') = (resolved_at is null))
      );
      -- An assignment is frozen while one of these is open.
      create unique index conflict_alert_open_key on conflict_alert (assignment_id, rule_code) where state = 'OPEN';
      create index conflict_alert_audit_idx on conflict_alert (audit_id);
      create index conflict_alert_auditor_idx on conflict_alert (auditor_id);
      create index conflict_alert_created_idx on conflict_alert (created_at, id);

      create index conflict_fact_person_idx on conflict_fact (person_id);
      create index conflict_fact_other_person_idx on conflict_fact (other_person_id);
      create index conflict_fact_organisation_idx on conflict_fact (organisation_id);
      create index conflict_fact_audited_service_idx on conflict_fact (audited_service_id);
    `);
    await runner.query(
      protect('conflict_fact', {
        select: `${COORDINATOR} or ${EITHER_IS_ME}`,
        insert: `${COORDINATOR} or person_id = ${MY_PERSON}`,
        update: `${COORDINATOR} or person_id = ${MY_PERSON}`,
        fixed: [
          'kind',
          'person_id',
          'organisation_id',
          'audited_service_id',
          'other_person_id',
          'other_organisation_id',
          'other_audited_service_id',
          'other_party',
          'from_date',
          'source',
          'declared_by_id',
        ],
      }),
    );
    await runner.query(
      protect('conflict_alert', {
        select: `auditor_id = ${MY_AUDITOR} or ${ofAudit('audit_id', programmeFree('a.audited_service_id'))}`,
        // Whoever changes a fact freezes what it touches, and may have no sight of that.
        insert: `${ACTING} and (${SIGNED_IN} or ${PLATFORM})`,
        update: `${SIGNED_IN} or ${PLATFORM}`,
        fixed: ['audit_id', 'assignment_id', 'auditor_id', 'rule_code', 'predicate', 'cause', 'found_at'],
      }),
    );
    await runner.query(watch({ table: 'conflict_fact' }) + watch({ table: 'conflict_alert' }));
    await runner.query(ENTER_BEHIND_WALLS + ERASE_FACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ENTER_BEHIND_TIES + ERASE_WITHOUT_FACTS);
    await runner.query('drop table conflict_alert, conflict_fact;');
  }
}
