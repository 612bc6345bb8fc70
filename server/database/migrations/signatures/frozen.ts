import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime, reader } = DATABASE_ROLES;

const REFUSED = `using errcode = 'restrict_violation'`;

/**
 * What the database refuses, whoever asks, once something is signed. They are triggers and no policies, since triggers hold
 * for the owner of the tables as well.
 */
export const FROZEN_FUNCTIONS = `
  create function app.report_is_out(audited uuid) returns boolean language sql stable ${DEFINER}
    as $$ select exists (select 1 from public.report r where r.audit_id = audited) $$;

  -- Of what stands in a report, nothing is added, changed or taken away once it is issued.
  create function app.stands_in_report() returns trigger language plpgsql ${DEFINER} as $$
    begin
      if (tg_op <> 'DELETE' and app.report_is_out(new.audit_id)) or (tg_op <> 'INSERT' and app.report_is_out(old.audit_id)) then
        raise exception 'this stands in an issued report: %', tg_table_name ${REFUSED};
      end if;
      return coalesce(new, old);
    end $$;

  create function app.is_kept() returns trigger language plpgsql as $$
    begin
      raise exception 'what was said is kept: %', tg_table_name ${REFUSED};
    end $$;

  create function app.drafted_is_kept() returns trigger language plpgsql as $$
    begin
      if old.drafted_statement is not null and (tg_op = 'DELETE'
        or (new.drafted_statement, new.drafted_severity) is distinct from (old.drafted_statement, old.drafted_severity)) then
        raise exception 'what was drafted is kept' ${REFUSED};
      end if;
      return coalesce(new, old);
    end $$;

  -- At the end of a transaction a finding says what the latest issued version of its report says of it. So it can be restated
  -- by the transaction alone that issues the next one.
  create function app.finding_is_as_reported() returns trigger language plpgsql ${DEFINER} as $$
    declare
      audited uuid := case when tg_op = 'DELETE' then old.audit_id else new.audit_id end;
      of_id uuid := case when tg_op = 'DELETE' then old.id else new.id end;
      issued jsonb;
      said jsonb;
      is_now public.finding;
    begin
      -- Who issues a report holds its audit: whatever changes a finding meanwhile waits here, and then sees the report.
      perform 1 from public.audit a where a.id = audited for key share;
      select r.content::jsonb into issued from public.report r where r.audit_id = audited order by r.number desc limit 1;
      if issued is null then return null; end if;
      select f.* into is_now from public.finding f where f.id = of_id;
      select entry into said
      from jsonb_array_elements(coalesce(issued -> 'body' -> 'findings', issued -> 'findings', '[]')) entry
      where (entry ->> 'number')::integer = coalesce(is_now.number, old.number);
      if said is null and is_now.state = 'WITHDRAWN' and is_now.drafted_statement is null then return null; end if;
      if said is null or is_now.id is null or is_now.state not in ('FINAL', 'WITHDRAWN')
        or is_now.state is distinct from coalesce(said ->> 'state', is_now.state)
        or (said ? 'criterion' and said ->> 'criterion' is distinct from
          (select c.code from public.criterion c where c.id = is_now.criterion_id))
        or (is_now.kind, is_now.severity, is_now.statement) is distinct from
          (said ->> 'kind', said ->> 'severity', said ->> 'statement') then
        raise exception 'a finding says what the issued report says of it' ${REFUSED};
      end if;
      return null;
    end $$;

  create function app.signature_stands() returns trigger language plpgsql ${DEFINER} as $$
    begin
      if tg_op = 'DELETE' then raise exception 'a signature is kept' ${REFUSED}; end if;
      if old.voided_at is not null or new.voided_at is null or to_jsonb(new) - 'voided_at' <> to_jsonb(old) - 'voided_at' then
        raise exception 'a signature stands or is voided, once' ${REFUSED};
      end if;
      if old.document <> 'DRAFT' and exists (
        select 1 from public.report r where r.audit_id = old.audit_id and r.number = old.number) then
        raise exception 'what it signs is issued' ${REFUSED};
      end if;
      return new;
    end $$;

  -- An issued report bears its own hash, and is signed: all signatures that stand for its version are of its very body.
  create function app.report_is_signed() returns trigger language plpgsql ${DEFINER} as $$
    declare
      issued jsonb := new.content::jsonb;
      body_hash text := issued ->> 'bodySha256';
      body_from integer := position('"body":' in new.content) + length('"body":');
      body_to integer := position(',"bodySha256":"' in new.content);
    begin
      if (issued -> 'schema' ->> 'version') is distinct from '2' then
        if current_setting('role', true) = '${runtime}' then
          raise exception 'a report is issued signed' ${REFUSED};
        end if;
        return new;
      end if;
      if new.sha256 <> encode(sha256(convert_to(new.content, 'UTF8')), 'hex')
        or body_hash is distinct from
          encode(sha256(convert_to(substr(new.content, body_from, body_to - body_from), 'UTF8')), 'hex')
        or (issued ->> 'number')::integer is distinct from new.number then
        raise exception 'a report bears its hash' ${REFUSED};
      end if;
      if not exists (select 1 from public.report_signature s where s.audit_id = new.audit_id and s.number = new.number
          and s.document = case when new.number = 1 then 'REPORT' else 'AMENDMENT' end and s.voided_at is null)
        or exists (select 1 from public.report_signature s where s.audit_id = new.audit_id and s.number = new.number
          and s.document = case when new.number = 1 then 'REPORT' else 'AMENDMENT' end and s.voided_at is null
          and s.content_sha256 <> body_hash) then
        raise exception 'a report is issued signed' ${REFUSED};
      end if;
      return new;
    end $$;
`;

const FUNCTIONS = [
  'report_is_out(uuid)',
  'stands_in_report()',
  'is_kept()',
  'drafted_is_kept()',
  'finding_is_as_reported()',
  'signature_stands()',
  'report_is_signed()',
];

/** All of them run as the owner of the tables. */
export const FROZEN_OWNERSHIP = FUNCTIONS.map(
  (signature) => `
    alter function app.${signature} owner to ${owner};
    revoke all on function app.${signature} from public;
    grant execute on function app.${signature} to ${runtime}, ${reader};`,
).join('');

/** Tables of what a report is made of, whose rows name their audit. */
const IN_REPORT = [
  'grade',
  'criterion_measure',
  'finding_reply',
  'finding_reply_version',
  'finding_reply_evidence',
];
/** Tables that only grow. */
const KEPT = ['finding_reply_version', 'finding_reply_evidence'];
const NOT_EMPTIED = ['finding', 'finding_reply', 'report_signature', 'report_amendment', ...KEPT];

export const FROZEN_TRIGGERS = [
  ...IN_REPORT.map(
    (table) => `create trigger stands_in_report before insert or update or delete on ${table}
      for each row execute function app.stands_in_report();`,
  ),
  ...KEPT.map(
    (table) => `create trigger is_kept before update or delete on ${table}
      for each row execute function app.is_kept();`,
  ),
  ...NOT_EMPTIED.map(
    (table) => `create trigger is_not_truncated before truncate on ${table}
      for each statement execute function app.is_kept();`,
  ),
  `create trigger drafted_is_kept before update or delete on finding
    for each row execute function app.drafted_is_kept();
   create constraint trigger finding_is_as_reported after insert or update or delete on finding
    deferrable initially deferred for each row execute function app.finding_is_as_reported();
   create trigger signature_stands before update or delete on report_signature
    for each row execute function app.signature_stands();
   create trigger report_is_signed before insert on report for each row execute function app.report_is_signed();`,
].join('\n');

/** The way back. */
export const UNFREEZE = [
  ...['grade', 'criterion_measure', 'finding_reply'].map(
    (table) => `drop trigger stands_in_report on ${table};`,
  ),
  ...['finding', 'finding_reply'].map((table) => `drop trigger is_not_truncated on ${table};`),
  `drop trigger drafted_is_kept on finding;
   drop trigger finding_is_as_reported on finding;
   drop trigger report_is_signed on report;`,
].join('\n');

export const DROP_FROZEN_FUNCTIONS = `drop function ${[...FUNCTIONS]
  .reverse()
  .map((signature) => `app.${signature}`)
  .join(', ')};`;
