import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/**
 * An act leaves what people are told of, in its own transaction, whoever acts: which audit it belongs to is looked up here,
 * since the actor may not see it any more. Each message brings its jobs.
 */
export const OUTBOX = `
  create function app.leave_outbox(messages jsonb, tasks text[], moment timestamptz) returns void
  language plpgsql volatile ${DEFINER} as $$
  declare
    message jsonb;
    noun text;
    named uuid;
    audited uuid;
    service uuid;
    left_behind uuid;
  begin
    for message in select * from jsonb_array_elements(messages) loop
      named := (message ->> 'objectId')::uuid;
      noun := lower(regexp_replace(message ->> 'objectType', '(.)([A-Z])', '\\1_\\2', 'g'));
      audited := case when noun = 'audit' then named end;
      service := null;
      if noun <> 'audit' and exists (select from pg_attribute where attrelid = to_regclass(quote_ident(noun))
          and attname = 'audit_id' and not attisdropped) then
        execute format('select audit_id from %I where id = $1', noun) into audited using named;
      elsif noun = 'application' then
        select n.audited_service_id into service from application n where n.id = named;
      end if;
      left_behind := gen_random_uuid();
      insert into outbox_message (id, topic, act, object_type, object_id, audit_id, campaign_id, audited_service_id,
          acted_by_id, occurred_at)
        select left_behind, message ->> 'topic', message ->> 'act', message ->> 'objectType', named, a.id,
          coalesce(a.campaign_id, (message ->> 'campaignId')::uuid), coalesce(a.audited_service_id, service),
          app.account_id(), moment
        from (select 1) one left join audit a on a.id = audited;
      insert into job (id, task, payload)
        select gen_random_uuid(), task, jsonb_build_object('outboxMessageId', left_behind) from unnest(tasks) task;
    end loop;
  end $$;
  alter function app.leave_outbox(jsonb, text[], timestamptz) owner to ${owner};
  revoke all on function app.leave_outbox(jsonb, text[], timestamptz) from public;
  grant execute on function app.leave_outbox(jsonb, text[], timestamptz) to ${runtime};

  -- Alerts open in the middle of many acts, and of none: a tie begins, a declaration runs out.
  create function app.tell_of_alert() returns trigger language plpgsql volatile ${DEFINER} as $$
  begin
    -- Rows that somebody puts in past the walls, from a copy of the database, tell nobody.
    if not app.is_acting() then return null; end if;
    perform app.leave_outbox(jsonb_build_array(jsonb_build_object('topic', 'ASSIGNMENT_FROZEN', 'act',
      'conflictAlertOpen', 'objectType', 'Audit', 'objectId', new.audit_id)), '{tell}', new.found_at);
    return null;
  end $$;
  alter function app.tell_of_alert() owner to ${owner};
  revoke all on function app.tell_of_alert() from public;
  create trigger tell_of_alert after insert on conflict_alert for each row when (new.resolved_at is null)
    execute function app.tell_of_alert();
`;
