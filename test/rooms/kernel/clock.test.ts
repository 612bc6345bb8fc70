import { settableClock, systemClock } from '../../../server/kernel/clock';

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
