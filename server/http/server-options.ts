import type { FastifyHttpOptions } from 'fastify';
import type { Server } from 'node:http';

/** Longest request body taken, in bytes: an imported registry file is the largest that is expected. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/** How long a client may take, in milliseconds, and how large its head may be, in bytes. */
export const PATIENCE = {
  /** Until the head of a request is there, counted from the connection's first moment. */
  headers: 5_000,
  /** Until all of a request is there; see `requestDeadline`, and `FILE_PATIENCE` for files. */
  request: 10_000,
  /** Between two requests. */
  keepAlive: 65_000,
  /** How often Node looks for those that take longer; it would do so every 30 seconds. */
  check: 1_000,
  headerBytes: 16 * 1024,
} as const;

/** What Fastify and the server under it are told so that slow and oversized requests cost little. */
export const serverOptions = {
  bodyLimit: BODY_LIMIT,
  keepAliveTimeout: PATIENCE.keepAlive,
  connectionTimeout: 60_000,
  http: {
    headersTimeout: PATIENCE.headers,
    // For all routes alike; ours are told apart.
    requestTimeout: 0,
    connectionsCheckingInterval: PATIENCE.check,
    maxHeaderSize: PATIENCE.headerBytes,
    // Node's own refusal has no body; `answerInJson` refuses instead.
    requireHostHeader: false,
  },
} as const satisfies FastifyHttpOptions<Server>;
