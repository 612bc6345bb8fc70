import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  allocate,
  DRAW_ALGORITHM,
  drawSample,
  nextInRanking,
  rankOf,
  seedOf,
} from '../../../../server/measures/cases/draw-sample';
import { commitmentOf, type ListedRecord } from '../../../../server/measures/cases/list-commitment';
import { verifyDraw, type PublishedDraw } from '../../../../server/measures/cases/verify-draw';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const numbers = (count: number): ListedRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    record: `R${String(index + 1).padStart(3, '0')}`,
    strata: [],
  }));
const drawnFrom = (seed: string, records: readonly ListedRecord[], size: number): string[] =>
  drawSample(seed, records, size).map(({ record }) => record);

describe('a draw without strata', () => {
  it('takes the first of the ranking of the published vector', () => {
    const drawn = drawnFrom('T1-2026-SITE42', numbers(20), 5);
    expect(drawn).toEqual(['R020', 'R015', 'R008', 'R018', 'R019']);
  });

  it('ranks by the hash of seed, bar and record, as sha256sum gives it', () => {
    expect(rankOf('T1-2026-SITE42', 'R020')).toBe(sha256('T1-2026-SITE42|R020'));
  });

  it('does not depend on the order of the list', () => {
    expect(drawnFrom('x', numbers(50).reverse(), 7)).toEqual(drawnFrom('x', numbers(50), 7));
  });

  it('draws the same records first when it draws more', () => {
    expect(drawnFrom('x', numbers(50), 20).slice(0, 7)).toEqual(drawnFrom('x', numbers(50), 7));
  });
});

describe('the seed', () => {
  it('is made from nonce, commitment and word', () => {
    const nonce = 'a'.repeat(64);
    expect(seedOf({ nonce, listSha256: 'bbb', word: 'mot' })).toBe(sha256(`${nonce}|bbb|mot`));
  });
});

describe('the commitment', () => {
  it('is what LC_ALL=C sort | sha256sum gives for the list', () => {
    const records = [
      { record: 'R002', strata: ['adulte'] },
      { record: 'R001', strata: ['enfant'] },
      { record: 'R010', strata: ['adulte'] },
    ];
    expect(commitmentOf(records)).toBe(sha256('R001;enfant\nR002;adulte\nR010;adulte\n'));
  });

  it('sorts by bytes, not by the units of JavaScript', () => {
    const records = [
      { record: 'R1', strata: ['\u{1F600}'] },
      { record: 'R1', strata: ['\uFB01'] },
    ];
    expect(commitmentOf(records)).toBe(sha256('R1;\uFB01\nR1;\u{1F600}\n'));
  });
});

describe('the allocation', () => {
  const given = (sizes: Record<string, number>, n: number): Record<string, number> =>
    Object.fromEntries(allocate(new Map(Object.entries(sizes)), n));

  it('gives what is left over to the largest remainders', () => {
    // Quotas 4.8, 3.2 and 2 of ten: the one place left goes to the remainder of 0.8.
    expect(given({ a: 48, b: 32, c: 20 }, 10)).toEqual({ a: 5, b: 3, c: 2 });
  });

  it('prefers the larger stratum, then the first name, among equal remainders', () => {
    expect(given({ b: 5, a: 5 }, 1)).toEqual({ a: 1, b: 0 });
    expect(given({ a: 1, b: 3 }, 2)).toEqual({ a: 0, b: 2 });
  });

  it('refuses more than there is', () => {
    expect(() => given({ a: 1, b: 1 }, 3)).toThrow(RangeError);
  });

  it('gives all of n, to no stratum more than it has, to each within one of its share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 30 }), fc.nat(), (counts, seed) => {
        const sizes = new Map(counts.map((count, index) => [`s${index}`, count]));
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const n = whole === 0 ? 0 : seed % (whole + 1);
        const shares = allocate(sizes, n);
        expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(n);
        for (const [stratum, size] of sizes) {
          const share = shares.get(stratum) ?? -1;
          expect(share).toBeLessThanOrEqual(size);
          expect(Math.abs(share - (whole === 0 ? 0 : (n * size) / whole))).toBeLessThan(1);
        }
      }),
    );
  });
});

/** Lists of up to 60 records in up to four strata. */
const lists = fc
  .array(fc.record({ n: fc.integer({ min: 1, max: 9999 }), stratum: fc.constantFrom('a', 'b', 'c', 'd') }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => [
    ...new Map(rows.map(({ n, stratum }) => [n, { record: `D-${n}`, strata: [stratum] }])).values(),
  ]);

describe('a draw with strata', () => {
  it('takes from each stratum the first of its own ranking', () => {
    fc.assert(
      fc.property(lists, fc.string(), fc.nat(), (records, seed, n) => {
        const size = n % (records.length + 1);
        const drawn = new Set(drawnFrom(seed, records, size));
        expect(drawn.size).toBe(size);
        const ofStratum = (stratum: string): string[] =>
          records.filter(({ strata }) => strata[0] === stratum).map(({ record }) => record);
        for (const stratum of ['a', 'b', 'c', 'd']) {
          const ranking = ofStratum(stratum).sort((one, other) =>
            sha256(`${seed}|${one}`) < sha256(`${seed}|${other}`) ? -1 : 1,
          );
          const own = ranking.filter((record) => drawn.has(record));
          expect(own).toEqual(ranking.slice(0, own.length));
        }
      }),
    );
  });

  it('replaces a record by the next of its stratum, and by none when it has no other', () => {
    const records = [
      { record: 'A1', strata: ['a'] },
      { record: 'A2', strata: ['a'] },
      { record: 'B1', strata: ['b'] },
      { record: 'B2', strata: ['b'] },
    ];
    const [first] = drawSample('s', records, 2);
    if (!first) throw new Error('nothing drawn');
    const drawn = new Set(drawnFrom('s', records, 2));
    const next = nextInRanking('s', records, first, drawn);
    expect(next?.strata).toEqual(first.strata);
    expect(drawn.has(next?.record ?? '')).toBe(false);
    expect(nextInRanking('s', records, first, new Set([...drawn, next?.record ?? '']))).toBeNull();
  });
});

describe('the chance of a record', () => {
  it('is the same for all, over many seeds', () => {
    const seeds = 4000;
    const hits = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed += 1)
      for (const record of drawnFrom(`seed ${seed}`, numbers(20), 5))
        hits.set(record, (hits.get(record) ?? 0) + 1);
    // A quarter of the draws each; five standard deviations of a binomial on either side.
    const spread = 5 * Math.sqrt(seeds * 0.25 * 0.75);
    for (const { record } of numbers(20))
      expect(Math.abs((hits.get(record) ?? 0) - seeds / 4)).toBeLessThan(spread);
  });
});

describe('verifying a published draw', () => {
  const records = numbers(30);
  const nonce = 'f'.repeat(64);
  const parts = { nonce, listSha256: commitmentOf(records), word: 'tilleul' };
  const seed = seedOf(parts);
  const draw: PublishedDraw = {
    ...parts,
    seed,
    nonceSha256: sha256(nonce),
    algorithm: DRAW_ALGORITHM,
    size: 6,
    populationSize: 30,
    drawn: drawnFrom(seed, records, 6),
  };

  it('finds nothing where all is right', () => {
    expect(verifyDraw(records, draw)).toEqual([]);
  });

  it.each<[string, Partial<PublishedDraw>, readonly ListedRecord[], string[]]>([
    ['another list', {}, numbers(31), ['LIST', 'POPULATION', 'SAMPLE']],
    ['a record taken out', {}, records.slice(1), ['LIST', 'POPULATION']],
    ['another nonce', { nonce: 'e'.repeat(64) }, records, ['NONCE', 'SEED']],
    ['another word', { word: 'chêne' }, records, ['SEED']],
    ['another seed', { seed: 'choisie' }, records, ['SEED', 'SAMPLE']],
    ['a record that was not drawn', { drawn: draw.drawn.slice(0, 5).concat('R999') }, records, ['SAMPLE']],
    ['more than the list has', { size: 31 }, records, ['SAMPLE']],
    ['a way of drawing that it does not know', { algorithm: 'DICE' }, records, ['ALGORITHM']],
  ])('finds %s', (_what, change, list, problems) => {
    const found = verifyDraw(list, { ...draw, ...change });
    expect(found).toEqual(expect.arrayContaining(problems));
    expect(found.length).toBeGreaterThanOrEqual(problems.length);
  });
});
