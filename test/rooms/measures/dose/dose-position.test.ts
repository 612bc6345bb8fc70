import {
  DOSE_POSITIONS,
  isBorderline,
  positionOf,
  worstPosition,
} from '../../../../server/measures/dose/statistics/dose-position';

const level = { nrd: 200, vgd: 150, minSampleSize: 30 };
const sample = (median: number, n = 30, interval: [number, number] | null = [median, median]) => ({
  n,
  median,
  interval: interval && { low: interval[0], high: interval[1] },
});

test.each([
  [161, 30, 'BETWEEN'],
  [150, 30, 'AT_OR_BELOW_VGD'],
  [150.1, 30, 'BETWEEN'],
  [200, 30, 'BETWEEN'],
  [200.1, 30, 'ABOVE_NRD'],
  [500, 29, 'INSUFFICIENT'],
])('a median of %d over %d records is %s', (median, n, position) => {
  expect(positionOf(sample(median, n), level)).toBe(position);
});

test('without a level there is none, without a guide value nothing is at or below it', () => {
  expect(positionOf(sample(1), null)).toBe('NO_LEVEL');
  expect(positionOf(sample(1, 2), { nrd: 200, vgd: null, minSampleSize: null })).toBe('BETWEEN');
});

test.each([
  [[151, 199], false],
  [[151, 201], true],
  [[200, 200], false],
  [[150, 175], true],
  [[100, 150], false],
  [[140, 220], true],
] as const)('an interval %j is borderline: %s', (interval, expected) => {
  expect(isBorderline(sample(160, 30, [...interval]), level)).toBe(expected);
});

test('no position, nothing to be sure of', () => {
  expect(isBorderline(sample(160, 29, [100, 300]), level)).toBeNull();
  expect(isBorderline(sample(160, 30, null), level)).toBeNull();
  expect(isBorderline(sample(160), null)).toBeNull();
});

test('the worst of several is the worst of those that could be told', () => {
  expect(worstPosition(DOSE_POSITIONS)).toBe('ABOVE_NRD');
  expect(worstPosition(['AT_OR_BELOW_VGD', 'BETWEEN', 'INSUFFICIENT'])).toBe('BETWEEN');
  expect(worstPosition(['AT_OR_BELOW_VGD', 'NO_LEVEL'])).toBe('AT_OR_BELOW_VGD');
  expect(worstPosition(['NO_LEVEL', 'INSUFFICIENT'])).toBe('INSUFFICIENT');
  expect(worstPosition([])).toBe('NO_LEVEL');
});
