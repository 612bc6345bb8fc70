import type { LimitCode } from '../../kernel/limit-messages';

/** One limit: how much is taken, and what is counted (for the README's table). */
interface Limit {
  most: number;
  what: string;
}

/**
 * What one request may ask of the server, by the code under which more is refused. All of it is counted before the
 * first resolver and before any statement is sent.
 */
export const LIMITS: Readonly<Record<LimitCode, Limit>> = {
  DOCUMENT_TOO_LONG: { most: 30_000, what: 'characters of the document' },
  QUERY_TOO_DEEP: { most: 20, what: 'fields within fields, and values within values' },
  QUERY_TOO_NESTED: { most: 40, what: 'fields and fragments within one another' },
  QUERY_TOO_MANY_FIELDS: { most: 2_000, what: 'fields and fragments, each as often as it is spread' },
  QUERY_TOO_MANY_ROOT_FIELDS: { most: 50, what: 'fields at the root of an operation' },
  QUERY_TOO_MANY_MUTATIONS: { most: 10, what: 'mutations in an operation' },
  QUERY_TOO_MANY_ALIASES: { most: 50, what: 'aliases' },
  QUERY_TOO_MANY_REPETITIONS: { most: 100, what: 'fields asked for again beside themselves' },
  QUERY_TOO_MANY_DIRECTIVES: { most: 50, what: 'directives in the document' },
  FIELD_TOO_MANY_DIRECTIVES: { most: 4, what: 'directives in one place' },
  LIST_TOO_LONG: { most: 1_000, what: 'entries of a list, in the document or in its variables' },
  VARIABLES_TOO_LARGE: {
    most: 10_000,
    what: 'values in the variables, all lists and objects counted through',
  },
  TEXT_TOO_LONG: { most: 20_000, what: 'characters in the variables of a caller who is not signed in' },
  QUERY_TOO_LARGE: {
    most: 50_000,
    what: 'objects, every page at its full size, pages within pages multiplied',
  },
};

/** Most words that a document may have; the parser counts them. */
export const TOKENS_AT_MOST = 2_000;

/** Most validation errors that are told, so that telling them costs little. */
export const VALIDATION_ERRORS_AT_MOST = 5;

/** What is counted as how many objects. */
export const WEIGHTS = {
  /** Rows that a plain list is taken to have. */
  list: 20,
  /** A mutation: a transaction, its checks and its trace. */
  mutation: 200,
  /** One look at the schema. */
  introspection: 2_000,
  /** A proof of the trail: it is made of all the leaves of a chain. */
  proof: 25_000,
  /** A report as it would be signed: a dozen statements for each, and all that an audit holds. */
  preview: 2_500,
} as const;

/** So many objects make one point of the rate limit. */
export const OBJECTS_PER_POINT = 100;

/** Points per minute. */
export interface RateLimits {
  perAccount: number;
  perAddress: number;
  /** Requests about webhooks of one account in a quarter of an hour; `WEBHOOK_REQUESTS` unless told otherwise. */
  webhooks?: number;
}

/**
 * Of one account in a quarter of an hour, all that makes the platform ask or tell somebody outside: endpoints opened or
 * moved, tests, replays; dry runs as well, which are signed with the endpoint's secrets.
 */
export const WEBHOOK_REQUESTS = 60;
export const WEBHOOK_REQUESTS_WINDOW_MS = 15 * 60_000;

/** Generous: the demonstration plays a campaign in seconds. */
export const RATE_LIMITS: RateLimits = { perAccount: 120_000, perAddress: 12_000 };

/** The README's table of limits, from the same source. */
export function limitsTable(): string {
  const rows = Object.entries(LIMITS).map(([code, { most, what }]) => `| \`${code}\` | ${most} | ${what} |`);
  return ['| refused with | at most | what is counted |', '| --- | --- | --- |', ...rows].join('\n');
}
