import { readAhead } from '../../../../server/measures/dose/imports/read-ahead';

async function* numbers(log: string[], failsAt = Infinity) {
  try {
    for (let n = 1; n <= 4; n += 1) {
      if (n === failsAt) throw new Error('broken');
      log.push(`made ${n}`);
      yield await Promise.resolve(n);
    }
  } finally {
    log.push('closed');
  }
}

test('asks for the next value while one is worked on, and never for more', async () => {
  const log: string[] = [];
  for await (const n of readAhead(numbers(log))) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`used ${n}`);
  }
  expect(log).toEqual([
    'made 1',
    'made 2',
    'used 1',
    'made 3',
    'used 2',
    'made 4',
    'used 3',
    'closed',
    'used 4',
  ]);
});

test('closes the source when its reader stops, and tells its failure in its turn', async () => {
  const log: string[] = [];
  for await (const n of readAhead(numbers(log))) if (n === 2) break;
  expect(log.at(-1)).toBe('closed');
  const seen: number[] = [];
  const read = async () => {
    for await (const n of readAhead(numbers([], 3))) seen.push(n);
  };
  await expect(read()).rejects.toThrow('broken');
  expect(seen).toEqual([1, 2]);
});
