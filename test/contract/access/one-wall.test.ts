import { VIEWERS, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { nameIn, readTypes } from '../../support/world/world-facts';
import { goldenOf, readSightGolden } from './sight-golden';
import { sightOf, type Sight } from './sight';
import { liftFirstWall } from './lift-first-wall';
import { readGolden } from './golden-file';

describe('the first wall alone, the application reading as the owner of the database', () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld({ login: 'owner' });
  });
  afterAll(() => open.api.close());

  it('shows everybody exactly what both walls show', async () => {
    const sights = new Map<string, Sight>();
    for (const viewer of VIEWERS)
      sights.set(viewer, await sightOf(open.api.as(worldId('account', viewer)), open.world, open.facts));
    expect(goldenOf(open.world, open.facts, sights)).toEqual(readGolden('sight'));
  });
});

describe('the second wall alone, every rule of the first opened', () => {
  let open: OpenWorld;
  let close: () => void;
  beforeAll(async () => {
    open = await openWorld();
    close = liftFirstWall();
  });
  afterAll(async () => {
    close();
    await open.api.close();
  });

  it.each(VIEWERS.map((viewer) => [viewer]))('%s', async (viewer) => {
    const { api, world, facts } = open;
    const golden = readSightGolden(world, facts)(viewer);
    const sight = await sightOf(api.as(worldId('account', viewer)), world, facts);
    const more: string[] = [];
    const less: string[] = [];
    for (const { type } of readTypes) {
      for (const id of facts.rows.get(type)?.keys() ?? []) {
        const name = nameIn(world, type, id);
        const got = sight.rows.get(type)?.has(name);
        const may = golden.rows(type).has(name) || golden.reached(type).has(name);
        if (got && !may) more.push(`${type} ${name}`);
        if (may && !got) less.push(`${type} ${name}`);
      }
    }
    expect({ more: [...new Set(more)], less }).toEqual({ more: [], less: [] });
  });
});
