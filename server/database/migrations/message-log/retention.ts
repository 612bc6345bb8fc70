import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/**
 * What has been kept long enough of messages: as `app.retention_take` does for all else. Contents go first, then the logs of
 * programs and of work, then the proof that people were told.
 */
export const RETENTION = `
  create function app.retain_messages(code text, kept interval) returns integer language plpgsql ${DEFINER} as $$
    declare
      taken integer;
      more integer;
    begin
      if app.account_id() is not null then
        raise exception 'the platform alone lets rows expire' using errcode = '42501';
      end if;
      -- Whatever asks: what others rely on is not taken before its time.
      if kept < (case code when 'TOLD_PEOPLE' then interval '5 years' when 'WEBHOOK_CONTENTS' then interval '30 days'
        else interval '6 months' end) then
        raise exception 'this is kept longer' using errcode = '42501';
      end if;
      case code
        when 'WEBHOOK_CONTENTS' then
          update webhook_attempt set answer = null where answer is not null and created_at < now() - kept;
          get diagnostics more = row_count;
          update webhook_delivery set body = '', version = version + 1, updated_at = now()
            where body <> '' and state <> 'PENDING' and created_at < now() - kept;
          get diagnostics taken = row_count;
          taken := taken + more;
        when 'WEBHOOK_DELIVERIES' then
          delete from webhook_delivery where state <> 'PENDING' and created_at < now() - kept;
          get diagnostics taken = row_count;
        when 'OUTBOX' then
          delete from job where created_at < now() - kept;
          get diagnostics more = row_count;
          delete from outbox_message m where m.created_at < now() - kept
            and not exists (select from webhook_delivery d where d.outbox_message_id = m.id);
          get diagnostics taken = row_count;
          taken := taken + more;
        when 'TOLD_PEOPLE' then
          delete from delivery d using delivery t left join audit a on a.id = t.audit_id
          where d.id = t.id and coalesce(case when a.state in ('CLOSED', 'CANCELLED') then coalesce(a.closed_at, a.updated_at) end,
            case when t.audit_id is null then t.created_at end) < now() - kept;
          get diagnostics taken = row_count;
          delete from mail m where m.created_at < now() - kept
            and not exists (select from delivery d where d.mail_id = m.id);
      end case;
      return taken;
    end $$;
  alter function app.retain_messages(text, interval) owner to ${owner};
  revoke all on function app.retain_messages(text, interval) from public;
  grant execute on function app.retain_messages(text, interval) to ${runtime};
`;
