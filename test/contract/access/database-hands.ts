import { createHash } from 'node:crypto';
import type { TestApi } from '../../support/api';
import { worldId, type World } from '../../support/world';
import { SIGNED_BODY } from '../../support/world/world-signatures';

/** What somebody may do with the rows of a table. */
export const COMMANDS = ['read', 'lock', 'insert', 'update', 'delete'] as const;
export type Command = (typeof COMMANDS)[number];

/** Runs a statement on the one connection that a transaction has. */
export type Run = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/**
 * Tries a write as whoever the transaction was entered as, and undoes it: true when nothing but a constraint stood in its
 * way. Constraints come after the policies, and say nothing of who may; but a trigger that refuses what is made or changed
 * comes before them, and what it refuses is nobody's.
 */
const TRY_WRITE = `
  create function try_write(command text, tab regclass, key text, id text) returns boolean language plpgsql as $$
  declare
    affected integer := 0;
    cols text;
    col text;
  begin
    if command = 'insert' then
      select string_agg(quote_ident(attname), ', ') into cols
      from pg_attribute where attrelid = tab and attnum > 0 and not attisdropped;
      execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s,
        (select t.cells from tried t where t.tab = %3$L and t.id = $1 limit 1)
          || $2)', tab, cols, tab::text) using id, case
        -- What is one with another object has the id of that one.
        when exists (select 1 from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
          where c.conrelid = tab and c.contype = 'f' and a.attname = 'id') then '{}'
        else jsonb_build_object('id', gen_random_uuid()) end;
    elsif command = 'lock' then
      execute format('select from %1$s where %2$I::text = $1 for update', tab, key) using id;
    elsif command = 'update' then
      select attname into col from pg_attribute where attrelid = tab and attnum > 0 and not attisdropped
        and has_column_privilege(tab, attnum, 'UPDATE') order by attnum limit 1;
      if col is null then return false; end if;
      execute format('update %1$s set %2$s where %3$I::text = $1', tab, case tab::text
        -- A signature can but be voided.
        when 'report_signature' then 'voided_at = now()'
        else format('%1$I = %1$I', col) end, key) using id;
    else
      execute format('delete from %1$s where %2$I::text = $1', tab, key) using id;
    end if;
    get diagnostics affected = row_count;
    raise exception 'undone' using errcode = 'UNDO1';
  exception
    when insufficient_privilege then return false;
    when restrict_violation then return command not in ('insert', 'update');
    when integrity_constraint_violation then return true;
    when sqlstate 'UNDO1' then return affected > 0;
  end $$`;

/** Tables without an id are told apart by the object that they belong to. */
const KEYS: Readonly<Record<string, readonly [string, string]>> = {
  evidence_criterion: ['evidence_id', 'evidence'],
  evidence_request_criterion: ['evidence_request_id', 'evidence_request'],
  answering_evidence: ['evidence_answer_id', 'evidence_answer'],
  evidence_validity: ['id', 'evidence'],
  evidence_file: ['id', 'evidence'],
  evidence_scan: ['id', 'evidence'],
  evidence_scan_decision: ['id', 'evidence'],
  radiation_event_criterion: ['radiation_event_id', 'radiation_event'],
  radiation_event_finding: ['radiation_event_id', 'radiation_event'],
  outside_recommendation_criterion: ['outside_recommendation_id', 'outside_recommendation'],
  case_list_record: ['case_sample_id', 'case_sample'],
  case_draw_secret: ['id', 'case_sample'],
  corrective_action_owner: ['id', 'corrective_action'],
  waiver_extension: ['id', 'corrective_action'],
  dose_key: ['audited_service_id', 'audited_service'],
  idempotency_key: ['account_id', 'account'],
  trail_leaf: ['id', 'trail_entry'],
  refresh_token: ['token_hash', 'refresh_token'],
  sign_in_attempt: ['subject', 'sign_in_attempt'],
  second_factor: ['account_id', 'second_factor'],
  own_password: ['account_id', 'own_password'],
  recovery_code: ['code_hash', 'recovery_code'],
  trail_payload: ['entry_id', 'trail_entry'],
};

/** Audits that stand for the others, and people. */
const TRIED_AUDITS =
  /^(A\.(TEAM_PROPOSED|ON_SITE|CONTRADICTORY|FOLLOW_UP)|B\.(ON_SITE|CONTRADICTORY|FOLLOW_UP))(\/|$)/;
const TRIED_OTHERS = /^(roleless|coordinator|tied coordinator|manager A|reader A|manager B|lead A|lead B)\b/;
const TRIED_CAMPAIGNS = ['draft', 'open', 'ON_SITE', 'CLOSED'];
const SMALL = 12;
/** Rows that are there only in audits which stand for nothing else. */
const TRIED_THERE_ALONE: Readonly<Record<string, RegExp>> = {
  case_draw_secret: /^[AB]\.SELF_ASSESSMENT$/,
  case_list_record: /^[AB]\.(SELF_ASSESSMENT|DOCUMENT_REVIEW)$/,
};

/** The rows of a table that are tried, by name; those that stand for others alike. */
export function triedRows(world: World, table: string): [id: string, name: string][] {
  const seen = new Set<string>();
  const rows = [...(world.names.get(KEYS[table]?.[1] ?? table) ?? [])].filter(
    ([, name]) => !seen.has(name) && seen.add(name),
  );
  if (rows.length <= SMALL) return rows;
  const there = TRIED_THERE_ALONE[table];
  if (there) return rows.filter(([, name]) => there.test(name));
  return rows.filter(([, name]) =>
    table === 'campaign'
      ? TRIED_CAMPAIGNS.includes(name)
      : TRIED_AUDITS.test(name) || TRIED_OTHERS.test(name) || /^(published|draft)$/.test(name),
  );
}

/** A report is made again as it is issued: the database takes none but over the body that its signatures sign. */
const SIGNED_REPORT = `{"schema":{"version":"2"},"number":0,"body":${SIGNED_BODY},"bodySha256":"${createHash('sha256').update(SIGNED_BODY).digest('hex')}","signatures":[]}`;

/** Radiographers sign beside the leads of the world, who sign alone there. */
const MATES_SIGN = `
  set session_replication_role = replica;
  insert into report_signature
    select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'assignment_id', m.id,
      'auditor_id', m.auditor_id, 'profession', m.seat))).*
    from report_signature g join assignment m on m.audit_id = g.audit_id and m.seat = 'RADIOGRAPHER'
      and m.state in ('CONFIRMED', 'COMPLETED')
    where g.document <> 'DRAFT' and g.voided_at is null;
  set session_replication_role = origin`;

/** The signatures that a tried report names: those that stand. */
const NAMED = `(select jsonb_agg(jsonb_build_object('profession', g.profession, 'confirmation', g.confirmation,
    'signedAt', g.signed_at)) from report_signature g
  where g.audit_id::text = t.cells ->> 'audit_id' and g.number = (t.cells ->> 'number')::integer and g.voided_at is null
    and g.document = case t.cells ->> 'number' when '1' then 'REPORT' else 'AMENDMENT' end)`;

/** Gives the database the function that the tries use, and the rows that they make again. */
export async function prepareTries(api: TestApi, world: World, tables: readonly string[]): Promise<void> {
  await api.sql('create table tried (tab text, id text, cells jsonb); grant select on tried to public');
  for (const table of tables) {
    const [key] = KEYS[table] ?? ['id'];
    await api.sql(
      `insert into tried select '${table}', t.${key}::text, to_jsonb(t) from ${table} t where t.${key}::text = any($1::text[])`,
      [triedRows(world, table).map(([id]) => id)],
    );
  }
  await api.sql(MATES_SIGN);
  await api.sql(
    `update tried set cells = cells || jsonb_build_object('content', content, 'sha256', encode(sha256(convert_to(content, 'UTF8')), 'hex'))
     from (select t.id, replace(replace($1, '"number":0', '"number":' || (t.cells ->> 'number')),
         '"signatures":[]', '"signatures":' || coalesce(${NAMED}, '[]')::text) as content
       from tried t where t.tab = 'report') signed
     where tried.tab = 'report' and tried.id = signed.id`,
    [SIGNED_REPORT],
  );
  await api.sql(TRY_WRITE);
}

/** Enters a transaction as an account of the world, or as nobody, with the rights of the runtime role. */
export async function enter(run: Run, viewer: string | null, isActing: boolean): Promise<void> {
  await run(`select set_config('role', 'vis_a_vis_runtime', true)${viewer ? `, app.enter('${worldId('account', viewer)}', 1, '2027-01-11', '${worldId('account', viewer)}', false)` : ''},
    set_config('app.acting', '${isActing ? 'on' : ''}', true)`);
}

/** Names of the rows of each table with which a command succeeds, for whom the transaction was entered as. */
export async function reach(
  run: Run,
  world: World,
  tables: readonly string[],
  command: Command,
): Promise<Map<string, Set<string>>> {
  const values: unknown[] = [];
  const parts = tables.map((table) => {
    const [key] = KEYS[table] ?? ['id'];
    const ids = `$${values.push(triedRows(world, table).map(([id]) => id))}::text[]`;
    return command === 'read'
      ? `select distinct '${table}' as tab, ${key}::text as id from ${table} where ${key}::text = any(${ids})`
      : `select '${table}' as tab, id from unnest(${ids}) id where try_write('${command}', '${table}', '${key}', id)`;
  });
  const found = await run<{ tab: string; id: string }>(parts.join(' union all '), values);
  const names = new Map(tables.map((table) => [table, new Map(triedRows(world, table))]));
  const reached = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { tab, id } of found) reached.get(tab)?.add(names.get(tab)?.get(id) ?? id);
  return reached;
}
