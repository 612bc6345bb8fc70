import fc from 'fast-check';
import { globalId } from '../../../server/kernel/ids';
import type { Json } from '../../support/api';
import { worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { nameIn, type Fact } from '../../support/world/world-facts';
import { readSightGolden, type GoldenSight } from './sight-golden';

// There is no aggregate over services yet: what can be counted is `totalCount`, under whatever filters. Two counts and their
// difference never tell of a row that is hidden.

let open: OpenWorld;
let golden: (viewer: string) => GoldenSight;

beforeAll(async () => {
  open = await openWorld();
  golden = readSightGolden(open.world, open.facts);
});
afterAll(() => open.api.close());

const VIEWERS = [
  'tied coordinator',
  'tied steering member',
  'manager A',
  'manager B',
  'lead A',
  'observer',
  'analyst',
];

/** Lists that can be filtered, with the values of their filters and what a filter means of a row. */
const LISTS: Readonly<
  Record<string, { type: string; filters: Readonly<Record<string, readonly string[]>> }>
> = {
  audits: {
    type: 'Audit',
    filters: {
      states: ['PLANNED', 'ON_SITE', 'CONTRADICTORY', 'CLOSED', 'CANCELLED'],
      campaignIds: ['ON_SITE', 'CLOSED', 'PLANNED'],
    },
  },
  assignments: {
    type: 'Assignment',
    filters: {
      states: ['PROPOSED', 'ACCEPTED', 'DECLINED', 'CONFIRMED', 'RECUSED'],
      seats: ['RADIOLOGIST', 'RADIOGRAPHER', 'OBSERVER'],
    },
  },
  recusals: { type: 'Recusal', filters: { states: ['FILED', 'GRANTED', 'REFUSED', 'APPEALED'] } },
  correctiveActions: {
    type: 'CorrectiveAction',
    filters: { states: ['PROPOSED', 'DONE', 'WAIVED', 'VERIFIED'], campaignIds: ['FOLLOW_UP', 'CLOSED'] },
  },
  documentaryFollowUps: { type: 'DocumentaryFollowUp', filters: { states: ['SCHEDULED', 'OPEN', 'CLOSED'] } },
  auditors: {
    type: 'Auditor',
    filters: { professions: ['RADIOLOGIST', 'RADIOGRAPHER'], qualifications: ['QUALIFIED', 'RETIRED'] },
  },
  campaigns: { type: 'Campaign', filters: { states: ['DRAFT', 'CALL_OPEN', 'RUNNING', 'CLOSED'] } },
};

type Filter = Record<string, string[]>;

const COLUMN: Readonly<Record<string, string>> = {
  states: 'state',
  seats: 'seat',
  professions: 'profession',
  qualifications: 'qualification',
};

function fits(row: Fact, filter: Filter): boolean {
  return Object.entries(filter).every(([name, values]) =>
    name === 'campaignIds'
      ? values.includes(campaignOf(row))
      : values.includes(String(row[COLUMN[name] ?? ''])),
  );
}

/** The campaign of a row, by name: an action has the one of its audit. */
function campaignOf(row: Fact): string {
  const audit = open.facts.rows.get('Audit')?.get(String(row['auditId']));
  return nameIn(open.world, 'Campaign', String(row['campaignId'] ?? audit?.['campaignId']));
}

const pairs = fc.constantFrom(...Object.keys(LISTS)).chain((list) => {
  const filters = LISTS[list]?.filters ?? {};
  const filter = fc.record(
    Object.fromEntries(
      Object.entries(filters).map(([name, values]) => [
        name,
        fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc.tuple(
    fc.constant(list),
    fc.constantFrom(...VIEWERS),
    filter as fc.Arbitrary<Filter>,
    filter as fc.Arbitrary<Filter>,
  );
});

describe('counts', () => {
  it('of 1,000 random pairs of filters, and their difference, tell of visible rows alone', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(pairs, async ([list, viewer, one, other]) => {
        const type = LISTS[list]?.type ?? '';
        const given = (filter: Filter): Json => ({
          ...filter,
          ...(filter['campaignIds']
            ? {
                campaignIds: filter['campaignIds'].map((name) =>
                  globalId('Campaign', worldId('campaign', name)),
                ),
              }
            : {}),
        });
        const { data } = await open.api.as(worldId('account', viewer)).run(
          `query ($one: ${type}Filter, $other: ${type}Filter) {
            one: ${list}(first: 1, filter: $one) { totalCount } other: ${list}(first: 1, filter: $other) { totalCount } }`,
          { one: given(one), other: given(other) },
        );
        const seen = [...(open.facts.rows.get(type)?.values() ?? [])].filter((row) =>
          golden(viewer)
            .rows(type)
            .has(nameIn(open.world, type, row.id)),
        );
        const count = (filter: Filter): number => seen.filter((row) => fits(row, filter)).length;
        // Where somebody may not give a filter, there is no list at all.
        const counted = (answer: Json): number => answer?.totalCount ?? 0;
        const difference = counted(data.one) - counted(data.other);
        expect([counted(data.one), counted(data.other), difference]).toEqual([
          count(one),
          count(other),
          count(one) - count(other),
        ]);
        compared += 1;
      }),
      { numRuns: 1000, seed: Number(process.env['SEED'] ?? 20270111) },
    );
    expect(compared).toBe(1000);
  });
});
