import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime, reader } = DATABASE_ROLES;

/**
 * Records of completed samples, counted by what two raters and then the team said of them: nobody's reviews, and no record.
 * For the team; for the service once it has the draft report; for the programme without a tie once the report is issued; for
 * acts.
 */
const TALLIES = `
  create function app.case_tallies(samples uuid[]) returns table (case_sample_id uuid, criterion_id uuid, strata text[],
    value text, basis text, first_value text, second_value text, cases integer) language sql stable ${DEFINER} as $$
    select s.id, o.criterion_id, k.strata, o.value, o.basis, o.first_value, o.second_value, count(*)::integer
    from case_sample s
    join audit a on a.id = s.audit_id
    join case_outcome o on o.case_sample_id = s.id
    join sampled_case k on k.id = o.sampled_case_id
    where s.id = any(samples) and s.state = 'COMPLETE' and (
      app.is_acting()
      or s.audit_id = any(app.assigned_audits())
      or (a.draft_shared_at is not null and a.audited_service_id = any(app.services()))
      or (a.report_issued_at is not null and app.is_programme()
        and a.audited_service_id <> all(app.walled_services())))
    group by s.id, o.criterion_id, k.strata, o.value, o.basis, o.first_value, o.second_value $$;
  alter function app.case_tallies(uuid[]) owner to ${owner};
  revoke all on function app.case_tallies(uuid[]) from public;
  grant execute on function app.case_tallies(uuid[]) to ${runtime}, ${reader};`;

/** What was drawn stays drawn, and what a seed was made from stays what it was. */
const FROZEN = `
  create function app.case_draw_is_frozen() returns trigger language plpgsql as $$
    begin
      if old.drawn_at is not null and
        (old.strata_names, old.population_size, old.list_sha256, old.nonce_sha256, old.listed_at, old.size, old.nonce, old.word,
          old.seed, old.algorithm, old.drawn_at)
        is distinct from
        (new.strata_names, new.population_size, new.list_sha256, new.nonce_sha256, new.listed_at, new.size, new.nonce, new.word,
          new.seed, new.algorithm, new.drawn_at) then
        raise exception 'a sample is drawn once' using errcode = '42501';
      end if;
      return new;
    end $$;
  create trigger case_draw_is_frozen before update on case_sample
    for each row execute function app.case_draw_is_frozen();`;

/** Once nothing is drawn any more (the visit is over, or there will be none), lists that were never drawn from go. */
const FORGOTTEN = `
  create function app.case_lists_go() returns trigger language plpgsql ${DEFINER} as $$
    begin
      delete from case_list_record l using case_sample s where s.id = l.case_sample_id and s.audit_id = new.id;
      delete from case_draw_secret d using case_sample s where s.id = d.id and s.audit_id = new.id;
      return null;
    end $$;
  alter function app.case_lists_go() owner to ${owner};
  revoke all on function app.case_lists_go() from public;
  create trigger case_lists_go after update of state on audit for each row
    when (new.state in ('DRAFT_REPORT', 'CANCELLED')) execute function app.case_lists_go();`;

export const CASE_FUNCTIONS = TALLIES + FROZEN + FORGOTTEN;
