import { addParisDays } from './working-days';

/** Where the platform reads the time. Whatever has a delay takes one, so that a test can live through a year. */
export interface Clock {
  /** The present instant; a fresh Date at every call. */
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A span of time; its parts add up. A day is 24 hours here: calendar days belong to `working-days.ts`. */
export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
}

/** A clock that stands still until it is moved: for tests and, outside production only, the demonstration. */
export interface SettableClock extends Clock {
  /** Puts the clock at an instant, earlier or later. Throws RangeError for an invalid date. */
  set(instant: Date | string): void;
  /** Moves the clock forward and gives the new instant. Throws RangeError for a span that is negative or not finite. */
  advance(span: Span): Date;
}

/**
 * A clock that shows `start` (a Date or an ISO 8601 text) until it is set or advanced.
 * Throws RangeError when `start` is not a date.
 */
export function settableClock(start: Date | string): SettableClock {
  let current = instantOf(start);
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = instantOf(instant);
    },
    advance: (span) => {
      const step = millisecondsOf(span);
      if (!(step >= 0 && Number.isFinite(step))) throw new RangeError('A clock only advances forward.');
      current = instantOf(new Date(current + step));
      return new Date(current);
    },
  };
}

function millisecondsOf(span: Span): number {
  const hours = (span.days ?? 0) * 24 + (span.hours ?? 0);
  const minutes = hours * 60 + (span.minutes ?? 0);
  const seconds = minutes * 60 + (span.seconds ?? 0);
  return seconds * 1000 + (span.milliseconds ?? 0);
}

function instantOf(value: Date | string): number {
  const instant = new Date(value).getTime();
  if (Number.isNaN(instant)) throw new RangeError(`Not a date: ${String(value)}`);
  return instant;
}

/** The machine's clock, set forward or back by whole days: for the demonstration, outside production only. */
export interface ShiftedClock extends Clock {
  /**
   * Shows the same time of day so many calendar days of Paris from now on (negative: earlier). Throws RangeError unless it is
   * a whole number.
   */
  shiftTo(days: number): void;
}

/** A clock that runs like the machine's until it is shifted. @param machine what it runs like */
export function shiftedClock(machine: Clock = systemClock): ShiftedClock {
  let offset = 0;
  return {
    now: () => new Date(machine.now().getTime() + offset),
    shiftTo: (days) => {
      if (!Number.isSafeInteger(days)) throw new RangeError('A clock is shifted by whole days.');
      const now = machine.now();
      // Between summer and winter a day of 24 hours is not a calendar day: late in the evening it would be another date.
      offset = addParisDays(now, days).getTime() - now.getTime();
    },
  };
}
