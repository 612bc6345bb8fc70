import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { CASE_FUNCTIONS } from './case-samples/functions';
import { CASE_HISTORY, CASE_POLICIES } from './case-samples/policies';
import { CASE_TABLES } from './case-samples/tables';
import { watch } from './trail-chain/tables';

const WATCHED = ['case_sample', 'sampled_case', 'case_review', 'case_review_submission', 'case_outcome'];

/** Samples of cases: lists, draws, blind reviews, arbitration. */
export class CaseSamples1795000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CASE_TABLES);
    for (const [table, policies] of Object.entries(CASE_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(CASE_FUNCTIONS + CASE_HISTORY);
    await runner.query(WATCHED.map((table) => watch({ table, isContent: true })).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy reads_case_samples on trail_entry;
      drop trigger case_lists_go on audit;
      drop function app.case_tallies(uuid[]);
      drop table case_outcome, case_review_submission, case_review, sampled_case, case_list_record, case_draw_secret,
        case_sample;
      drop function app.case_draw_is_frozen(), app.case_lists_go();
    `);
  }
}
