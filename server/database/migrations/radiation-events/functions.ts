import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/** A scale that somebody may have valued events on stays what it was: its levels, axes and words, for good. */
const FROZEN = `
  create function app.scale_is_frozen() returns trigger language plpgsql as $$
    begin
      if old.state <> 'DRAFT' and
        (old.code, old.number, old.title_fr, old.title_en, old.note_fr, old.note_en, old.source_fr, old.source_en, old.url,
          old.verification_level, old.in_force_from, old.levels, old.axes)
        is distinct from
        (new.code, new.number, new.title_fr, new.title_en, new.note_fr, new.note_en, new.source_fr, new.source_en, new.url,
          new.verification_level, new.in_force_from, new.levels, new.axes) then
        raise exception 'a scale that is tried changes no more' using errcode = '42501';
      end if;
      return new;
    end $$;
  create trigger scale_is_frozen before update on scale_definition
    for each row execute function app.scale_is_frozen();`;

/**
 * Writes the answers of a lot anew, in an order of its own and under other ids, so that neither the order of the rows nor
 * the transaction that wrote each (xmin) leads from an answer to who had answered at that moment.
 */
const SHUFFLED = `
  create function app.shuffle_survey_answers(survey uuid, side text, lot integer) returns void language sql ${DEFINER} as $$
    with taken as (
      delete from survey_answer a where a.survey_id = $1 and a.side = $2 and a.lot = $3 returning a.ratings, a.remark
    )
    insert into survey_answer (id, survey_id, side, lot, ratings, remark)
    select gen_random_uuid(), $1, $2, $3, t.ratings, t.remark from taken t order by random() $$;
  alter function app.shuffle_survey_answers(uuid, text, integer) owner to ${owner};
  revoke all on function app.shuffle_survey_answers(uuid, text, integer) from public;
  grant execute on function app.shuffle_survey_answers(uuid, text, integer) to ${runtime};`;

export const SHARING_FUNCTIONS = FROZEN + SHUFFLED;
