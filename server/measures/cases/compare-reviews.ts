import type { UnitOfWork } from '../../database/unit-of-work';
import type { CaseSample } from './case-sample.entity';

/** Two auditors, in the order of their ids: the same one comes first in every record of a sample. */
export type Raters = readonly [first: string, second: string];

/** The ratings of two auditors of the records that count: $1 the sample, $2 and $3 the two. */
const PAIRS = `
  from sampled_case k
  join case_review one on one.sampled_case_id = k.id and one.auditor_id = $2 and one.criterion_id is not null
  join case_review other on other.sampled_case_id = k.id and other.auditor_id = $3
    and other.criterion_id = one.criterion_id
  where k.case_sample_id = $1 and k.unavailable_reason is null`;

/** How many ratings two auditors gave differently. */
export async function disputesBetween(uow: UnitOfWork, sample: CaseSample, raters: Raters): Promise<number> {
  const [row] = await uow.sql<{ count: number }>(
    `select count(*)::int as count ${PAIRS} and one.value <> other.value`,
    [sample.id, ...raters],
  );
  return row?.count ?? 0;
}

/** Writes the outcomes of all records: agreed where two auditors judged alike, open elsewhere. From now on they count. */
export async function openOutcomes(uow: UnitOfWork, sample: CaseSample, raters: Raters): Promise<void> {
  await uow.sql(
    `update case_review_submission set is_counted = true where case_sample_id = $1 and auditor_id in ($2, $3)`,
    [sample.id, ...raters],
  );
  await uow.sql(
    `insert into case_outcome (id, case_sample_id, audit_id, sampled_case_id, criterion_id, basis, value, first_value,
       second_value, remarks)
     select gen_random_uuid(), $1, k.audit_id, k.id, one.criterion_id,
       case when one.value = other.value then 'AGREED' end, case when one.value = other.value then one.value end,
       one.value, other.value,
       array(select remark from unnest(array[one.remark, other.remark]) remark where remark is not null order by 1)
     ${PAIRS}`,
    [sample.id, ...raters],
  );
}
