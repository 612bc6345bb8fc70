/** Head of a function that runs as the owner and sees every row, whatever the caller's search path is. */
export const DEFINER = `security definer set search_path = pg_catalog, public, pg_temp`;

/** Tables whose rows say something of one person. */
const PERSONAL = `person,account,account_identity,account_invitation,role_grant,auditor,auditor_unavailability,affiliation,declaration_of_interests,interest,
  assignment,conflict,recusal`;

/** What hangs on an account and says what was done, under its pseudonym. */
const KEPT = `{trail_entry,role_grant,operation}`;

/** Fields by which such a row names the person, or something that is his. */
const LINKS = ['person_id', 'account_id', 'auditor_id', 'declaration_id', 'assignment_id'];

/** What a later migration adds: its tables that say something of one person, fields that name him, and what it erases. */
export interface ErasedBesides {
  tables: readonly string[];
  links: readonly string[];
  /** Statements in which `erased` is the person, `auditors` what he is as an auditor. */
  statements: string;
}

/**
 * Erasure. Payloads are emptied with their salts, so that nobody can try names against a commitment; the entry of the
 * transaction commits to which ones.
 */
export const erasure = ({ tables, links, statements }: ErasedBesides): string => `
  create function app.trail_erase(ids uuid[]) returns bigint language plpgsql ${DEFINER} as $$
    declare emptied bigint;
    begin
      if app.account_id() is not null and not app.is_staff() then
        raise exception 'payloads of the trail are erased by the coordination or the administration' using errcode = '42501';
      end if;
      update trail_payload p set before = null, before_salt = null, after = null, after_salt = null,
        erased_by_id = app.trail_entry_id()
      where p.erased_by_id is null and coalesce(p.before, p.after) is not null and case
        when p.position > 0 then p.table_name = any('{${[PERSONAL, ...tables].join(',')}}'::text[]) and (p.row_id = any(ids) or exists (
          select 1 from unnest(array[p.before, p.after]) version,
            unnest('{${[...LINKS, ...links].join(',')}}'::text[]) link
          where (version::jsonb ->> link)::uuid = any(ids)))
        else exists (select 1 from trail_entry e
          where e.id = p.entry_id and e.object_id = any(ids) and e.act <> 'personErase') end;
      get diagnostics emptied = row_count;
      return emptied;
    end $$;

  -- What has been kept long enough; the platform alone calls it, and says in an entry what went.
  create function app.retention_take(code text, kept interval) returns integer language plpgsql ${DEFINER} as $$
    declare
      gone uuid[];
      taken integer;
    begin
      if app.account_id() is not null then
        raise exception 'the platform alone lets rows expire' using errcode = '42501';
      end if;
      -- Whatever asks: what others rely on is not emptied before its time.
      if kept < (case code when 'TRAIL_PAYLOADS' then interval '10 years' when 'FORMER_INTERESTS' then interval '5 years'
        else interval '30 days' end) then
        raise exception 'this is kept longer' using errcode = '42501';
      end if;
      case code
        when 'IDEMPOTENCY_KEYS' then
          delete from idempotency_key where created_at < now() - kept;
        when 'OPERATION_PROBLEMS' then
          delete from operation_problem p using operation o
          where o.id = p.operation_id and o.finished_at < now() - kept;
        when 'FORMER_INTERESTS' then
          gone := array(select d.id from declaration_of_interests d where d.state in ('SUPERSEDED', 'EXPIRED')
            and coalesce(d.expires_on, d.updated_at::date) < (now() - kept)::date);
          update trail_payload p set before = null, before_salt = null, after = null, after_salt = null,
            erased_by_id = app.trail_entry_id()
          where p.table_name = 'interest' and p.erased_by_id is null
            and (coalesce(p.after, p.before)::jsonb ->> 'declaration_id')::uuid = any(gone);
          delete from interest where declaration_id = any(gone);
        when 'TRAIL_PAYLOADS' then
          update trail_payload p set before = null, before_salt = null, after = null, after_salt = null,
            erased_by_id = app.trail_entry_id()
          from trail_entry e where e.id = p.entry_id and e.created_at < now() - kept
            and e.act not in ('personErase', 'retentionApply') and p.erased_by_id is null;
      end case;
      get diagnostics taken = row_count;
      return taken;
    end $$;

  create function app.erase_person(erased uuid) returns bigint language plpgsql ${DEFINER} as $$
    declare
      accounts uuid[] := array(select a.id from account a where a.person_id = erased);
      auditors uuid[] := array(select u.id from auditor u where u.person_id = erased);
      declarations uuid[] := array(select d.id from declaration_of_interests d where d.auditor_id = any(auditors));
      assignments uuid[] := array(select s.id from assignment s where s.auditor_id = any(auditors));
      hanging regclass;
      recusals uuid[] := array(select r.id from recusal r where r.assignment_id = any(assignments));
    begin
      if not app.is_staff() or erased = app.person_id() then
        raise exception 'the coordination or the administration erases, and never itself' using errcode = '42501';
      end if;
      update person set family_name = '', given_name = '', email = null, version = version + 1, updated_at = now()
        where id = erased;
      update account set email = id || '@erased.invalid', password_hash = null, session_version = session_version + 1,
        disabled_at = coalesce(disabled_at, now()), version = version + 1, updated_at = now() where id = any(accounts);
      update role_grant set revoked_at = now(), version = version + 1, updated_at = now()
        where account_id = any(accounts) and revoked_at is null;
      update auditor set rpps = null, qualification = 'RETIRED', modalities = '{}', languages = '{}', regions = '{}',
        registry_warnings = '{}', version = version + 1, updated_at = now() where id = any(auditors);
      delete from auditor_unavailability where auditor_id = any(auditors);
      delete from affiliation where person_id = erased;
      delete from interest where declaration_id = any(declarations);
      update declaration_of_interests set state = 'EXPIRED', version = version + 1, updated_at = now()
        where id = any(declarations) and state = 'SIGNED';
      update assignment set reason = null, version = version + 1, updated_at = now()
        where id = any(assignments) and reason is not null;
      update conflict set facts = '[]' where auditor_id = any(auditors);${statements}
      update recusal set reason = '', decision_reason = null, appeal_reason = null, appeal_decision_reason = null,
        version = version + 1, updated_at = now() where id = any(recusals);
      -- Whatever else hangs on the accounts goes as well, tables of later migrations included: sessions, identities, keys.
      for hanging in
        select c.conrelid::regclass from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'account'::regclass and a.attname = 'account_id'
          and c.conrelid::regclass::text <> all('${KEPT}'::text[])
      loop
        execute format('delete from %s where account_id = any($1)', hanging) using accounts;
      end loop;
      return app.trail_erase(erased || accounts || auditors || declarations || assignments || recusals);
    end $$;
`;

export const ERASURE = erasure({ tables: [], links: [], statements: '' });
