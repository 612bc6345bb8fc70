import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import type { CalendarDate } from '../kernel/working-days';
import { AuditorUnavailability } from './auditor-unavailability.entity';
import { Auditor } from './auditor.entity';

/** Days on which an auditor cannot be called on, both included. */
export interface AuditorUnavailabilityAddInput {
  id?: string | null;
  auditorId: string;
  fromDate: CalendarDate;
  toDate: CalendarDate;
}

/** Which of them are free again. */
export interface AuditorUnavailabilityRemoveInput {
  auditorUnavailabilityId: string;
}

/**
 * Notes days on which an auditor cannot be called on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, DATES_REVERSED, ALREADY_EXISTS (some of these days are noted already)
 */
export async function addUnavailability(
  uow: UnitOfWork,
  input: AuditorUnavailabilityAddInput,
): Promise<{ auditor: string; auditorUnavailability: string }> {
  const auditor = await uow.require(Auditor, input.auditorId, ['input', 'auditorId']);
  authorise(uow, 'auditorUnavailabilityAdd', { auditorId: auditor.id, personId: auditor.personId });
  const { fromDate, toDate } = input;
  if (toDate < fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  const [noted] = await uow.sql<{ from: string; to: string }>(
    `select from_date as "from", to_date as "to" from auditor_unavailability
     where auditor_id = $1 and from_date <= $3::date and to_date >= $2::date limit 1`,
    [auditor.id, fromDate, toDate],
  );
  if (noted) refuse('ALREADY_EXISTS', ['input'], { what: `${noted.from} – ${noted.to}` });
  const auditorUnavailability = await uow.insert(AuditorUnavailability, {
    ...(input.id ? { id: input.id } : {}),
    auditorId: auditor.id,
    fromDate,
    toDate,
  });
  uow.record({
    act: 'auditorUnavailabilityAdd',
    objectType: 'Auditor',
    objectId: auditor.id,
    detail: { fromDate, toDate },
  });
  return { auditor: auditor.id, auditorUnavailability };
}

/**
 * Frees such days again. They are kept in the trail alone: nothing rests on days that were never used.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function removeUnavailability(
  uow: UnitOfWork,
  input: AuditorUnavailabilityRemoveInput,
): Promise<{ auditor: string }> {
  const path = ['input', 'auditorUnavailabilityId'];
  const { id, auditorId, fromDate, toDate } = await uow.require(
    AuditorUnavailability,
    input.auditorUnavailabilityId,
    path,
  );
  authorise(uow, 'auditorUnavailabilityRemove', { auditorId });
  await uow.sql('delete from auditor_unavailability where id = $1', [id]);
  uow.record({
    act: 'auditorUnavailabilityRemove',
    objectType: 'Auditor',
    objectId: auditorId,
    detail: { fromDate, toDate },
  });
  return { auditor: auditorId };
}
