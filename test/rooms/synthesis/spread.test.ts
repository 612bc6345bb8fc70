import { spreadOf } from '../../../server/synthesis/disclosure/spread';
import { isToldCount, serviceShare } from '../../../server/synthesis/disclosure/told-count';

const values = (count: number): number[] => Array.from({ length: count }, (_, at) => (at + 1) / 100);

describe('what is told of a spread over services', () => {
  it('is nothing below five, not even where the middle lies', () => {
    expect(spreadOf(values(4), 2)).toEqual({
      services: 4,
      median: null,
      low: null,
      high: null,
      lowerQuartile: null,
      upperQuartile: null,
    });
  });

  it('is the median from five, quartiles from ten, the interval from twelve services on', () => {
    expect(spreadOf(values(5), 2)).toMatchObject({ median: 0.03, lowerQuartile: null, low: null });
    expect(spreadOf(values(9), 2)).toMatchObject({ median: 0.05, lowerQuartile: null, low: null });
    expect(spreadOf(values(10), 2)).toMatchObject({ lowerQuartile: 0.03, upperQuartile: 0.08, low: null });
    // P(X ≤ 2) for a binomial of 12 and a half is 79/4096, below 0.025: the third and the tenth value.
    expect(spreadOf(values(12), 2)).toMatchObject({ low: 0.03, high: 0.1 });
  });

  it('waits for more services where a campaign wants more', () => {
    expect(spreadOf(values(8), 2, { least: 9 }).median).toBeNull();
    expect(spreadOf(values(9), 2, { least: 9 }).median).toBe(0.05);
  });

  it('wants as many more as could hide on one side of it what its reader knows', () => {
    const known = (count: number, of: number) => spreadOf(values(count), 2, { least: 5, known: of });
    expect(known(8, 2).median).toBeNull();
    // Were the two the lowest, two of the others would lie below the middle one of nine, and four above.
    expect(known(9, 2).median).toBe(0.05);
    expect(known(13, 1).lowerQuartile).toBeNull();
    expect(known(14, 1).lowerQuartile).toBe(0.04);
    expect(known(14, 1).low).toBeNull();
    // The fourth of fifteen is the third of those that he does not know.
    expect(known(15, 1).low).toBe(0.04);
  });

  it('is rounded', () => {
    expect(spreadOf([0.123456, 0.2, 0.31, 0.4, 0.5], 2).median).toBe(0.31);
    expect(Object.is(spreadOf([-0.001, -0.001, -0.001, 0, 0], 2).median, 0)).toBe(true);
  });
});

describe('what is told of a count of services', () => {
  it('is told when it and the rest are none or five, and all of them only of what harms none', () => {
    expect(isToldCount(5, 20, 5, false)).toBe(true);
    expect(isToldCount(4, 20, 5, true)).toBe(false);
    expect(isToldCount(16, 20, 5, true)).toBe(false);
    expect(isToldCount(20, 20, 5, true)).toBe(true);
    expect(isToldCount(20, 20, 5, false)).toBe(false);
    expect(isToldCount(0, 20, 5, false)).toBe(true);
  });

  it('comes with its share and interval, to the hundredth', () => {
    // Wilson for 15 of 20: 0.531 to 0.888.
    expect(serviceShare(15, 20)).toEqual({ services: 15, of: 20, share: 0.75, low: 0.53, high: 0.89 });
  });
});
