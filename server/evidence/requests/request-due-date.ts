import { campaignOf, type Audit } from '../../audits';
import { delayBefore } from '../../campaigns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { moveToWorkingDay, parisDate, type CalendarDate } from '../../kernel/working-days';

/**
 * The last day to answer a request: the day given, moved on to a working day, else the day on which the campaign wants
 * the documents complete before the visit.
 * @throws Refusal DUE_DATE_PAST, DUE_DATE_NEEDED (no visit planned, or that day has passed)
 */
export async function requestDueDate(
  uow: UnitOfWork,
  audit: Audit,
  given: CalendarDate | null | undefined,
): Promise<CalendarDate> {
  const path = ['input', 'dueOn'];
  const today = parisDate(uow.now());
  if (given) {
    if (given < today) refuse('DUE_DATE_PAST', path);
    return moveToWorkingDay(given);
  }
  const due = audit.visitOn
    ? delayBefore(await campaignOf(uow, audit), 'documentsComplete', audit.visitOn)
    : null;
  if (due === null || due < today) refuse('DUE_DATE_NEEDED', path);
  return due;
}
