import { nextTry, WEBHOOK_RETRY_SECONDS } from '../../../server/notifications/webhooks/retry-schedule';

const NOW = new Date('2027-01-11T08:00:00Z');
const WALL = Date.parse('2026-11-26T12:00:00Z');
const secondsUntil = (tries: number, retryAfter: string | null = null) => {
  const next = nextTry(tries, retryAfter, NOW, WALL);
  return next && (next.getTime() - NOW.getTime()) / 1_000;
};

describe('when a delivery is tried again', () => {
  it('follows the schedule of Standard Webhooks, and ends', () => {
    expect(WEBHOOK_RETRY_SECONDS.map((_, index) => secondsUntil(index + 1))).toEqual([
      5,
      300,
      1_800,
      7_200,
      5 * 3_600,
      10 * 3_600,
      10 * 3_600,
    ]);
    expect(secondsUntil(WEBHOOK_RETRY_SECONDS.length + 1)).toBeNull();
  });

  it.each([
    ['120', 120],
    ['3', 5],
    ['0', 5],
    ['-7', 5],
    ['9999999999', 86_400],
    ['99999999999999', 5],
    ['Thu, 26 Nov 2026 12:10:00 GMT', 600],
    ['Thu, 26 Nov 2020 12:10:00 GMT', 5],
    ['Thu, 26 Nov 2037 12:10:00 GMT', 86_400],
    ['soon', 5],
    ['', 5],
  ])('honours Retry-After %s within bounds: %d seconds', (retryAfter, seconds) => {
    expect(secondsUntil(1, retryAfter)).toBe(seconds);
  });

  it('gives a receiver that asks for more time no more attempts', () => {
    expect(secondsUntil(WEBHOOK_RETRY_SECONDS.length + 1, '60')).toBeNull();
  });
});
