import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { reviewFactsDaily } from './audits';
import { buildApp, filesFor } from './app';
import { beginDay } from './begin-day';
import { ConfigError, readConfig } from './config';
import { DatabaseError, prepareDatabase } from './database/prepare-database';
import { EmbeddedPostgresError } from './database/embedded-postgres';
import type { Files } from './evidence';
import { fileStoreOf } from './file-store-of';
import { forgetSignIns, oidcIssuersFrom, type OidcIssuer } from './identity';
import { shiftedClock, systemClock, type Clock } from './kernel/clock';
import { openKeys } from './open-keys';
import { failOrphanedOperations, operationsSettled } from './operations';
import { applyDailyRetention } from './personal-data';
import { surviveRejections } from './survive-rejections';
import { loadReferenceLevels } from './measures';
import { forgetReportTickets } from './reports';
import { readReminders, type Reminder } from './notifications';
import { startMessages } from './start-messages';
import { startWebhooks } from './start-webhooks';
import { TEMPLATES_FOLDER } from './templates-folder';
import { loadEventScales } from './radiation-events';
import { loadSurveys } from './surveys';
import { loadTemplates, TemplateFileError } from './templates';
import {
  developmentTrailKey,
  publishTrailKey,
  signDailyCheckpoints,
  trailSignerFromPem,
  type NoteSigner,
} from './trail';

/** The application once it answers. */
export interface Running {
  url: string;
  place: string;
  stop(): Promise<void>;
}

const UPKEEP_EVERY_MS = 30_000;

/**
 * Starts the platform: configuration, database, migrations, audit templates, then HTTP. Stops in the reverse order.
 * @param options.afterLoad what is done before the first request, on the ready database (demonstration accounts)
 * @throws ConfigError, DatabaseError, EmbeddedPostgresError or TemplateFileError, each with one line for people
 */
export async function main(
  environment: NodeJS.ProcessEnv,
  options: {
    log: (line: string) => void;
    afterLoad?: (dataSource: DataSource) => Promise<void>;
  },
): Promise<Running> {
  const config = readConfig(environment);
  const isProduction = config.NODE_ENV === 'production';
  const trailSigner = trailSignerFrom(config.TRAIL_KEY ?? (await developmentTrailKey(config.DATA_DIR)));
  const keys = await openKeys(config, options.log);
  const oidcIssuers = issuersFrom(config.OIDC_ISSUERS);
  const developmentClock = isProduction ? null : shiftedClock();
  const clock = developmentClock ?? systemClock;
  const store = fileStoreOf(config);
  const database = await prepareDatabase(config, options.log);
  const antivirus = config.CLAMD_ADDRESS ?? null;
  const files = filesFor({ dataSource: database.dataSource, clock, store, antivirus });
  const endSurvival = surviveRejections(options.log);
  try {
    await loadTemplates(database.dataSource, TEMPLATES_FOLDER);
    await loadReferenceLevels(database.dataSource, TEMPLATES_FOLDER);
    await loadEventScales(database.dataSource, TEMPLATES_FOLDER);
    await loadSurveys(database.dataSource, TEMPLATES_FOLDER);
    await publishTrailKey(database.dataSource, trailSigner);
    const reminders = readReminders(TEMPLATES_FOLDER);
    const parts: UpkeepParts = { dataSource: database.dataSource, trailSigner, clock, files, reminders };
    await keepUp(parts);
    await options.afterLoad?.(database.dataSource);
    const app = await buildApp({
      dataSource: database.dataSource,
      clock,
      ...(developmentClock ? { developmentClock } : {}),
      files,
      trailSigner,
      keyRing: keys.keyRing,
      secretBox: keys.secretBox,
      accessTokenSeconds: config.ACCESS_TOKEN_SECONDS,
      sessionTimes: { sessionDays: config.SESSION_DAYS, sessionIdleDays: config.SESSION_IDLE_DAYS },
      isSecondFactorRequired: config.SECOND_FACTOR_REQUIRED ?? isProduction,
      isOwnPasswordRequired: isProduction,
      oidcIssuers,
      publicUrl: config.PUBLIC_URL ?? null,
      returnUrls: listed(config.OIDC_RETURN_URLS),
      trustedProxies: listed(config.TRUSTED_PROXIES),
      logLevel: config.LOG_LEVEL,
      isProduction,
      ...(config.ANONYMOUS_INTROSPECTION
        ? { anonymousIntrospection: config.ANONYMOUS_INTROSPECTION === 'on' }
        : {}),
      rateLimits: { perAccount: config.RATE_LIMIT_PER_ACCOUNT, perAddress: config.RATE_LIMIT_PER_ADDRESS },
    });
    await listen(app, config.HOST, config.PORT);
    const { secretBox } = keys;
    const messages = startMessages({
      config,
      dataSource: database.dataSource,
      clock,
      secretBox,
      log: options.log,
    });
    const webhooks = startWebhooks({
      isProduction,
      dataSource: database.dataSource,
      clock,
      secretBox,
      log: options.log,
    });
    const upkeep = setInterval(() => {
      keepUp(parts).catch((error: unknown) => options.log(String(error)));
    }, UPKEEP_EVERY_MS);
    const { port } = app.server.address() as AddressInfo;
    const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
    return {
      url: `http://${host}:${port}`,
      place: database.place,
      async stop() {
        clearInterval(upkeep);
        await Promise.all([messages.stop(), webhooks.stop()]);
        keys.close();
        await app.close();
        await files.settled();
        await operationsSettled(database.dataSource);
        await database.close();
        endSurvival();
      },
    };
  } catch (error) {
    endSurvival();
    keys.close();
    await database.close();
    throw error;
  }
}

function issuersFrom(text: string | undefined): OidcIssuer[] {
  try {
    return text ? oidcIssuersFrom(text) : [];
  } catch (error) {
    throw new ConfigError(`OIDC_ISSUERS: ${(error as Error).message}`);
  }
}

function trailSignerFrom(pem: string): NoteSigner {
  try {
    return trailSignerFromPem(pem.replaceAll('\\n', '\n'));
  } catch {
    throw new ConfigError('TRAIL_KEY: a private Ed25519 key in PEM is expected');
  }
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new ConfigError(`PORT: ${port} is taken on ${host}; set another one`);
    throw error;
  }
}

/** What upkeep works with. */
interface UpkeepParts {
  dataSource: DataSource;
  trailSigner: NoteSigner;
  clock: Clock;
  files: Files;
  reminders: readonly Reminder[];
}

/**
 * What must happen even if nobody asks: operations whose process died end, old rows go, what a new day does to conflicts is
 * looked at, waivers end and follow-ups open on their day, people are reminded and told, the trail is signed, files on
 * their way go on.
 */
async function keepUp({ dataSource, trailSigner, clock, files, reminders }: UpkeepParts): Promise<void> {
  await failOrphanedOperations(dataSource);
  await applyDailyRetention(dataSource);
  await reviewFactsDaily(dataSource, clock);
  await beginDay(dataSource, clock, reminders);
  await signDailyCheckpoints(dataSource, trailSigner);
  await forgetSignIns(dataSource, clock.now());
  await forgetReportTickets(dataSource);
  await files.keepUp();
}

/** Whether the error is one whose message tells a person what to do. */
export function speaksForItself(error: unknown): error is Error {
  return (
    error instanceof ConfigError ||
    error instanceof DatabaseError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof TemplateFileError
  );
}
