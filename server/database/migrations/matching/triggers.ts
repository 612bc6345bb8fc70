import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

/**
 * A run goes with its operation: however that ends (deadline, cancellation, a process that died), the run has ended in the
 * same breath, and never stays RUNNING.
 */
const FOLLOWS = `
  create function app.matching_run_follows() returns trigger language plpgsql ${DEFINER} as $$
    begin
      update public.matching_run set
        state = case new.state when 'CANCELLED' then 'DISCARDED' else new.state end,
        failure = new.failure, finished_at = new.finished_at, version = version + 1, updated_at = now()
      where operation_id = new.id and state in ('QUEUED', 'RUNNING');
      return null;
    end $$;
  alter function app.matching_run_follows() owner to ${DATABASE_ROLES.owner};
  revoke all on function app.matching_run_follows() from public;
  create trigger matching_run_follows after update of state on operation for each row
    when (new.kind = 'MATCHING_RUN' and new.state in ('RUNNING', 'FAILED', 'CANCELLED', 'TIMED_OUT'))
    execute function app.matching_run_follows();`;

/** What came out of a run is written once; the columns that say what went in are not granted to anybody. */
const FROZEN = `
  create function app.matching_run_is_frozen() returns trigger language plpgsql as $$
    begin
      if old.finished_at is not null and
        (old.status, old.objective, old.bound, old.gap, old.bound_covers, old.stopped_by, old.solved_seconds, old.failure,
          old.finished_at)
        is distinct from
        (new.status, new.objective, new.bound, new.gap, new.bound_covers, new.stopped_by, new.solved_seconds, new.failure,
          new.finished_at) then
        raise exception 'the outcome of a run is written once' using errcode = '42501';
      end if;
      return new;
    end $$;
  create trigger matching_run_is_frozen before update on matching_run
    for each row execute function app.matching_run_is_frozen();`;

export const TRIGGERS = FOLLOWS + FROZEN;
