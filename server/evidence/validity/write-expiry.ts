import type { UnitOfWork } from '../../database/unit-of-work';
import type { CalendarDate } from '../../kernel/working-days';

/** Says until when a piece of evidence holds, its last day included; null: no end. */
export async function writeExpiry(
  uow: UnitOfWork,
  evidenceId: string,
  expiresOn: CalendarDate | null,
): Promise<void> {
  await uow.sql(
    `insert into evidence_validity (id, expires_on) values ($1, $2)
     on conflict (id) do update set expires_on = excluded.expires_on`,
    [evidenceId, expiresOn],
  );
}
