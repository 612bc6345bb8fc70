import type { FastifyInstance } from 'fastify';
import type { ShiftedClock } from '../kernel/clock';

/** Where the demonstration sets the clock. */
export const CLOCK_PATH = '/development/clock';

const LIMIT_DAYS = 4_000;

/**
 * `POST /development/clock { "days": -300 }` shows the server another day, so that a campaign of a year can be played in
 * a minute. Never mounted in production.
 * @param begin does what the new day brings by itself, before the answer
 */
export function developmentClockRoute(
  http: FastifyInstance,
  clock: ShiftedClock,
  begin: () => Promise<void>,
): void {
  http.post<{ Body: { days?: unknown } | null }>(CLOCK_PATH, async (request, reply) => {
    const days = request.body?.days;
    if (typeof days !== 'number' || !Number.isInteger(days) || Math.abs(days) > LIMIT_DAYS) {
      const message = `Send { "days": n }, a whole number between -${LIMIT_DAYS} and ${LIMIT_DAYS}.`;
      return reply.code(400).send({ errors: [{ message, extensions: { code: 'VALIDATION' } }] });
    }
    clock.shiftTo(days);
    await begin();
    return { now: clock.now().toISOString() };
  });
}
