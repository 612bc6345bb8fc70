import { DOSE_QUANTITIES, QUANTITY } from '../levels/level-words';

const QUARTILES = `'{0.25,0.5,0.75}'::double precision[]`;

/**
 * How far from the middle, in ranks, the order statistics that bound a median can lie: 0.98 √n and a little, whatever n.
 * With `n` as SQL of the number of values.
 */
const REACH = (n: string): string => `1.1 * sqrt(${n}) + 2`;

/**
 * Quartiles of every examination, population and quantity of audits, in one statement: percentile_cont interpolates between
 * order statistics (type 7 of Hyndman and Fan). A row for each that has values: `audit_id`,
 * `exam_code`, `population`, `quantity`, `n`, `q` (lower quartile, median, upper quartile); with `middle`, the sorted values
 * around the median as well, and the rank of the first of them, of which any order-statistics interval is made.
 * @param ofAudits condition on `r.audit_id`
 */
export function quartileStatement(ofAudits: string, { withMiddle }: { withMiddle: boolean }): string {
  const names = DOSE_QUANTITIES.map((quantity) => [quantity, quantity.toLowerCase()] as const);
  const aggregates = names.map(([quantity, name]) => {
    const column = `r.${QUANTITY[quantity].column}`;
    return `count(${column})::int as n_${name},
      percentile_cont(${QUARTILES}) within group (order by ${column}) as q_${name}${
        withMiddle
          ? `, array_agg(${column} order by ${column}) filter (where ${column} is not null) as a_${name}`
          : ''
      }`;
  });
  const values = names.map(
    ([quantity, name]) => `('${quantity}', n_${name}, q_${name}${withMiddle ? `, a_${name}` : ''})`,
  );
  const first = `greatest(1, floor(n / 2.0 - (${REACH('n')})))::int`;
  return `
    select audit_id, exam_code, population, quantity, n, q${
      withMiddle ? `, ${first} as first_rank, a[${first} : ceil(n / 2.0 + ${REACH('n')})::int] as middle` : ''
    }
    from (
      select r.audit_id, r.exam_code, r.population, ${aggregates.join(',\n      ')}
      from dose_record r
      where ${ofAudits} and r.exclusion is null and r.set_aside is null
      group by r.audit_id, r.exam_code, r.population
    ) counted
    cross join lateral (values ${values.join(', ')}) as v (quantity, n, q${withMiddle ? ', a' : ''})
    where n > 0`;
}
