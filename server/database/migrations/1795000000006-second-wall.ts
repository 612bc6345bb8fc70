import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLES, protect, unprotect } from '../row-level-security';
import { AUDIT_POLICIES } from './second-wall/audit-policies';
import { FACTS } from './second-wall/facts';
import { ENTER, IDENTITY } from './second-wall/identity';
import { REGISTRY_POLICIES } from './second-wall/registry-policies';
import { NO_ROLES, ROLES } from './second-wall/roles';

const tables = Object.entries({ ...REGISTRY_POLICIES, ...AUDIT_POLICIES });

/** Row-level security on every table, for a runtime role that owns nothing: whatever the first wall forgets, stays hidden. */
export class SecondWall1795000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES);
    await runner.query(IDENTITY);
    // The functions look at the tables when they are made, the policies at the functions.
    await runner.query(ENTER);
    await runner.query(FACTS);
    for (const [table, policies] of tables) await runner.query(protect(table, policies));
    await runner.query(`
      alter sequence audit_number_seq owner to ${DATABASE_ROLES.owner};
      grant usage on sequence audit_number_seq to ${DATABASE_ROLES.runtime};
      alter function report_is_frozen() owner to ${DATABASE_ROLES.owner};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of tables) await runner.query(unprotect(table));
    await runner.query(`
      revoke all on sequence audit_number_seq from ${DATABASE_ROLES.runtime};
      alter sequence audit_number_seq owner to current_user;
      alter function report_is_frozen() owner to current_user;
      drop schema app cascade;
    `);
    await runner.query(NO_ROLES);
  }
}
