import { readModels } from '../../../server/graphql/read-models';
import type { ApiClient } from '../../support/api';
import { VIEWERS, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { expectGolden } from './golden-file';
import {
  byConnection,
  byFilter,
  byLookup,
  byNestedCount,
  byNode,
  lookups,
  roots,
  types,
  type Comparison,
  type Look,
} from './paths';
import { sightOf, type Sight } from './sight';
import { goldenOf, readSightGolden, SIGHT_PREFACE, type GoldenSight } from './sight-golden';

let open: OpenWorld;
let golden: (viewer: string) => GoldenSight;
let cells = 0;

beforeAll(async () => {
  open = await openWorld();
});
afterAll(async () => {
  process.stdout.write(`matrix: ${cells} answers looked at, ${VIEWERS.length} accounts and nobody\n`);
  await open.api.close();
});

const everybody: [string][] = [...VIEWERS, 'nobody'].map((viewer) => [viewer]);

/** A client for whom a fault is no answer: nothing may seem hidden by one. */
function steady(client: ApiClient): ApiClient {
  const run: ApiClient['run'] = async (...asked) => {
    const answer = await client.run(...asked);
    const faults = answer.errors?.filter(({ extensions }) => extensions['code'] !== 'UNAUTHENTICATED') ?? [];
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return answer;
  };
  return { ...client, run };
}

function lookOf(viewer: string): Look {
  const client = steady(open.api.as(viewer === 'nobody' ? null : worldId('account', viewer)));
  return { client, world: open.world, facts: open.facts, golden: golden(viewer) };
}

async function expectAgreement(comparisons: readonly Promise<Comparison>[]): Promise<void> {
  for (const comparison of comparisons) {
    const { cells: seen, leaks, refusals } = await comparison;
    cells += seen;
    expect({ leaks, refusals }).toEqual({ leaks: [], refusals: [] });
  }
}

describe('what everybody sees', () => {
  it('through nodes and the edges of what he sees is what the golden file says, each field filled as the row is', async () => {
    const sights = new Map<string, Sight>();
    for (const viewer of VIEWERS) {
      const sight = await sightOf(open.api.as(worldId('account', viewer)), open.world, open.facts);
      expect({ viewer, wrong: sight.wrong }).toEqual({ viewer, wrong: [] });
      cells += sight.cells;
      sights.set(viewer, sight);
    }
    expectGolden('sight', goldenOf(open.world, open.facts, sights), SIGHT_PREFACE);
    golden = readSightGolden(open.world, open.facts);
  });

  it.each(everybody)('%s: the same by the root field of each type, under aliases', async (viewer) => {
    const look = lookOf(viewer);
    await expectAgreement(lookups.map((field) => byLookup(look, field)));
  });

  it.each(everybody)('%s: the same by node(id), through named and inline fragments', async (viewer) => {
    const look = lookOf(viewer);
    await expectAgreement(types.map((type) => byNode(look, type)));
  });

  it.each(everybody)(
    '%s: the same on every page of every list, in every order, and counted',
    async (viewer) => {
      const look = lookOf(viewer);
      await expectAgreement(roots.map((field) => byConnection(look, field)));
    },
  );

  it.each(everybody)('%s: the same counted on every object seen', async (viewer) => {
    const look = lookOf(viewer);
    await expectAgreement(types.map((type) => byNestedCount(look, type)));
  });

  it.each(everybody)('%s: the same through every filter of every list', async (viewer) => {
    const look = lookOf(viewer);
    await expectAgreement(roots.map((field) => byFilter(look, field, matching)));
  });
});

const matched = new Map<string, Promise<ReadonlySet<string>>>();

/** Rows for which a filter holds, as the owner of the database finds them. */
function matching(type: string, name: string, value: unknown): Promise<ReadonlySet<string>> {
  const key = `${type} ${name} ${JSON.stringify(value)}`;
  const known = matched.get(key);
  if (known) return known;
  const model = readModels.get(type);
  const values: unknown[] = [];
  // A day travels with this filter from the resolver on.
  const given = name === 'overdue' ? { is: value, on: '2027-01-11' } : value;
  const condition = model?.filters[name]?.(given, 't', (bound) => `$${values.push(bound)}`);
  const found = open.api
    .sql<{ id: string }>(`select t.id from ${model?.table} t where ${condition}`, values)
    .then((rows) => new Set(rows.map(({ id }) => id)));
  matched.set(key, found);
  return found;
}
