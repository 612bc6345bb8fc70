import type { Trait } from './stage';

/** What becomes of the applications, and where the audits stand in time. */
export interface Cast {
  /** Lines of the file of sites, from 1, in the order of application. */
  services: readonly number[];
  /** How many of the last applications end otherwise than in an audit. */
  withdrawn: number;
  rejected: number;
  waitlisted: number;
  /** What is told with each audit, on which day its round of visits begins, and which working day of it is its own. */
  audits: readonly { traits: readonly Trait[]; anchor: number; visit: number }[];
}

/** Fewer services cannot take part. */
export const FEWEST = 3;

/** Below this many services one application is rejected and no other ends early. */
const SMALL = 20;

/** The traits that one audit each has, in a campaign with enough audits. */
const ONCE: readonly (readonly Trait[])[] = [
  ['SAFETY'],
  ['DECLINED'],
  ['UNSERVED'],
  ['RECUSAL_GRANTED'],
  ['RECUSAL_APPEALED'],
  ['CONFLICT_AFTER_CONFIRMATION'],
  ['CARENCE'],
  ['SILENT'],
  ['SUSPENDED'],
  ['AMENDED'],
  ['PLAN_RETURNED'],
  ['REOPENED'],
  ['WAIVED'],
];

/** The same for a campaign of a few audits: traits that get along share one. */
const SHARED: readonly (readonly Trait[])[] = [
  ['RECUSAL_GRANTED', 'SAFETY', 'REOPENED', 'AMENDED', 'RECORDS', 'DOSES'],
  ['CONFLICT_AFTER_CONFIRMATION', 'DECLINED', 'WAIVED', 'SUSPENDED'],
  ['RECUSAL_APPEALED', 'CARENCE', 'LATE'],
  ['SILENT', 'PLAN_RETURNED', 'WINDOW_ELAPSES'],
];

/** The audit of a small campaign that nobody can take at first. */
const UNSERVED = 2;

/** In a campaign with enough audits: those whose records are judged by two, and those whose doses are imported. */
const RECORDS_JUDGED = { from: 13, below: 19 };
const DOSES_IMPORTED = { from: 13, below: 23 };

/** Where the audits of a campaign that is still running stand today, by the day on which their visits begin. */
const OPEN_ENDED: readonly { traits: readonly Trait[]; anchor: number }[] = [
  { traits: ['DECLINED'], anchor: -38 }, // contradictory phase
  { traits: ['RECUSAL_APPEALED', 'LATE', 'DOSES'], anchor: -155 }, // follow-up, with actions overdue
  { traits: [], anchor: 47 }, // self-assessment
  { traits: ['PLACED', 'RECORDS'], anchor: 0 }, // on site today
  { traits: ['UNSERVED'], anchor: 86 }, // team shown to the service
  { traits: ['RECUSAL_GRANTED', 'REOPENED', 'AMENDED', 'RECORDS', 'DOSES'], anchor: -210 }, // closed
  { traits: ['CONFLICT_AFTER_CONFIRMATION', 'SILENT', 'WAIVED'], anchor: -202 }, // closed
];

/** The day on which the visits of a whole campaign begin: it ends today. */
const ROUND = -215;
const DAYS_OF_VISITS = 10;

/**
 * Who takes part in a demonstration of so many services.
 * @param count how many services apply, at least `FEWEST`, at most `available`
 * @param available lines of the file of sites
 * @param isOpenEnded whether audits are still under way at the end
 * @throws RangeError when so many cannot take part
 */
export function castOf(count: number, available: number, isOpenEnded: boolean): Cast {
  if (!Number.isInteger(count) || count < FEWEST || count > available)
    throw new RangeError(`${FEWEST} to ${available} services can take part`);
  const services = Array.from({ length: count }, (_, index) => 1 + Math.floor((index * available) / count));
  const isSmall = count < SMALL;
  const early = isSmall
    ? { withdrawn: 0, rejected: 1, waitlisted: 0 }
    : { withdrawn: 1, rejected: 2, waitlisted: 1 };
  const audited = count - early.withdrawn - early.rejected - early.waitlisted;
  const audits = Array.from({ length: audited }, (_, index) =>
    isOpenEnded
      ? { visit: 0, ...(OPEN_ENDED[index % OPEN_ENDED.length] ?? { traits: [], anchor: 0 }) }
      : {
          traits: traitsOf(index, audited, isSmall),
          anchor: ROUND,
          visit: index % DAYS_OF_VISITS,
        },
  );
  return { services, ...early, audits };
}

/**
 * Who takes part in the small campaign of the round before: two audits in which nothing happens beside what happens to all,
 * so that actions hold until the next round comes, and an application that is rejected.
 * @param available lines of the file of sites
 */
export function castOfRoundBefore(available: number): Cast {
  const { services, ...early } = castOf(FEWEST, available, false);
  return { ...early, services, audits: [0, 1].map((visit) => ({ traits: [], anchor: ROUND, visit })) };
}

function sharedTraits(index: number): readonly Trait[] {
  const shared = SHARED[index % SHARED.length] ?? [];
  return index === UNSERVED ? [...shared, 'UNSERVED'] : shared;
}

function traitsOf(index: number, audited: number, isSmall: boolean): readonly Trait[] {
  if (index === audited - 1) return ['CANCELLED'];
  if (isSmall) return sharedTraits(index);
  const regular: Trait[] = [];
  if (index % 7 === 6) regular.push('LATE');
  if (index % 8 === 7) regular.push('WINDOW_ELAPSES');
  if (isWithin(index, RECORDS_JUDGED)) regular.push('RECORDS');
  if (isWithin(index, DOSES_IMPORTED)) regular.push('DOSES');
  return ONCE[index] ?? regular;
}

function isWithin(index: number, { from, below }: { from: number; below: number }): boolean {
  return index >= from && index < below;
}
