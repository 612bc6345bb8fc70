import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

/** An import goes with its operation: however that ends, the import has ended in the same breath. */
export const DOSE_IMPORT_FOLLOWS = `
  create function app.dose_import_follows() returns trigger language plpgsql ${DEFINER} as $$
    begin
      update public.dose_import set state = new.state, failure = new.failure, finished_at = new.finished_at,
        version = version + 1, updated_at = now()
      where operation_id = new.id and state = 'RUNNING';
      return null;
    end $$;
  alter function app.dose_import_follows() owner to ${DATABASE_ROLES.owner};
  revoke all on function app.dose_import_follows() from public;
  create trigger dose_import_follows after update of state on operation for each row
    when (new.kind = 'DOSE_IMPORT' and new.state in ('FAILED', 'CANCELLED', 'TIMED_OUT'))
    execute function app.dose_import_follows();`;
