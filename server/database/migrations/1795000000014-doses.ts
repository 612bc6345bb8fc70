import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { WITH_DOSE_IMPORTS, WITHOUT_DOSE_IMPORTS } from './dose/operation-kind';
import { DOSE_POLICIES, QUEUED_FOR_SENDERS } from './dose/policies';
import { LEVELS, RECORDS } from './dose/tables';
import { DOSE_IMPORT_FOLLOWS } from './dose/triggers';
import { watch } from './trail-chain/tables';

/** Tables whose changes acts make one by one; records come by the hundred thousand, and the entry of their import stands for them. */
const WATCHED: readonly Parameters<typeof watch>[0][] = [
  { table: 'reference_level_source' },
  { table: 'reference_level' },
  { table: 'dose_import' },
  { table: 'protocol_mapping' },
];

/** Reference levels as data, and the doses of services that are held against them. */
export class Doses1795000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEVELS + RECORDS);
    await runner.query(WITH_DOSE_IMPORTS);
    for (const [table, policies] of Object.entries(DOSE_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(QUEUED_FOR_SENDERS + DOSE_IMPORT_FOLLOWS + WATCHED.map(watch).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger dose_import_follows on operation;
      drop policy queues on operation;
      drop table dose_record, protocol_mapping, dose_refusal, dose_import, dose_key, reference_level,
        reference_level_source, dose_population, exam_type;
      drop function app.dose_import_follows();`);
    await runner.query(WITHOUT_DOSE_IMPORTS);
  }
}
