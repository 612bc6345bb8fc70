import { settableClock, shiftedClock, systemClock } from '../../../server/kernel/clock';

describe('settableClock', () => {
  it('stands still until it is moved', () => {
    const clock = settableClock('2026-03-01T08:00:00Z');
    expect([clock.now(), clock.now()].map((instant) => instant.toISOString())).toEqual([
      '2026-03-01T08:00:00.000Z',
      '2026-03-01T08:00:00.000Z',
    ]);
  });

  it('advances by every unit at once and can be set back', () => {
    const clock = settableClock(new Date('2026-03-01T08:00:00Z'));
    const reached = clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 });
    expect(reached.toISOString()).toBe('2026-03-02T10:03:04.005Z');
    expect(clock.now()).toEqual(reached);
    clock.set('2025-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2025-01-01T00:00:00.000Z');
  });

  it('cannot be moved through the dates it was given or gave', () => {
    const start = new Date('2026-03-01T08:00:00Z');
    const clock = settableClock(start);
    start.setFullYear(1999);
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-03-01T08:00:00.000Z');
  });

  it('refuses what is no date and what would go back', () => {
    const clock = settableClock('2026-03-01T08:00:00Z');
    expect(() => settableClock('soon')).toThrow(RangeError);
    expect(() => clock.set('soon')).toThrow(RangeError);
    expect(() => clock.advance({ days: -1 })).toThrow(RangeError);
    expect(() => clock.advance({ hours: Number.NaN })).toThrow(RangeError);
    expect(() => clock.advance({ days: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(clock.now().toISOString()).toBe('2026-03-01T08:00:00.000Z');
  });
});

describe('systemClock', () => {
  it('shows the time of the machine', () => {
    const before = Date.now();
    const shown = systemClock.now().getTime();
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(shown).toBeLessThanOrEqual(Date.now());
  });
});

describe('shiftedClock', () => {
  const shown = (machine: string, days: number): string => {
    const clock = shiftedClock(settableClock(machine));
    clock.shiftTo(days);
    return clock.now().toISOString();
  };

  it.each([
    ['from summer back into winter', '2026-07-15T22:30:00.250Z', -215, '2025-12-12T23:30:00.250Z'],
    ['from winter on into summer', '2026-11-26T22:30:00.250Z', 230, '2027-07-14T21:30:00.250Z'],
    ['within one season', '2026-11-26T22:30:00.250Z', 30, '2026-12-26T22:30:00.250Z'],
    ['by nothing, where an hour comes again', '2026-10-25T01:30:00.000Z', 0, '2026-10-25T01:30:00.000Z'],
  ])('shows the same time of day in Paris %s', (_way, machine, days, expected) => {
    expect(shown(machine, days)).toBe(expected);
  });

  it('shows a time that spring leaves out an hour later, and the one that autumn repeats when it comes again', () => {
    // 02:30 in Paris on 28 March 2027 does not exist; on 25 October 2026 it comes at 00:30 and at 01:30 UTC.
    expect(shown('2026-11-26T01:30:00Z', 122)).toBe('2027-03-28T01:30:00.000Z');
    expect(shown('2026-11-26T01:30:00Z', -32)).toBe('2026-10-25T01:30:00.000Z');
  });

  it('runs on like the clock of the machine, and is given back by 0', () => {
    const machine = settableClock('2026-11-26T22:30:00Z');
    const clock = shiftedClock(machine);
    clock.shiftTo(-150);
    expect(clock.now().toISOString()).toBe('2026-06-29T21:30:00.000Z');
    machine.advance({ hours: 1 });
    expect(clock.now().toISOString()).toBe('2026-06-29T22:30:00.000Z');
    clock.shiftTo(0);
    expect(clock.now()).toEqual(machine.now());
  });

  it('refuses part of a day', () => {
    expect(() => shiftedClock().shiftTo(0.5)).toThrow(RangeError);
  });
});
