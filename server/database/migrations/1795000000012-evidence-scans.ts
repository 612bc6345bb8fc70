import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { SCAN_POLICIES } from './evidence-scans/policies';
import { SCAN_TABLES } from './evidence-scans/tables';
import { watch } from './trail-chain/tables';

/** What was found in files of evidence, and who decided on the doubtful ones. */
export class EvidenceScans1795000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCAN_TABLES);
    for (const [table, policies] of Object.entries(SCAN_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(
      watch({ table: 'evidence_scan' }) + watch({ table: 'evidence_scan_decision', isContent: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence_scan_decision, evidence_scan;');
  }
}
