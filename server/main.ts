import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { buildApp } from './app';
import { ConfigError, readConfig, type Config } from './config';
import { prepareDatabase } from './database/prepare-database';
import { EmbeddedPostgresError } from './database/embedded-postgres';
import { developmentKey, signingKeyFromPem } from './identity';
import { shiftedClock, systemClock } from './kernel/clock';
import { failOrphanedOperations, operationsSettled } from './operations';
import { loadTemplates, TemplateFileError } from './templates';

/** The application once it answers. */
export interface Running {
  url: string;
  place: string;
  stop(): Promise<void>;
}

const TEMPLATES = path.resolve(
  __dirname,
  __filename.endsWith('.ts') ? '../audit-templates' : '../../audit-templates',
);

const ORPHANS_EVERY_MS = 30_000;

/**
 * Starts the platform: configuration, database, migrations, audit templates, then HTTP. Stops in the reverse order.
 * @param options.afterLoad what is done before the first request, on the ready database (demonstration accounts)
 * @throws ConfigError, EmbeddedPostgresError or TemplateFileError, each with one line for people
 */
export async function main(
  environment: NodeJS.ProcessEnv,
  options: {
    log: (line: string) => void;
    afterLoad?: (parts: {
      dataSource: Awaited<ReturnType<typeof prepareDatabase>>['dataSource'];
      config: Config;
    }) => Promise<void>;
  },
): Promise<Running> {
  const config = readConfig(environment);
  const isProduction = config.NODE_ENV === 'production';
  const pem = config.ACCESS_TOKEN_KEY ?? (await developmentKey(config.DATA_DIR));
  const signingKey = signingKeyFromPem(pem);
  const developmentClock = isProduction ? null : shiftedClock();
  const database = await prepareDatabase(config, options.log);
  try {
    await loadTemplates(database.dataSource, TEMPLATES);
    await failOrphanedOperations(database.dataSource);
    await options.afterLoad?.({ dataSource: database.dataSource, config });
    const app = await buildApp({
      dataSource: database.dataSource,
      clock: developmentClock ?? systemClock,
      ...(developmentClock ? { developmentClock } : {}),
      signingKey,
      accessTokenSeconds: config.ACCESS_TOKEN_SECONDS,
      logLevel: config.LOG_LEVEL,
      isProduction,
    });
    await app.listen({ host: config.HOST, port: config.PORT });
    // An operation whose process died must end as well, even if nobody starts the platform again.
    const watch = setInterval(() => {
      failOrphanedOperations(database.dataSource).catch((error: unknown) => options.log(String(error)));
    }, ORPHANS_EVERY_MS);
    const { port } = app.server.address() as AddressInfo;
    const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
    return {
      url: `http://${host}:${port}`,
      place: database.place,
      async stop() {
        clearInterval(watch);
        await app.close();
        await operationsSettled(database.dataSource);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Whether the error is one whose message tells a person what to do. */
export function speaksForItself(error: unknown): error is Error {
  return (
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof TemplateFileError
  );
}
