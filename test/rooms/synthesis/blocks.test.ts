import fc from 'fast-check';
import { blocksOf, mayTell, type Services } from '../../../server/synthesis/disclosure/blocks';

const LEAST = 5;
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `s${at}`);

/** Rank of rows of numbers, by elimination. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = left[at]![column]! / left[rank]![column]!;
      left[at] = left[at]!.map((value, place) => value - factor * left[rank]![place]!);
    }
    rank += 1;
  }
  return rank;
}

/**
 * Whether sums over groups can be added and subtracted, in any multiples, until something is left that is made of `few` and of
 * what is known anyway: the groups without those columns have a lower rank than without the known ones.
 */
function isolates(
  groups: readonly Services[],
  all: readonly string[],
  few: Services,
  own: Services,
): boolean {
  const rows = (without: (service: string) => boolean): number[][] =>
    groups.map((group) =>
      all.filter((service) => !without(service)).map((service) => Number(group.has(service))),
    );
  return rankOf(rows((s) => own.has(s) || few.has(s))) < rankOf(rows((s) => own.has(s)));
}

/** All sets of one to four of some services. */
function* fewOf(
  services: readonly string[],
  most = LEAST - 1,
  from = 0,
  taken: string[] = [],
): Generator<Services> {
  if (taken.length > 0) yield new Set(taken);
  if (taken.length === most) return;
  for (let at = from; at < services.length; at += 1)
    yield* fewOf(services, most, at + 1, [...taken, services[at]!]);
}

interface Query {
  asker: number;
  members: boolean[];
}

const queries = (services: number, askers: number): fc.Arbitrary<Query[]> =>
  fc.array(
    fc.record({
      asker: fc.nat({ max: askers - 1 }),
      members: fc.array(fc.boolean(), { minLength: services, maxLength: services }),
    }),
    { minLength: 1, maxLength: 60 },
  );

/** Plays queries against the guard; each asker belongs to an organisation of one or two services. */
function answered(all: readonly string[], owns: readonly Services[], asked: readonly Query[]) {
  const whole = new Set(all);
  const told: { group: Services; asker: number }[] = [];
  for (const { asker, members } of asked) {
    const group = new Set(all.filter((_, at) => members[at]));
    const known = [whole, ...told.filter((each) => each.asker === asker).map((each) => each.group)];
    const before = [whole, ...told.map((each) => each.group)];
    if (mayTell(group, { answered: before, known, own: owns[asker]!, least: LEAST }))
      told.push({ group, asker });
  }
  return told;
}

describe('the guard against series of queries', () => {
  const all = names(14);
  const owns = [new Set(['s0']), new Set(['s1', 's2']), new Set(['s13'])];

  it('leaves nobody, with everybody’s answers, fewer than five services by any sums and differences', () => {
    let toldInAll = 0;
    fc.assert(
      fc.property(queries(14, 3), (asked) => {
        const told = answered(all, owns, asked);
        toldInAll += told.length;
        const groups = [new Set(all), ...told.map(({ group }) => group)];
        for (const few of fewOf(all)) expect(isolates(groups, all, few, new Set())).toBe(false);
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(toldInAll).toBeGreaterThan(20);
  });

  it('leaves no organisation fewer than five others, its own figures taken away', () => {
    fc.assert(
      fc.property(queries(14, 3), (asked) => {
        const told = answered(all, owns, asked);
        owns.forEach((own, asker) => {
          const groups = [
            new Set(all),
            ...told.filter((each) => each.asker === asker).map(({ group }) => group),
          ];
          const others = all.filter((service) => !own.has(service));
          for (const few of fewOf(others)) expect(isolates(groups, all, few, own)).toBe(false);
        });
      }),
      { numRuns: 20, seed: 8 },
    );
  });

  it('leaves no service fewer than five others, though it knows none of those it is linked with', () => {
    const linked = [new Set(all.slice(0, 6)), new Set(['s6', 's7']), new Set(['s13'])];
    let toldInAll = 0;
    fc.assert(
      fc.property(queries(14, 3), (asked) => {
        const told = answered(all, linked, asked);
        toldInAll += told.length;
        linked.forEach((own, asker) => {
          // Its answers are made of all of a group but itself.
          const [self] = [...own] as [string];
          const sums = told
            .filter((each) => each.asker === asker)
            .map(({ group }) => new Set([...group].filter((service) => service !== self)));
          const others = all.filter((service) => service !== self);
          for (const few of fewOf(others))
            expect(isolates([new Set(all), ...sums], all, few, new Set([self]))).toBe(false);
        });
      }),
      { numRuns: 12, seed: 9 },
    );
    expect(toldInAll).toBeGreaterThan(10);
  });

  it('sees what comparing groups two by two would not', () => {
    const forty = names(40);
    const [whole, first, second] = [
      new Set(forty),
      new Set(forty.slice(0, 20)),
      new Set(forty.slice(20, 37)),
    ];
    const difference = (x: Services, y: Services) => [...x].filter((service) => !y.has(service)).length;
    for (const x of [whole, first, second])
      for (const y of [whole, first, second]) expect([0, 17, 20, 23]).toContain(difference(x, y));
    // The whole less one and less the other: three are left.
    expect(isolates([whole, first, second], forty, new Set(forty.slice(37)), new Set())).toBe(true);
    const asked = { answered: [whole, first], known: [whole], own: new Set<string>(), least: LEAST };
    expect(mayTell(second, asked)).toBe(false);
    expect(mayTell(new Set(forty.slice(20, 35)), asked)).toBe(true);
  });

  it('tells the same group as often as it is asked', () => {
    const whole = new Set(all);
    const half = new Set(all.slice(0, 7));
    const asked = { answered: [whole, half], known: [whole, half], own: new Set(['s0']), least: LEAST };
    expect(mayTell(half, asked)).toBe(true);
    expect(mayTell(whole, asked)).toBe(true);
  });

  it('counts others than the asker’s own', () => {
    const whole = new Set(all);
    const asked = { answered: [whole], known: [whole], least: LEAST };
    const group = new Set(all.slice(0, 6));
    expect(mayTell(group, { ...asked, own: new Set(['s0']) })).toBe(true);
    expect(mayTell(group, { ...asked, own: new Set(['s0', 's1']) })).toBe(false);
  });

  it('knows the blocks that groups are made of', () => {
    const blocks = blocksOf([new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd'])]);
    expect(blocks.map((block) => [...block].sort().join('')).sort()).toEqual(['a', 'bc', 'd']);
  });
});
