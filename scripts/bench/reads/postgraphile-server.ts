import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { DATABASE_ROLES } from '../../../server/database/row-level-security';
import { serve, serverSettings } from './serving';

// PostGraphile on the same tables, set up for speed: production mode, no watching, no explorer, no subscriptions, the
// answer written as text straight from the plan, prepared statements (its default). It stands behind the same row policies,
// as somebody whom it knows beforehand.
const { address, pool, identity } = serverSettings();
const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      ...('url' in address ? { connectionString: address.url } : {}),
      poolConfig: { ...('url' in address ? {} : address), max: pool },
      schemas: ['public'],
      pgSettings: { role: DATABASE_ROLES.runtime, ...identity },
      pubsub: false,
    }),
  ],
  grafast: { explain: false },
  grafserv: { watch: false, graphiql: false, websockets: false, outputDataAsString: true },
};

async function start(): Promise<void> {
  const instance = postgraphile(preset);
  await instance.getSchema();
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  serve(server);
}

start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
