import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { NOTIFICATION_POLICIES } from './notifications/policies';
import { ENQUEUE, QUEUE } from './notifications/queue';

/** The queue of work, what waits to be told, to whom, and what became of it. */
export class Notifications1795000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUE);
    for (const [table, policies] of Object.entries(NOTIFICATION_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(ENQUEUE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.enqueue(text, jsonb, timestamptz, text);
      drop table job;
    `);
  }
}
