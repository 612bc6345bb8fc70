import { medianInterval } from '../../../../server/measures/statistics';

/** As the statement reads the sorted values around the median: from this rank to that one. */
function ranksRead(n: number): [number, number] {
  const reach = 1.1 * Math.sqrt(n) + 2;
  return [Math.max(1, Math.floor(n / 2 - reach)), Math.min(n, Math.ceil(n / 2 + reach))];
}

test('the values that are read hold the bounds of the median whatever the number of records', () => {
  const sizes = [...Array.from({ length: 3000 }, (_, n) => n + 1), 10_007, 99_999, 1_000_000];
  for (const n of sizes) {
    const interval = medianInterval(n);
    if (!interval) continue;
    const [first, last] = ranksRead(n);
    expect([n, interval.lowRank >= first, interval.highRank <= last]).toEqual([n, true, true]);
  }
});
