import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { SYNTHESIS_FUNCTIONS } from './synthesis/functions';
import { PUBLISHING, SYNTHESIS_POLICIES } from './synthesis/policies';
import { SYNTHESIS_TABLES } from './synthesis/tables';
import { watch } from './trail-chain/tables';

/** The national synthesis of a campaign, comparisons of services with comparable ones, and the book of what was told. */
export class Synthesis1795000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SYNTHESIS_TABLES);
    await runner.query(SYNTHESIS_FUNCTIONS);
    for (const [table, policies] of Object.entries(SYNTHESIS_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(PUBLISHING.up);
    await runner.query(
      [
        watch({ table: 'synthesis', without: ['content'], isContent: true }),
        watch({ table: 'service_comparison', isContent: true }),
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${PUBLISHING.down}
      drop table disclosed_group, service_comparison, synthesis, rule_setting;
      drop function app.synthesis_is_frozen(), app.is_tied_to_campaign(uuid);
    `);
  }
}
