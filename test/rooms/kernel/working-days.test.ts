import fc from 'fast-check';
import {
  addDays,
  addMonths,
  deadline,
  endOfParisDay,
  isWorkingDay,
  moveToWorkingDay,
  parisDate,
  workingDaysBetween,
} from '../../../server/kernel/working-days';

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, as in Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

const anyDay = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2090, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('public holidays', () => {
  it.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('are the eleven national ones in %i', (year) => {
    const sunday = easter(year);
    const holidays = [
      ...['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
        (day) => `${year}-${day}`,
      ),
      ...[1, 39, 50].map((days) => addDays(sunday, days)),
    ];
    const weekdaysOff: string[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(day).getUTCDay());
      if (!weekend && !isWorkingDay(day)) weekdaysOff.push(day);
      if (weekend) expect([day, isWorkingDay(day)]).toEqual([day, false]);
    }
    const expected = holidays.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(weekdaysOff).toEqual([...new Set(expected)].sort());
  });

  it('keep the local ones of Alsace-Moselle as working days', () => {
    expect(isWorkingDay('2026-04-03')).toBe(true); // Good Friday
    expect(isWorkingDay('2025-12-26')).toBe(true);
  });
});

describe('deadline', () => {
  it.each([
    ['2026-03-05', 30, '2026-04-07', 'Saturday before Easter goes past Easter Monday'],
    ['2026-03-02', 15, '2026-03-17', 'a Tuesday stays'],
    ['2026-04-23', 7, '2026-04-30', 'the eve of 1 May stays'],
    ['2026-04-24', 7, '2026-05-04', '1 May 2026 is a Friday, so it goes past the weekend'],
    ['2026-06-01', 0, '2026-06-01', 'no delay'],
    ['2026-05-31', 0, '2026-06-01', 'no delay, from a Sunday'],
    ['2026-12-18', 7, '2026-12-28', 'Christmas on a Friday'],
    ['2026-05-06', -30, '2026-04-03', 'back from Easter Monday to Good Friday'],
    ['2026-06-15', -90, '2026-03-17', 'a Tuesday before'],
  ])('%s %i days → %s (%#: %s)', (from, days, expected) => {
    expect(deadline(from, days)).toBe(expected);
  });

  it('ends on a working day, never sooner than the delay, at most four days later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, days) => {
        const end = deadline(from, days);
        const nominal = addDays(from, days);
        const moved = Math.abs(Date.parse(end) - Date.parse(nominal)) / 86_400_000;
        expect(isWorkingDay(end)).toBe(true);
        expect(moved).toBeLessThanOrEqual(4);
        expect(days < 0 ? end <= nominal : end >= nominal).toBe(true);
      }),
    );
  });
});

describe('moveToWorkingDay', () => {
  it('goes forward unless told otherwise', () => {
    expect(moveToWorkingDay('2026-04-04')).toBe('2026-04-07');
    expect(moveToWorkingDay('2026-04-06', 'BACKWARD')).toBe('2026-04-03');
    expect(moveToWorkingDay('2026-04-07', 'BACKWARD')).toBe('2026-04-07');
  });
});

describe('addDays and addMonths', () => {
  it('cross months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 24)).toBe('2028-11-30');
  });

  it('add up', () => {
    const step = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(anyDay, step, step, (day, a, b) => {
        expect(addDays(addDays(day, a), b)).toBe(addDays(day, a + b));
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    '',
    'today',
    ' 2026-01-01',
  ])('refuse %j', (value) => {
    expect(() => addDays(value, 1)).toThrow(RangeError);
    expect(() => addMonths(value, 1)).toThrow(RangeError);
    expect(() => isWorkingDay(value)).toThrow(RangeError);
    expect(() => endOfParisDay(value)).toThrow(RangeError);
    expect(() => workingDaysBetween('2026-01-01', value)).toThrow(RangeError);
  });

  it('refuse parts of a day and days beyond the calendar', () => {
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', Number.NaN)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 1e15)).toThrow(RangeError);
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-04-03', '2026-04-07', 1],
    ['2026-04-03', '2026-04-06', 0],
    ['2026-03-02', '2026-03-09', 5],
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-09', '2026-03-02', -5],
    ['2025-12-31', '2026-12-31', 252],
  ])('from %s to %s: %i', (from, to, expected) => {
    expect(workingDaysBetween(from, to)).toBe(expected);
  });
});

describe('days in Paris', () => {
  it.each([
    ['2026-01-15T22:59:59.999Z', '2026-01-15'],
    ['2026-01-15T23:00:00Z', '2026-01-16'],
    ['2026-07-15T21:59:59.999Z', '2026-07-15'],
    ['2026-07-15T22:00:00Z', '2026-07-16'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s it is %s', (instant, expected) => {
    expect(parisDate(new Date(instant))).toBe(expected);
  });

  it.each([
    ['2026-01-15', '2026-01-15T23:00:00.000Z', 'winter'],
    ['2026-07-15', '2026-07-15T22:00:00.000Z', 'summer'],
    ['2026-03-28', '2026-03-28T23:00:00.000Z', 'the eve of summer time'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z', 'the day of 23 hours'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z', 'the eve of winter time'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z', 'the day of 25 hours'],
  ])('%s ends at %s (%s)', (date, expected) => {
    expect(endOfParisDay(date).toISOString()).toBe(expected);
  });

  it('end where the next begins, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const end = endOfParisDay(date);
        expect(parisDate(new Date(end.getTime() - 1))).toBe(date);
        expect(parisDate(end)).toBe(addDays(date, 1));
      }),
    );
  });
});
