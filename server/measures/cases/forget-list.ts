import type { UnitOfWork } from '../../database/unit-of-work';
import type { ListedRecord } from './list-commitment';

/** Every record of the list of a sample, as it was given. */
export function recordsOf(uow: UnitOfWork, sampleId: string): Promise<ListedRecord[]> {
  return uow.sql<ListedRecord>(
    'select record_number as record, strata from case_list_record where case_sample_id = $1',
    [sampleId],
  );
}

/**
 * Forgets the list of a sample and what is left of its secret: another list takes its place, or nothing is drawn from it any
 * more. Its commitment stays.
 */
export async function forgetList(uow: UnitOfWork, sampleId: string): Promise<void> {
  await uow.sql('delete from case_list_record where case_sample_id = $1', [sampleId]);
  await uow.sql('delete from case_draw_secret where id = $1', [sampleId]);
}
