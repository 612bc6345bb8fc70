import { signAccessToken } from '../../server/identity';
import { claimOf, type Json, type TestApi } from './api';

/** What came back for a request that was refused. */
export interface Refused {
  status: number;
  /** Codes of top-level errors and of the userErrors of each payload. */
  codes: string[];
}

/** Sends requests that must change nothing. */
export interface Refusals {
  /** Sends a request; fails unless the answer is JSON without innards and every row is as before. */
  send(init: RequestInit, path?: string): Promise<Refused>;
  /** Asks the API, signed in. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Refused>;
  headers(more?: Record<string, string>): Record<string, string>;
  /** Looks at the rows once around many requests, instead of around each. */
  unchanged(work: () => Promise<void>): Promise<void>;
}

/** What would tell how the server is made. */
export const INNARDS =
  /node_modules|\.[jt]s:\d|\n\s+at |QueryFailed|syntax error at|invalid (input|byte)|violates|\bselect\b.+\bfrom\b|\$\d/i;

/**
 * Every row of every table, as one digest per table: a row that is written, even with the same content, is another version
 * of it at another place. Wrong guesses are counted, and must be.
 */
export async function everyRow(api: TestApi): Promise<Record<string, string>> {
  const tables = await api.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'sign_in_attempt' order by 1`,
  );
  const digests = tables.map(
    ({ name }) => `select '${name}' as name,
      count(*) || ' ' || coalesce(sum(hashtextextended(t.ctid::text || ' ' || t.xmin::text, 0)), 0) as digest from "${name}" t`,
  );
  const rows = await api.sql<{ name: string; digest: string }>(digests.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** A token of an account, good for ten minutes. */
export function tokenOf(api: TestApi, accountId: string): string {
  return signAccessToken(api.signingKey, claimOf(accountId), 600);
}

/** A client whose every request is to be refused. */
export function refusalsOf(api: TestApi, accountId: string): Refusals {
  const headers: Refusals['headers'] = (more = {}) => ({
    'content-type': 'application/json',
    authorization: `Bearer ${tokenOf(api, accountId)}`,
    ...more,
  });
  let isWatched = false;
  const unchanged = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isWatched) return work();
    isWatched = true;
    try {
      const before = await everyRow(api);
      const done = await work();
      expect(await everyRow(api)).toEqual(before);
      return done;
    } finally {
      isWatched = false;
    }
  };
  const answer = async (init: RequestInit, path: string): Promise<Refused> => {
    const response = await fetch(api.url + path, { method: 'POST', ...init });
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(text).not.toMatch(INNARDS);
    return { status: response.status, codes: codesIn(JSON.parse(text)) };
  };
  const send: Refusals['send'] = (init, path = '') => unchanged(() => answer(init, path));
  return {
    send,
    headers,
    unchanged,
    ask: (query, variables = {}, more = {}) =>
      send({ headers: headers(more), body: JSON.stringify({ query, variables }) }),
  };
}

function codesIn({ errors = [], data }: Json): string[] {
  const payloads = Object.values<Json>(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  return [
    ...errors.map((error: Json) => error.extensions?.code),
    ...payloads.map((error: Json) => error.code),
  ];
}
