import { lastDayOf } from '../audited-services';
import type { CalendarDate } from '../kernel/working-days';

/** A tie that the directory shows. */
export interface WantedTie {
  personId: string;
  organisationId: string;
  auditedServiceId: string | null;
}

/** A tie that the directory showed before. */
export interface KnownTie extends WantedTie {
  id: string;
  fromDate: CalendarDate;
  toDate: CalendarDate | null;
}

/** What has to be written for the known ties to be those that the directory shows today. */
export interface TiePlan {
  /** Ties that begin today, the first day on which the directory shows them. */
  begin: WantedTie[];
  /** Ties that had ended today, and go on. */
  resume: { id: string; personId: string }[];
  end: { id: string; personId: string; toDate: CalendarDate }[];
}

/**
 * Compares the ties of people with those that the directory of `today` shows. Nothing is forgotten: a tie that is no
 * longer shown ends the day before, and one that comes back begins anew.
 * @param complete ids of the people all of whose ties the directory shows: only theirs can end
 */
export function planTies(
  wanted: readonly WantedTie[],
  known: readonly KnownTie[],
  complete: ReadonlySet<string>,
  today: CalendarDate,
): TiePlan {
  const open = new Map(known.filter(({ toDate }) => toDate === null).map((tie) => [keyOf(tie), tie]));
  const endedToday = new Map(
    known.filter(({ toDate }) => toDate !== null && toDate >= today).map((tie) => [keyOf(tie), tie]),
  );
  const shown = new Map(wanted.map((tie) => [keyOf(tie), tie]));
  const plan: TiePlan = { begin: [], resume: [], end: [] };
  for (const [key, tie] of shown) {
    const ended = endedToday.get(key);
    if (open.has(key)) continue;
    if (ended) plan.resume.push({ id: ended.id, personId: ended.personId });
    else plan.begin.push(tie);
  }
  for (const [key, { id, personId, fromDate }] of open) {
    if (shown.has(key) || !complete.has(personId)) continue;
    plan.end.push({ id, personId, toDate: lastDayOf(fromDate, today) });
  }
  return plan;
}

function keyOf({ personId, organisationId, auditedServiceId }: WantedTie): string {
  return `${personId} ${organisationId} ${auditedServiceId ?? ''}`;
}
