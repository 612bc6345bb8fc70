import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime, reader } = DATABASE_ROLES;

/** Whoever belongs to a service of a campaign, or has a tie with one, has no part in its sums: that is all this tells. */
const TIED = `
  create function app.is_tied_to_campaign(campaign uuid) returns boolean language sql stable ${DEFINER} as $$
    select exists (select 1 from audit a where a.campaign_id = campaign
      and a.audited_service_id = any(app.services() || app.walled_services())) $$;
  alter function app.is_tied_to_campaign(uuid) owner to ${owner};
  revoke all on function app.is_tied_to_campaign(uuid) from public;
  grant execute on function app.is_tied_to_campaign(uuid) to ${runtime}, ${reader};`;

/** What is published stays as it is, whoever asks. */
const FROZEN = `
  create function app.synthesis_is_frozen() returns trigger language plpgsql as $$
    begin
      if old.state = 'PUBLISHED' then
        raise exception 'a synthesis is published once, and stays as it is' using errcode = '42501';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
  create trigger synthesis_is_frozen before update or delete on synthesis
    for each row execute function app.synthesis_is_frozen();`;

export const SYNTHESIS_FUNCTIONS = TIED + FROZEN;
