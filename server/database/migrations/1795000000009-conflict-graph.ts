import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { COORDINATOR, MY_PERSON } from './second-wall/conditions';
import { watch } from './trail-chain/tables';

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
        check (num_nonnulls(person_id, organisation_id, audited_service_id) = 1),
        check (num_nonnulls(other_person_id, other_organisation_id, other_audited_service_id, other_party) = 1),
        check (person_id <> other_person_id),
        check (organisation_id <> other_organisation_id),
        check (audited_service_id <> other_audited_service_id),
        check (to_date is null or to_date >= from_date)
      );
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
    await runner.query(watch({ table: 'conflict_fact' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table conflict_fact;');
  }
}
