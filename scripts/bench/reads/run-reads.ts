import { apiTime } from './api-time';
import { answerTo, compareAnswers } from './answers';
import { openBenchDatabase, type BenchDatabase } from '../bench-database';
import { load, type LoadResult } from './load';
import { figuresOf, ratio, type QuestionResult, type Sample, type Samples } from './measurements';
import { findPostmaster, processorTime } from './processor-time';
import { QUESTIONS, requestsOf, VARIANTS, type Question, type Variant } from './questions';
import { nodeForPostgraphile, startServer, type ServerProcess } from './server-process';
import { READS_SEED } from './seed';
import type { ServerSettings } from './serving';
import { openStatementRelay, type StatementCount } from './statement-relay';

/** How long the bench runs. */
export interface ReadsOptions {
  /** Seconds per variant, question and round. */
  seconds: number;
  rounds: number;
  /** Runs all three on the Node that PostGraphile needs, instead of ours and the floor on the present one. */
  isSameNode: boolean;
}

/** What the bench found. */
export interface ReadsResult {
  postgres: { place: string; version: string };
  node: Partial<Record<Variant, string>>;
  options: ReadsOptions;
  /** Why PostGraphile was left out; null when it ran. */
  missing: string | null;
  questions: QuestionResult[];
}

const POOL = 10;
const WARM_UP_SECONDS = 1.5;
const WARM_UP_REQUESTS = 8;
const PROFILE_SECONDS = 2;
// What a request sends after its answer (commit) still belongs to it.
const TRAILING_MS = 150;

type Ids = ReadonlyMap<Question, readonly string[]>;
type Counts = ReadonlyMap<string, StatementCount>;

/**
 * Runs the read bench from beginning to end: fills the database if need be, compares the answers, counts statements,
 * measures in turns.
 * @param stopping ends it early, with everything it started
 * @throws Error when answers differ or a server fails
 */
export async function runReads(
  options: ReadsOptions,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<ReadsResult> {
  const found = nodeForPostgraphile();
  const missing = 'missing' in found ? found.missing : null;
  if (missing) log(missing);
  const variants = VARIANTS.filter((variant) => variant !== 'postgraphile' || !missing);
  const nodeOf = (variant: Variant) =>
    'node' in found && (options.isSameNode || variant === 'postgraphile') ? found.node : process.execPath;

  const database = await openBenchDatabase(process.env, READS_SEED, log);
  const servers: ServerProcess[] = [];
  try {
    const ids = await idsOf(database);
    const accountId = await accountOf(database);
    const settings: ServerSettings = {
      address: database.address,
      pool: POOL,
      accountId,
      identity: await identityOf(database, accountId),
    };
    log('Counting statements.');
    const counts = await countStatements(variants, nodeOf, settings, ids, stopping);
    for (const variant of variants) servers.push(await startServer(variant, nodeOf(variant), settings));
    log('Comparing answers.');
    const compared = new Map<Question, number>();
    for (const question of QUESTIONS)
      compared.set(question, await compareAnswers(servers, question, ids.get(question) ?? []));
    const samples = await measure(
      servers,
      ids,
      options,
      await findPostmaster(database.client),
      log,
      stopping,
    );
    const questions: QuestionResult[] = [];
    for (const question of QUESTIONS) {
      stopping.throwIfAborted();
      const api = servers.find(({ variant }) => variant === 'api');
      const requests = api ? requestsOf('api', question, ids.get(question) ?? [], api.headers) : [];
      questions.push({
        ...resultOf(question, samples.get(question) ?? {}, counts),
        compared: compared.get(question) ?? 0,
        apiTime: api
          ? await apiTime(api, requests, Math.min(PROFILE_SECONDS, options.seconds), stopping)
          : [],
      });
    }
    return {
      postgres: { place: database.place, version: database.version },
      node: Object.fromEntries(servers.map(({ variant, node }) => [variant, node])),
      options,
      missing,
      questions,
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await database.close();
  }
}

async function idsOf({ client }: BenchDatabase): Promise<Ids> {
  const ids = new Map<Question, string[]>();
  for (const question of QUESTIONS) {
    const found = question.ids ? (await client.query<{ id: string }>(question.ids)).rows : [];
    ids.set(
      question,
      found.map(({ id }) => id),
    );
  }
  return ids;
}

async function accountOf({ client }: BenchDatabase): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select account_id as id from role_grant where role = 'COORDINATOR'`,
  );
  return rows[0]?.id ?? '';
}

/** The settings that a transaction entered as the account has. */
async function identityOf({ client }: BenchDatabase, accountId: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ identity: Record<string, string> }>(
    `with entered as materialized (select app.enter($1, 1, current_date) as facts)
     select json_object_agg('app.' || name, current_setting('app.' || name)) as identity
     from entered, unnest(array['account_id', 'person_id', 'auditor_id', 'roles', 'services', 'managed_services',
       'assigned_audits', 'walled_services']) name
     where entered.facts is not null`,
    [accountId],
  );
  return rows[0]?.identity ?? {};
}

const keyOf = (variant: Variant, question: Question) => `${variant} ${question.name}`;

/** The statements of one request, in servers of their own whose connections go through a relay. */
async function countStatements(
  variants: readonly Variant[],
  nodeOf: (variant: Variant) => string,
  settings: ServerSettings,
  ids: Ids,
  stopping: AbortSignal,
): Promise<Counts> {
  const counts = new Map<string, StatementCount>();
  const relay = await openStatementRelay(settings.address);
  if (!relay) return counts;
  try {
    for (const variant of variants) {
      stopping.throwIfAborted();
      const server = await startServer(variant, nodeOf(variant), { ...settings, address: relay.address });
      try {
        for (const question of QUESTIONS) {
          const ask = (index: number) => answerTo(server, question, ids.get(question) ?? [], index);
          for (let index = 0; index < WARM_UP_REQUESTS; index += 1) await ask(index);
          await pause(TRAILING_MS);
          relay.take();
          await ask(WARM_UP_REQUESTS);
          await pause(TRAILING_MS);
          counts.set(keyOf(variant, question), relay.take());
        }
      } finally {
        await server.stop();
      }
    }
  } finally {
    await relay.close();
  }
  return counts;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Rounds in turn, forwards then backwards: what changes on the machine meanwhile falls on all variants alike. */
async function measure(
  servers: readonly ServerProcess[],
  ids: Ids,
  { seconds, rounds }: ReadsOptions,
  postmaster: number | null,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<ReadonlyMap<Question, Samples>> {
  const samples = new Map<Question, Samples>(QUESTIONS.map((question) => [question, {}]));
  const requests = (server: ServerProcess, question: Question) =>
    requestsOf(server.variant, question, ids.get(question) ?? [], server.headers);
  log('Warming up.');
  for (const question of QUESTIONS) {
    for (const server of servers)
      await load(server, requests(server, question), Math.min(WARM_UP_SECONDS, seconds), stopping);
  }
  for (let round = 1; round <= rounds; round += 1) {
    log(`Round ${round} of ${rounds}.`);
    const turn = round % 2 === 1 ? servers : [...servers].reverse();
    for (const question of QUESTIONS) {
      for (const server of turn) {
        const sample = await sampleOf(server, postmaster, () =>
          load(server, requests(server, question), seconds, stopping),
        );
        const all = samples.get(question) ?? {};
        (all[server.variant] ??= []).push(sample);
      }
    }
  }
  return samples;
}

async function sampleOf(
  server: ServerProcess,
  postmaster: number | null,
  run: () => Promise<LoadResult>,
): Promise<Sample> {
  const before = await processorTime(server.pid, postmaster);
  const result = await run();
  const after = await processorTime(server.pid, postmaster);
  const perRequest = (from: number | null | undefined, to: number | null | undefined) =>
    typeof from === 'number' && typeof to === 'number' ? (to - from) / result.requests : null;
  return {
    requestsPerSecond: result.requests / result.seconds,
    p50: result.p50,
    p95: result.p95,
    serverMs: perRequest(before?.server, after?.server),
    postgresMs: perRequest(before?.postgres, after?.postgres),
  };
}

function resultOf(
  question: Question,
  samples: Samples,
  counts: Counts,
): Omit<QuestionResult, 'compared' | 'apiTime'> {
  const result: Omit<QuestionResult, 'compared' | 'apiTime'> = {
    question: question.name,
    what: question.what,
    isBig: question.isBig,
    figures: {},
    toFloor: {},
    apiToPostgraphile: null,
    walledToUnwalled: null,
  };
  const { api, unwalled, floor, postgraphile } = samples;
  for (const variant of VARIANTS) {
    const own = samples[variant];
    if (!own) continue;
    result.figures[variant] = figuresOf(own, counts.get(keyOf(variant, question)) ?? null);
    if (floor) result.toFloor[variant] = ratio(own, floor);
  }
  if (api && unwalled) result.walledToUnwalled = ratio(api, unwalled);
  if (api && postgraphile) result.apiToPostgraphile = ratio(api, postgraphile);
  return result;
}
