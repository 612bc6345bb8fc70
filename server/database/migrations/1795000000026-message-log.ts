import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ONCE_MORE_ERASED, PROOF_STAYS } from './message-log/erasure';
import { MESSAGE_INDEXES, WITHOUT_MESSAGE_INDEXES } from './message-log/indexes';
import { PROGRAMME_SIGHT } from './message-log/programme-sight';
import { RETENTION } from './message-log/retention';
import { AUDIENCES_BEFORE, LOG_BEFORE, OWN_LOG, WITH_PROGRAMME_AND_OWNERS } from './message-log/sight';

/** More people are told, some of them of what is theirs alone; the log of it ends one day, and outlives an erased name. */
export class MessageLog1795000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WITH_PROGRAMME_AND_OWNERS + OWN_LOG + PROGRAMME_SIGHT + RETENTION + PROOF_STAYS);
    await runner.query(MESSAGE_INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${WITHOUT_MESSAGE_INDEXES}
      ${ONCE_MORE_ERASED}
      drop function app.retain_messages(text, interval);
      drop function app.programme_of(uuid[], date);
      ${LOG_BEFORE}
      ${AUDIENCES_BEFORE}`);
  }
}
