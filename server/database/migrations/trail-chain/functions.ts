import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from './erasure';

/** Commitments, and the tree of RFC 6962 as server/trail/merkle.ts has it. */
export const HASHING = `
  create function app.trail_commitment(salt text, payload text) returns text language sql immutable strict
    as $$ select encode(sha256(decode(salt, 'hex') || convert_to(payload, 'UTF8')), 'hex') $$;

  create function app.trail_salt() returns text language sql volatile
    as $$ select replace(gen_random_uuid()::text, '-', '') $$;

  create function app.trail_node(l text, r text) returns text language sql immutable strict
    as $$ select encode(sha256('\\x01'::bytea || decode(l, 'hex') || decode(r, 'hex')), 'hex') $$;

  create function app.trail_root(frontier text[]) returns text language plpgsql immutable as $$
    declare root text := frontier[cardinality(frontier)];
    begin
      for i in reverse cardinality(frontier) - 1 .. 1 loop root := app.trail_node(frontier[i], root); end loop;
      return coalesce(root, encode(sha256(''::bytea), 'hex'));
    end $$;

  create function app.trail_grown(frontier text[], size bigint, leaf_hash text) returns text[]
    language plpgsql immutable as $$
    declare root text := leaf_hash; rest bigint := size; kept integer := cardinality(frontier);
    begin
      while rest % 2 = 1 loop
        root := app.trail_node(frontier[kept], root);
        kept := kept - 1;
        rest := rest / 2;
      end loop;
      return frontier[1:kept] || root;
    end $$;
`;

/**
 * What a transaction changed is gathered row by row under the id that its entry will have. That id follows from the
 * transaction itself, so that nobody can hang changes on another entry; the deferred foreign key refuses to commit
 * changes without an entry.
 */
export const CAPTURE = `
  create function app.trail_entry_id() returns uuid language sql volatile as $$
    select md5(pg_current_xact_id()::text || ' ' || extract(epoch from now())::text || ' '
      || extract(epoch from pg_postmaster_start_time())::text)::uuid $$;

  create function app.trail_capture() returns trigger language plpgsql ${DEFINER} as $$
    declare
      without text[] := string_to_array(tg_argv[1], ',');
      entry uuid;
      was jsonb;
      is_now jsonb;
      before_salt text;
      after_salt text;
    begin
      -- What the platform does by itself (templates, upkeep, imports) is summed up in an entry of its own. The content of
      -- an audit it never touches: there, whoever serves requests needs somebody who acts, and so leaves an entry.
      if app.account_id() is null then
        if tg_argv[2] = 'content' and current_setting('role', true) = '${DATABASE_ROLES.runtime}' then
          raise exception 'the content of an audit changes by the act of an account alone' using errcode = '42501';
        end if;
        return null;
      end if;
      if tg_op <> 'INSERT' then was := to_jsonb(old) - without; before_salt := app.trail_salt(); end if;
      if tg_op <> 'DELETE' then is_now := to_jsonb(new) - without; after_salt := app.trail_salt(); end if;
      entry := app.trail_entry_id();
      insert into trail_payload (entry_id, position, table_name, row_id, operation, before_commitment, before_salt, before,
        after_commitment, after_salt, after)
      values (entry, (select coalesce(max(p.position), 0) + 1 from trail_payload p where p.entry_id = entry),
        tg_table_name, (coalesce(is_now, was) ->> tg_argv[0])::uuid, tg_op,
        app.trail_commitment(before_salt, was::text), before_salt, was::text,
        app.trail_commitment(after_salt, is_now::text), after_salt, is_now::text);
      return null;
    end $$;
`;

/**
 * Appends the entries of a mutation, last in its transaction: the lock on the chain's row is held until the commit. The
 * last note is the act itself; the changed rows and what was erased are committed to by its leaf.
 */
export const APPEND = `
  create function app.trail_append(notes jsonb, request_id text, acting_as text, client text)
    returns table (chain_id text, size bigint, root text) language plpgsql ${DEFINER} as $$
    #variable_conflict use_column
    declare
      note jsonb;
      chain text;
      head trail_chain;
      entry uuid;
      is_main boolean;
      microseconds bigint;
      salt text;
      detail_commitment text;
      befores text;
      afters text;
      erased text;
      leaf text;
      hash text;
      seen text[] := '{}';
    begin
      select array_agg(distinct coalesce(n ->> 'campaignId', 'platform') order by coalesce(n ->> 'campaignId', 'platform'))
        into seen from jsonb_array_elements(notes) n;
      foreach chain in array seen loop
        insert into trail_chain (id, size, frontier) values (chain, 0, '{}') on conflict do nothing;
        perform 1 from trail_chain c where c.id = chain for update;
      end loop;
      for i in 0 .. jsonb_array_length(notes) - 1 loop
        note := notes -> i;
        is_main := i = jsonb_array_length(notes) - 1;
        chain := coalesce(note ->> 'campaignId', 'platform');
        select * into head from trail_chain c where c.id = chain;
        entry := case when is_main then app.trail_entry_id() else gen_random_uuid() end;
        microseconds := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
        detail_commitment := null;
        befores := null;
        afters := null;
        erased := null;
        if coalesce(note -> 'detail', '{}') <> '{}' then
          salt := app.trail_salt();
          detail_commitment := app.trail_commitment(salt, note ->> 'detail');
          insert into trail_payload (entry_id, position, table_name, row_id, operation, after_commitment, after_salt, after)
          values (entry, 0, 'trail_entry', entry, 'DETAIL', detail_commitment, salt, note ->> 'detail');
        end if;
        if is_main then
          select
            string_agg(format(E'%s %s %s %s %s\\n', p.position, p.table_name, p.row_id, p.operation,
              coalesce(p.before_commitment, '-')), '' order by p.position),
            string_agg(format(E'%s %s %s %s %s\\n', p.position, p.table_name, p.row_id, p.operation,
              coalesce(p.after_commitment, '-')), '' order by p.position)
            into befores, afters from trail_payload p where p.entry_id = entry and p.position > 0;
          select string_agg(format(E'%s %s\\n', p.entry_id, p.position), '' order by p.entry_id, p.position)
            into erased from trail_payload p where p.erased_by_id = entry;
        end if;
        leaf := concat_ws(E'\\n', 'vis-a-vis trail entry 1', 'chain: ' || chain, 'index: ' || head.size,
          'time: ' || microseconds, 'entry: ' || entry, 'actor: ' || coalesce(app.account_id()::text, '-'),
          'as: ' || coalesce(nullif(acting_as, ''), '-'), 'client: ' || coalesce(nullif(client, ''), '-'),
          'act: ' || (note ->> 'act'), 'object: ' || (note ->> 'objectType') || ' ' || (note ->> 'objectId')::uuid,
          'request: ' || request_id,
          'before: ' || coalesce(encode(sha256(convert_to(befores, 'UTF8')), 'hex'), '-'),
          'after: ' || coalesce(encode(sha256(convert_to(afters, 'UTF8')), 'hex'), '-'),
          'detail: ' || coalesce(detail_commitment, '-'),
          'erased: ' || coalesce(encode(sha256(convert_to(erased, 'UTF8')), 'hex'), '-'));
        if array_length(string_to_array(leaf, E'\\n'), 1) <> 15 or leaf ~ E'\\r' then
          raise exception 'an entry of the trail has one line for each of its fields';
        end if;
        hash := encode(sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')), 'hex');
        insert into trail_entry (id, campaign_id, account_id, act, object_type, object_id, request_id, created_at)
        values (entry, (note ->> 'campaignId')::uuid, app.account_id(), note ->> 'act', note ->> 'objectType',
          (note ->> 'objectId')::uuid, request_id,
          timestamptz 'epoch' + (microseconds / 1000) * interval '1 millisecond');
        insert into trail_leaf (id, chain_id, index, leaf, leaf_hash) values (entry, chain, head.size, leaf, hash);
        update trail_chain c set size = head.size + 1, frontier = app.trail_grown(head.frontier, head.size, hash)
          where c.id = chain;
      end loop;
      return query select c.id, c.size, app.trail_root(c.frontier) from trail_chain c where c.id = any(seen);
    end $$;
`;

/**
 * Checkpoints: the platform signs outside the database, which takes only what is true of the chain now. Proofs need the
 * hashes of the leaves and nothing of what they say.
 */
export const CHECKPOINTS = `
  create function app.trail_heads(least_age interval)
    returns table (chain_id text, size bigint, root text) language sql ${DEFINER} as $$
      select c.id, c.size, app.trail_root(c.frontier) from trail_chain c
      where app.account_id() is null and c.size > 0 and not exists (
        select 1 from checkpoint k where k.chain_id = c.id and (k.size = c.size or k.created_at > now() - least_age))
      order by c.id $$;

  create function app.trail_checkpoint(id uuid, chain_id text, size bigint, root text, key_id text, note text)
    returns boolean language plpgsql ${DEFINER} as $$
    #variable_conflict use_variable
    begin
      if not exists (select 1 from trail_chain c
        where c.id = chain_id and c.size = trail_checkpoint.size and app.trail_root(c.frontier) = root) then
        return false;
      end if;
      -- What is kept for good must at least say what it is kept for; its signature is for those to check who hold it.
      if not starts_with(note, concat('vis-a-vis/trail/', chain_id, E'\\n', trail_checkpoint.size, E'\\n',
        encode(decode(root, 'hex'), 'base64'), E'\\n\\n')) then
        return false;
      end if;
      insert into checkpoint (id, chain_id, size, root, key_id, note)
        values (id, chain_id, trail_checkpoint.size, root, key_id, note) on conflict do nothing;
      return exists (select 1 from checkpoint c where c.chain_id = trail_checkpoint.chain_id
        and c.size = trail_checkpoint.size and c.key_id = trail_checkpoint.key_id and c.note = trail_checkpoint.note);
    end $$;

  create function app.trail_key_add(id text, verifier_key text) returns void language plpgsql ${DEFINER} as $$
    begin
      if app.account_id() is not null then raise exception 'keys of the trail are the platform''s' using errcode = '42501'; end if;
      insert into trail_key (id, verifier_key) values ($1, $2) on conflict do nothing;
    end $$;

  create function app.trail_leaf_hashes(chain_id text, size bigint) returns setof text language sql stable ${DEFINER} as $$
    select l.leaf_hash from trail_leaf l
    where app.account_id() is not null and l.chain_id = $1 and l.index < $2 order by l.index $$;

  -- Against a checkpoint, since how a chain grows between them would tell that somebody acts.
  create function app.trail_place(entry_id uuid)
    returns table (chain_id text, index bigint, leaf_hash text, size bigint, root text) language sql stable ${DEFINER} as $$
    select l.chain_id, l.index, l.leaf_hash, k.size, k.root
    from trail_leaf l join checkpoint k on k.chain_id = l.chain_id and k.size > l.index
    where l.id = $1 and app.account_id() is not null order by k.size desc limit 1 $$;

  create function app.trail_acting_as(entry_id uuid) returns text language sql stable ${DEFINER} as $$
    select substring(l.leaf from E'\\nas: ([^\\n]*)') from trail_leaf l where l.id = $1 $$;

  create function app.trail_time(entry_id uuid) returns timestamptz language sql stable ${DEFINER} as $$
    select e.created_at from trail_entry e where e.id = $1 $$;

  -- Since when a finding is shared with its service; null when that was before the trail, or never.
  create function app.trail_shared_at(finding uuid) returns timestamptz language sql stable ${DEFINER} as $$
    select min(e.created_at) from trail_payload p join trail_entry e on e.id = p.entry_id
    where p.row_id = finding and p.table_name = 'finding' and p.after::jsonb ->> 'drafted_statement' is not null
      and coalesce(p.before::jsonb ->> 'drafted_statement', '') = '' $$;

  create function app.report_checkpoint(report_id uuid) returns uuid language sql stable ${DEFINER} as $$
    select k.id from trail_entry e join trail_leaf l on l.id = e.id
    join checkpoint k on k.chain_id = l.chain_id and k.size > l.index
    where e.object_type = 'Report' and e.object_id = $1 and e.act in ('reportIssue', 'reportAmend')
    order by k.size, k.created_at, k.id limit 1 $$;
`;

/** Nothing in the trail changes. A payload may be emptied, by a transaction that says so in an entry of its own. */
export const GUARDS = `
  create function app.trail_is_frozen() returns trigger language plpgsql as $$
    begin
      raise exception 'the trail never changes' using errcode = 'restrict_violation';
    end $$;

  create function app.trail_chain_grows() returns trigger language plpgsql as $$
    begin
      if new.id is distinct from old.id or new.created_at is distinct from old.created_at or new.size <> old.size + 1 then
        raise exception 'a chain of the trail only grows' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;

  create function app.trail_payload_is_emptied() returns trigger language plpgsql as $$
    begin
      if (new.entry_id, new.position, new.table_name, new.row_id, new.operation) is distinct from
          (old.entry_id, old.position, old.table_name, old.row_id, old.operation)
        or (new.before_commitment, new.after_commitment) is distinct from (old.before_commitment, old.after_commitment)
        or coalesce(new.before, new.before_salt, new.after, new.after_salt) is not null
        or old.erased_by_id is not null or new.erased_by_id is distinct from app.trail_entry_id() then
        raise exception 'a payload of the trail is kept or emptied, never changed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;

  create trigger trail_chain_grows before update on trail_chain for each row execute function app.trail_chain_grows();
  create trigger trail_payload_is_emptied before update on trail_payload
    for each row execute function app.trail_payload_is_emptied();
`;

/** Refuses what would change or take rows of a table, be it for its owner. */
export function freeze(table: string, rows: 'update or delete' | 'delete'): string {
  return `create trigger ${table}_is_frozen before ${rows} on ${table}
      for each row execute function app.trail_is_frozen();
    create trigger ${table}_is_not_truncated before truncate on ${table}
      for each statement execute function app.trail_is_frozen();`;
}
