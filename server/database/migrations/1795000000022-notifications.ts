import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { OUTBOX } from './notifications/outbox';
import { NOTIFICATION_POLICIES } from './notifications/policies';
import { ENQUEUE, QUEUE } from './notifications/queue';
import { NOTIFICATION_TABLES } from './notifications/tables';

/** The queue of work, what waits to be told, to whom, and what became of it. */
export class Notifications1795000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUE + NOTIFICATION_TABLES);
    for (const [table, policies] of Object.entries(NOTIFICATION_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(ENQUEUE + OUTBOX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger tell_of_alert on conflict_alert;
      drop function app.tell_of_alert();
      drop function app.leave_outbox(jsonb, text[], timestamptz);
      drop function app.enqueue(text, jsonb, timestamptz, text);
      drop table delivery, mail_attempt, mail, notification_preference, outbox_message, job;
    `);
  }
}
