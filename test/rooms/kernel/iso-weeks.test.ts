import fc from 'fast-check';
import { isIsoWeek, isoWeekOf, mondayOf, workingWeeksBetween } from '../../../server/kernel/iso-weeks';
import { addDays } from '../../../server/kernel/working-days';

describe('ISO weeks', () => {
  it.each([
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2028-01-02', '2027-W52'],
  ])('%s is in %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });

  it.each([
    ['2026-W53', true],
    ['2027-W53', false],
    ['2027-W00', false],
    ['2027-W1', false],
    ['2027-W01', true],
  ])('%s exists: %s', (week, exists) => {
    expect(isIsoWeek(week)).toBe(exists);
  });

  it('hold seven days each, from their Monday on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (days) => {
        const week = isoWeekOf(addDays('2000-01-01', days));
        const monday = mondayOf(week);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        for (let day = 0; day < 7; day += 1) expect(isoWeekOf(addDays(monday, day))).toBe(week);
        expect(isoWeekOf(addDays(monday, 7))).not.toBe(week);
        expect(isIsoWeek(week)).toBe(true);
      }),
    );
  });

  it('count for a period only with a day from Monday to Friday', () => {
    // 9 and 10 January 2027 are a weekend.
    expect(workingWeeksBetween('2027-01-09', '2027-01-10')).toEqual([]);
    expect(workingWeeksBetween('2027-01-08', '2027-01-11')).toEqual(['2027-W01', '2027-W02']);
  });
});
