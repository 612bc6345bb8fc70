import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { AUDIT_POLICIES } from './second-wall/audit-policies';
import { MY_AUDITOR, ofMyAudits } from './second-wall/conditions';
import { watch } from './trail-chain/tables';

/** A difference is seen with its grade, whose own policy says by whom, and written by whose grade it is. */
const WITH_GRADE = `exists (select 1 from grade g where g.id = grade_difference.id)`;
const OF_GRADER = `exists (select 1 from grade g where g.id = grade_difference.id and ${ofMyAudits('g.audit_id')}
  and (g.stage = 'CONSENSUS' or (g.stage = 'AUDITOR' and g.auditor_id = ${MY_AUDITOR})))`;

/** What criteria are measured by where no sample of the platform measures them, and why a grade differs from its measure. */
export class MeasuredCriteria1795000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table criterion_measure (
        id uuid primary key,
        audit_id uuid not null references audit (id),
        campaign_id uuid not null references campaign (id),
        criterion_id uuid not null references criterion (id),
        stage text not null check (stage in ('AUDITOR', 'CONSENSUS')),
        auditor_id uuid not null references auditor (id),
        counts jsonb,
        share double precision check (share between 0 and 1),
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint criterion_measure_content check (num_nonnulls(counts, share) = 1)
      );
      create unique index criterion_measure_auditor_key on criterion_measure (audit_id, criterion_id, auditor_id)
        where stage = 'AUDITOR';
      create unique index criterion_measure_team_key on criterion_measure (audit_id, criterion_id)
        where stage = 'CONSENSUS';
      create index criterion_measure_audit_idx on criterion_measure (audit_id, created_at, id);
      create table grade_difference (
        id uuid primary key references grade (id),
        proposed_value text not null
          check (proposed_value in ('CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE', 'NOT_EVALUATED')),
        reason text not null,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
    `);
    // A measure is as blind as the grade beside it: the same rows, to the same people, at the same time.
    await runner.query(protect('criterion_measure', AUDIT_POLICIES['grade']!));
    await runner.query(
      protect('grade_difference', {
        select: WITH_GRADE,
        insert: OF_GRADER,
        update: OF_GRADER,
        delete: OF_GRADER,
      }),
    );
    await runner.query(
      ['criterion_measure', 'grade_difference'].map((table) => watch({ table, isContent: true })).join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table grade_difference, criterion_measure');
  }
}
