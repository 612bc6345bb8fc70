import { FEWEST_SERVICES } from '../measures';

/** Who has answered in surveys `$1`, as a person rather than an account. */
const PARTICIPATIONS = `
  select p.id, p.survey_id, p.side, p.lot, p.audited_service_id, coalesce(a.person_id, p.answered_by_id) as person
  from survey_participation p left join account a on a.id = p.answered_by_id
  where p.survey_id = any($1::uuid[])`;

/**
 * Lots of answers that are full, for surveys `$1`: whoever answered and takes his own answers out, or those about his service,
 * is left with five people about five services. So a lot wants six of either at least, and what is told of it may be told to
 * those who are in it. Two accounts of a person are one.
 */
export const FULL_LOTS = `
  select p.survey_id, p.side, p.lot
  from (
    select p.survey_id, p.side, p.lot,
      least(
        count(distinct o.audited_service_id) filter (where o.person is distinct from p.person),
        count(distinct o.person) filter (where o.person is distinct from p.person),
        count(distinct o.audited_service_id) filter (where o.audited_service_id <> p.audited_service_id),
        count(distinct o.person) filter (where o.audited_service_id <> p.audited_service_id)
      ) as others
    from (${PARTICIPATIONS}) p
    join (${PARTICIPATIONS}) o on o.survey_id = p.survey_id and o.side = p.side and o.lot = p.lot
    group by p.survey_id, p.side, p.lot, p.id
  ) p
  group by p.survey_id, p.side, p.lot
  having min(p.others) >= ${FEWEST_SERVICES}`;
