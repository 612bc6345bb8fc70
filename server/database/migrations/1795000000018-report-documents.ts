import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { REPORT_DOCUMENT_POLICIES } from './report-documents/policies';
import { FROZEN_DOCUMENTS, freezeDocuments, REPORT_DOCUMENTS } from './report-documents/tables';
import { watch } from './trail-chain/tables';

const WATCHED: readonly Parameters<typeof watch>[0][] = [
  // The content of a document, which the row's own SHA-256 stands for, is not kept twice.
  { isContent: true, table: 'report_variant', without: ['content'] },
  { isContent: true, table: 'plan_document', without: ['content'] },
  { isContent: true, table: 'attestation' },
];

/** What each audience reads of a report, the plan as it was accepted, and attestations that an audit took place. */
export class ReportDocuments1795000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORT_DOCUMENTS);
    for (const [table, policies] of Object.entries(REPORT_DOCUMENT_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(FROZEN_DOCUMENTS.map(freezeDocuments).join('\n'));
    await runner.query(WATCHED.map(watch).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table attestation, plan_document, report_variant;
      drop function report_document_is_frozen();
    `);
  }
}
