import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { NO_LATER_NOUNS, readingWith } from './trail-chain/reading';
import { watch } from './trail-chain/tables';
import { EVIDENCE_FOLLOWS, EVIDENCE_STANDS } from './uploads/evidence-follows';
import { BLOBS_FOR_THE_PLATFORM, UPLOAD_POLICIES } from './uploads/policies';
import { REDEEM } from './uploads/redeem';
import { UPLOAD_TABLES } from './uploads/tables';

/** Files of evidence, dose imports and case lists: on their way, kept, and fetched again. */
export class Uploads1795000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPLOAD_TABLES);
    for (const [table, policies] of Object.entries(UPLOAD_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(BLOBS_FOR_THE_PLATFORM + REDEEM + EVIDENCE_FOLLOWS);
    // Of reading, nobody learns: databases of before this level know no such act yet.
    await runner.query(readingWith(NO_LATER_NOUNS));
    await runner.query(
      watch({ table: 'upload', without: ['ticket_hash'] }) + watch({ table: 'evidence_file' }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(EVIDENCE_STANDS);
    await runner.query(`
      drop function app.redeem_download_ticket(text, date, timestamptz);
      drop table download_ticket, evidence_file, upload_part, upload, file_blob;
    `);
  }
}
