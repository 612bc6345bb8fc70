import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { PRECEDENTS } from './follow-up/functions';
import { WAIVERS_END, WAIVERS_STAND, watchWithPlatform } from './follow-up/platform-hand';
import { FOLLOW_UP_POLICIES } from './follow-up/policies';
import { FOLLOW_UP_TABLES } from './follow-up/tables';
import { watch } from './trail-chain/tables';

const WATCHED = [
  'corrective_action_owner',
  'corrective_action_dependency',
  'waiver_extension',
  'effectiveness_check',
  'corrective_action_relapse',
  'follow_up_item',
];

/** Proof that something changed: owners, dependencies, effect, relapses, and the follow-up at half-cycle. */
export class FollowUp1795000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOLLOW_UP_TABLES);
    for (const [table, policies] of Object.entries(FOLLOW_UP_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(WAIVERS_END + PRECEDENTS);
    await runner.query(
      WATCHED.map((table) => watch({ table, isContent: true })).join('\n') +
        watchWithPlatform('documentary_follow_up', `old.state = 'SCHEDULED' and new.state = 'OPEN'`, [
          'state',
        ]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.finding_precedents(uuid[]);
      drop index corrective_action_waiver_idx;
      drop table follow_up_item, documentary_follow_up, corrective_action_relapse, effectiveness_check, waiver_extension,
        corrective_action_dependency, corrective_action_owner;
    `);
    await runner.query(WAIVERS_STAND);
  }
}
