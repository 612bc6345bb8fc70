import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { buildApp, filesFor, type AppOptions } from '../../server/app';
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import { filesOf, folderStore, type Files, type FileStore, type WhenUploaded } from '../../server/evidence';
import {
  keyRing,
  newSecretsKey,
  newSigningKeyPem,
  secretBox,
  signAccessToken,
  signingKeyFromPem,
  type AccessClaim,
  type KeyRing,
  type SecretBox,
  type SigningKey,
} from '../../server/identity';
import { settableClock, type ShiftedClock } from '../../server/kernel/clock';
import { newTrailKeyPem, publishTrailKey, trailSignerFromPem, type NoteSigner } from '../../server/trail';
import { SESSION_FOR_EVERY_ACCOUNT } from './open-sessions';
import { SLOW_MACHINE_MS, withDatabase } from './start-database';

/** What the API answered. */
export interface Answer {
  status: number;
  data: Json;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/**
 * A JSON answer, read by path; tests assert its leaves exactly, so its type says nothing. (Settled: do not change it;
 * annotate callback parameters as `Json` where the compiler asks.)
 */
export type Json = any;

/** One signed-in (or anonymous) client. */
export interface ApiClient {
  run(
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /**
   * Calls one mutation and gives its payload; an idempotency key is added unless the input has one.
   * @param selection fields of the payload beside `userErrors` and `replayed`
   */
  act(mutation: string, input: Record<string, unknown>, selection?: string): Promise<Json>;
}

/** A running API on a database of its own. */
export interface TestApi {
  url: string;
  clock: ReturnType<typeof settableClock>;
  signingKey: SigningKey;
  trailSigner: NoteSigner;
  keyRing: KeyRing;
  secretBox: SecretBox;
  /** Where files are kept: a folder of the test's own, unless told otherwise. */
  store: FileStore;
  files: Files;
  as(accountId: string | null): ApiClient;
  sql<T = Record<string, Json>>(text: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** When tests begin, unless they set the clock. */
export const TEST_START = '2027-01-11T08:00:00Z';

/** How an API is opened otherwise than usual. */
export interface TestApiOptions {
  /** A clock that clients may set through HTTP, in place of the one that tests set. */
  developmentClock?: ShiftedClock;
  /** Done on the ready database before the first request. */
  afterLoad?: (dataSource: DataSource) => Promise<unknown>;
  /** How strict the application is otherwise than outside production. */
  strictness?: Partial<Pick<AppOptions, 'isProduction' | 'anonymousIntrospection' | 'rateLimits'>>;
  /** Settings that are otherwise those of the demonstration. */
  settings?: Partial<AppOptions>;
  store?: FileStore;
  /** What happens with whole files, in place of what the application does. */
  whenUploaded?: Readonly<Record<string, WhenUploaded>>;
  /** As whom the application reads: `owner` stands before the second wall, so that the first is alone. */
  login?: 'runtime' | 'owner';
}

/** Opens the real application, over HTTP, on a fresh clone of the migrated database. */
export async function openApi({
  developmentClock,
  afterLoad,
  strictness,
  settings,
  store: otherStore,
  whenUploaded,
  login = 'runtime',
}: TestApiOptions = {}): Promise<TestApi> {
  const { address, template } = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as {
    address: DatabaseAddress;
    template: string;
  };
  const database = `vav_test_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client('url' in address ? { connectionString: address.url } : { ...address });
  await admin.connect();
  // A template can be cloned by one session at a time; suites take turns.
  await admin.query(`select pg_advisory_lock(hashtext('vis-a-vis test clone'))`);
  await admin.query(`create database ${database} template ${template}`);
  await admin.query(`select pg_advisory_unlock(hashtext('vis-a-vis test clone'))`);
  const dataSource = createDataSource(
    withDatabase(address, database),
    8,
    login === 'runtime' ? 'runtime' : null,
    SLOW_MACHINE_MS,
  );
  // The test's own hands, above both walls.
  const owner = createDataSource(withDatabase(address, database), 2, null, SLOW_MACHINE_MS);
  await Promise.all([dataSource.initialize(), owner.initialize()]);
  await owner.query(SESSION_FOR_EVERY_ACCOUNT);
  await afterLoad?.(dataSource);
  const clock = settableClock(new Date(TEST_START));
  const signingKey = signingKeyFromPem(newSigningKeyPem());
  const trailSigner = trailSignerFromPem(newTrailKeyPem());
  await publishTrailKey(dataSource, trailSigner);
  const ring = keyRing(signingKey);
  const box = secretBox(newSecretsKey());
  const folder = path.join(os.tmpdir(), database);
  const store = otherStore ?? folderStore(folder);
  const fileParts = { dataSource, clock: developmentClock ?? clock, store };
  const files = whenUploaded ? filesOf({ ...fileParts, whenUploaded }) : filesFor(fileParts);
  const app = await buildApp({
    dataSource,
    files,
    clock: developmentClock ?? clock,
    ...(developmentClock ? { developmentClock } : {}),
    trailSigner,
    keyRing: ring,
    secretBox: box,
    accessTokenSeconds: 600,
    sessionTimes: { sessionDays: 60, sessionIdleDays: 30 },
    isSecondFactorRequired: false,
    isOwnPasswordRequired: false,
    oidcIssuers: [],
    publicUrl: null,
    returnUrls: [],
    trustedProxies: [],
    logLevel: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    isProduction: false,
    ...strictness,
    ...settings,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;

  return {
    url,
    clock,
    signingKey,
    trailSigner,
    keyRing: ring,
    secretBox: box,
    store,
    files,
    as: (accountId) => clientOf(url, accountId && signAccessToken(signingKey, claimOf(accountId), 600)),
    sql: (text, values = []) => owner.query(text, values),
    async close() {
      await app.close();
      await files.settled();
      await rm(folder, { recursive: true, force: true });
      await Promise.all([dataSource.destroy(), owner.destroy()]);
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    },
  };
}

/** What a token says of an account that nobody signed in: the session that every account of a test has. */
export function claimOf(accountId: string): AccessClaim {
  return { accountId, sessionVersion: 1, sessionId: accountId };
}

/** A client with a token of its own. */
export function clientOf(url: string, token: string | null): ApiClient {
  const run: ApiClient['run'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  return {
    run,
    async act(mutation, input, selection = '') {
      const document = `mutation ($input: ${INPUT_TYPES.get(mutation)}!) { ${mutation}(input: $input) {
        ${selection} replayed userErrors { __typename code message path
          ... on ConflictOfInterestError { conflicts { ruleCode level facts } }
          ... on IllegalTransitionError { from allowed }
          ... on StaleVersionError { current { id } } } } }`;
      const answer = await run(document, { input: { idempotencyKey: randomUUID(), ...input } });
      const payload = answer.data?.[mutation];
      if (answer.errors || !payload)
        throw new Error(`${mutation}: ${JSON.stringify(answer.errors ?? answer)}`);
      return payload;
    },
  };
}

const SCHEMA = readFileSync(path.join(__dirname, '../../schema/schema.graphql'), 'utf8');

/** The input type of each mutation, as the schema prints it: some share one. */
const INPUT_TYPES = new Map(
  [...SCHEMA.matchAll(/^ {2}(\w+)\(input: (\w+)!\): \w+Payload!/gm)].map(([, mutation, type]) => [
    mutation,
    type,
  ]),
);
