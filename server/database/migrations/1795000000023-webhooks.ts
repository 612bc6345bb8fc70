import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { COORDINATOR_SIGHT } from './webhooks/coordinator-sight';
import { WEBHOOK_POLICIES } from './webhooks/policies';
import { WEBHOOK_TABLES } from './webhooks/tables';

/** Programs that are told of what happens: where, signed with what, and whether it arrived. */
export class Webhooks1795000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WEBHOOK_TABLES + COORDINATOR_SIGHT);
    for (const [table, policies] of Object.entries(WEBHOOK_POLICIES))
      await runner.query(protect(table, policies));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.coordinators_of(uuid[], date), app.coordinates(uuid, uuid, date);
      drop table webhook_attempt, webhook_delivery, webhook_secret, webhook_endpoint;
    `);
  }
}
