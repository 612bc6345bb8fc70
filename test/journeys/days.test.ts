import { openDays } from '../../scripts/demo/clock';
import { settableClock, shiftedClock } from '../../server/kernel/clock';
import { parisDate } from '../../server/kernel/working-days';

const machine = settableClock('2026-11-26T22:50:00Z');
const clock = shiftedClock(machine);

/** The server's side of the clock, without a server. */
function answer(_url: unknown, init?: RequestInit): Promise<Response> {
  clock.shiftTo((JSON.parse(init?.body as string) as { days: number }).days);
  return Promise.resolve(Response.json({ now: clock.now().toISOString() }));
}

/** Moves the machine that plays and the one that serves to an instant. */
function setMachines(instant: string): void {
  machine.set(instant);
  jest.setSystemTime(new Date(instant));
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(globalThis, 'fetch').mockImplementation(answer);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test.each([-735, -330, -215, -151, -30, 0, 1, 230])(
  'late in a winter evening the server shows the date that day %i of a demonstration is',
  async (day) => {
    setMachines('2026-11-26T22:50:00Z');
    const days = await openDays('http://demo.example');
    await days.moveTo(day);
    expect(parisDate(clock.now())).toBe(days.dateOf(day));
  },
);

test('a demonstration that runs past midnight goes on counting from the day on which it began', async () => {
  setMachines('2026-11-26T22:50:00Z');
  const days = await openDays('http://demo.example', -735);
  setMachines('2026-11-26T23:10:00Z');
  await days.moveTo(-200);
  expect(parisDate(clock.now())).toBe(days.dateOf(-200));
  expect(days.dateOf(0)).toBe('2024-11-21');
});
