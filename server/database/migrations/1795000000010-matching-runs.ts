import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { ERASE_FROM_RUNS, ERASE_WITHOUT_RUNS } from './matching/erasure';
import { MATCHING_POLICIES } from './matching/policies';
import { NEEDS, RUNS } from './matching/tables';
import { TRIGGERS } from './matching/triggers';
import { watch } from './trail-chain/tables';

/** Tables whose changes acts make; what the matcher writes, the entry of its end stands for with two hashes. */
const WATCHED: readonly Parameters<typeof watch>[0][] = [
  { isContent: true, table: 'matching_settings' },
  { isContent: true, table: 'staffing_need' },
  { isContent: true, table: 'matching_decision' },
  { table: 'matching_run' },
  { table: 'proposed_member' },
];

/** What services need of their teams, and runs of the matcher as objects that do not change. */
export class MatchingRuns1795000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEEDS + RUNS);
    await runner.query(`
      alter table operation drop constraint operation_kind_check;
      alter table operation add constraint operation_kind_check
        check (kind in ('AUDITED_SERVICES_IMPORT', 'AUDITORS_IMPORT', 'MATCHING_RUN'));
      -- How many a seat holds is data now: whoever fills one holds the lock of the audit and asks the need.
      drop index assignment_active_seat_key;
      create index assignment_active_seat_idx on assignment (audit_id, seat)
        where state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED');
    `);
    for (const [table, policies] of Object.entries(MATCHING_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(TRIGGERS + WATCHED.map(watch).join('\n') + ERASE_FROM_RUNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE_WITHOUT_RUNS);
    await runner.query(`
      drop trigger matching_run_follows on operation;
      drop table proposed_member, proposed_team, matching_result, matching_snapshot, matching_run, matching_decision,
        staffing_need, matching_settings;
      drop function app.matching_run_follows(), app.matching_run_is_frozen();
      -- Earlier levels know one auditor per profession, and no such work: an audit with more of them stops the way back.
      drop index assignment_active_seat_idx;
      create unique index assignment_active_seat_key on assignment (audit_id, seat)
        where seat <> 'OBSERVER' and state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED');
      alter table operation drop constraint operation_kind_check;
      alter table operation add constraint operation_kind_check
        check (kind in ('AUDITED_SERVICES_IMPORT', 'AUDITORS_IMPORT')) not valid;
    `);
  }
}
