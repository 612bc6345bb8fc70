import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLES, protect, unprotect } from '../row-level-security';
import { REGISTRY_POLICIES } from './second-wall/registry-policies';
import { APPEND, CAPTURE, CHECKPOINTS, freeze, GUARDS, HASHING } from './trail-chain/functions';
import { ERASURE } from './trail-chain/erasure';
import { ENTRY_IS_VISIBLE, READING } from './trail-chain/reading';
import { AUDITED_TABLES, CHAIN_TABLES, watch } from './trail-chain/tables';

const FROZEN = ['trail_entry', 'trail_leaf', 'checkpoint', 'trail_key'] as const;
const TABLES = ['trail_chain', 'trail_leaf', 'trail_payload', 'checkpoint', 'trail_key'] as const;

/** The trail as Merkle chains: entries nobody can change unseen, payloads that can be erased, signed checkpoints. */
export class TrailChain1795000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHAIN_TABLES);
    await runner.query(HASHING + CAPTURE + APPEND + CHECKPOINTS + GUARDS + ERASURE + READING);
    await runner.query(unprotect('trail_entry') + protect('trail_entry', { select: ENTRY_IS_VISIBLE }));
    for (const table of TABLES) await runner.query(protect(table, POLICIES[table]));
    await runner.query(
      [
        ...AUDITED_TABLES.map(watch),
        ...FROZEN.map((table) => freeze(table, 'update or delete')),
        freeze('trail_chain', 'delete'),
        freeze('trail_payload', 'delete'),
        `create trigger report_is_not_truncated before truncate on report
          for each statement execute function report_is_frozen();`,
        ...['trail_entry', ...TABLES].map(
          (table) => `create policy verifies on ${table} for select to ${DATABASE_ROLES.reader} using (true);
            grant select on ${table} to ${DATABASE_ROLES.reader};`,
        ),
        OWNERSHIP,
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      [
        ...AUDITED_TABLES.map(({ table }) => `drop trigger trail_capture on ${table};`),
        `drop trigger report_is_not_truncated on report;
         drop trigger trail_entry_is_frozen on trail_entry;
         drop trigger trail_entry_is_not_truncated on trail_entry;
         drop policy verifies on trail_entry;`,
        unprotect('trail_entry'),
        protect('trail_entry', REGISTRY_POLICIES['trail_entry'] ?? {}),
        'drop table trail_key, checkpoint, trail_payload, trail_leaf, trail_chain;',
        DROP_FUNCTIONS,
      ].join('\n'),
    );
  }
}

/** Nobody who makes a request writes to the trail but through its functions. */
const POLICIES: Record<(typeof TABLES)[number], { select?: string }> = {
  trail_chain: {},
  trail_leaf: {},
  trail_payload: { select: 'app.trail_payload_is_visible(table_name, row_id, before, after)' },
  // They prove something only if many hold them.
  checkpoint: { select: '(select app.is_signed_in())' },
  trail_key: { select: 'true' },
};

/** All functions run as the owner of the tables; those that write are called by the application alone. */
const OWNERSHIP = `
  do $$ declare f record; begin
    for f in select p.oid::regprocedure as signature from pg_proc p
      where p.pronamespace = 'app'::regnamespace and (p.proname like 'trail\\_%' or p.proname in ('report_checkpoint', 'erase_person', 'retention_take'))
    loop
      execute format('alter function %s owner to ${DATABASE_ROLES.owner}', f.signature);
      execute format('revoke all on function %s from public', f.signature);
      execute format('grant execute on function %s to ${DATABASE_ROLES.owner}, ${DATABASE_ROLES.runtime}, ${DATABASE_ROLES.reader}', f.signature);
    end loop;
  end $$;`;

const DROP_FUNCTIONS = `
  do $$ declare f record; begin
    for f in select p.oid::regprocedure as signature from pg_proc p
      where p.pronamespace = 'app'::regnamespace and (p.proname like 'trail\\_%' or p.proname in ('report_checkpoint', 'erase_person', 'retention_take'))
    loop
      execute format('drop function %s', f.signature);
    end loop;
  end $$;`;
