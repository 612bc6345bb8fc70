import { lastLateDueDate, latenessOf } from '../../server/corrective-actions';

const late = (dueOn: string, today: string) => latenessOf({ state: 'AGREED', dueOn }, today);

describe('how late an action is', () => {
  it.each([
    // due, today, days, working days
    ['2027-01-08', '2027-01-08', 0, 0],
    // Friday: late on Saturday, by no working day yet.
    ['2027-01-08', '2027-01-09', 1, 0],
    ['2027-01-08', '2027-01-11', 3, 1],
    // Sunday goes on to Monday.
    ['2027-01-10', '2027-01-11', 0, 0],
    ['2027-01-10', '2027-01-12', 1, 1],
    // Bastille Day 2027, a Wednesday.
    ['2027-07-14', '2027-07-15', 0, 0],
    ['2027-07-14', '2027-07-16', 1, 1],
    // Friday before the long weekend of 1 November 2027, a Monday.
    ['2027-10-29', '2027-11-02', 4, 1],
    // Easter Monday 2027, and Ascension Day before the Saturday of 8 May.
    ['2027-03-29', '2027-03-30', 0, 0],
    ['2027-03-29', '2027-03-31', 1, 1],
    ['2027-05-06', '2027-05-07', 0, 0],
    ['2027-05-06', '2027-05-10', 3, 1],
    // 1 May 2026, a Friday: the Monday after is in time.
    ['2026-05-01', '2026-05-04', 0, 0],
    ['2026-05-01', '2026-05-05', 1, 1],
    // Days off in Alsace-Moselle (Good Friday) or overseas (22 May 2028 in Martinique) alone move no national delay.
    ['2027-03-25', '2027-03-26', 1, 1],
    ['2028-05-22', '2028-05-23', 1, 1],
    // Across the change of the clocks on 28 March 2027.
    ['2027-03-26', '2027-03-30', 4, 1],
  ])('due on %s is late on %s by %i days, %i of them working days', (dueOn, today, days, workingDays) => {
    expect(late(dueOn, today)).toEqual({ days, workingDays });
    expect(dueOn <= lastLateDueDate(today)).toBe(days > 0);
  });

  it('is nothing for what its service owes no more', () => {
    const settled = ['PROPOSED', 'DONE', 'VERIFIED', 'WAIVED'] as const;
    expect(settled.map((state) => latenessOf({ state, dueOn: '2020-01-01' }, '2027-01-11').days)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(latenessOf({ state: 'REOPENED', dueOn: '2027-01-04' }, '2027-01-11')).toEqual({
      days: 7,
      workingDays: 5,
    });
  });
});
