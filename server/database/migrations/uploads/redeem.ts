import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/**
 * Uses a download ticket up and enters as the account that it was made for, whose sight then decides. A session is not
 * asked for: the ticket was made in one, less than a minute ago. Null, and nobody entered, when the ticket is unknown,
 * used, too old, or its account closed.
 */
export const REDEEM = `
  create function app.redeem_download_ticket(ticket text, today date, moment timestamptz) returns uuid
  language plpgsql volatile ${DEFINER} as $$
  declare
    bearer uuid;
    file uuid;
    session integer;
  begin
    update download_ticket d set used_at = moment
      where d.ticket_hash = ticket and d.used_at is null and d.expires_at > moment
      returning d.account_id, d.evidence_id into bearer, file;
    select a.session_version into session from account a where a.id = bearer;
    if session is null or app.enter(bearer, session, today) is null then
      return null;
    end if;
    return file;
  end $$;
  alter function app.redeem_download_ticket(text, date, timestamptz) owner to ${owner};
  revoke all on function app.redeem_download_ticket(text, date, timestamptz) from public;
  grant execute on function app.redeem_download_ticket(text, date, timestamptz) to ${runtime};
`;
