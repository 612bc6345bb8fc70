import { buildWorld, type World } from '.';
import { openApi, type TestApi, type TestApiOptions } from '../api';
import { worldFacts, type WorldFacts } from './world-facts';

/** An API over the world, and what is true of it. */
export interface OpenWorld {
  api: TestApi;
  world: World;
  facts: WorldFacts;
}

/** Opens an API on a database of its own and fills it with the world. */
export async function openWorld(options: TestApiOptions = {}): Promise<OpenWorld> {
  const api = await openApi(options);
  const world = await buildWorld(api);
  return { api, world, facts: await worldFacts(api) };
}
