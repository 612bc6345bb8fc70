import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pino, type Logger } from 'pino';
import { buildSchema } from '../schema/build-schema';
import {
  createContext,
  formatError,
  gatewayOf,
  presumedViewers,
  type Application,
  type Context,
} from './graphql';
import { accessTokenReader } from './identity';
import { developmentClockRoute } from './http/development-clock';
import { explorerRoute } from './http/explorer';
import type { ShiftedClock } from './kernel/clock';
import { BODY_LIMIT, graphqlRoute, statusForClients } from './http/graphql-route';
import { healthRoutes } from './http/health';

/** The parts of an application, and how loudly it logs. */
export interface AppOptions extends Omit<Application, 'log' | 'readAccessToken' | 'presumed'> {
  logLevel: string;
  /** In production, no detail of the schema goes out in an error, and there is no development clock. */
  isProduction: boolean;
  /** A clock that the demonstration may set; ignored in production. */
  developmentClock?: ShiftedClock;
}

const MAX_TOKENS = 2_000;
const MAX_VALIDATION_ERRORS = 5;

let schema: GraphQLSchema | null = null;

/** Builds the whole application without listening: HTTP routes, API, explorer. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { logLevel, isProduction, developmentClock, ...parts } = options;
  const log: Logger = pino({
    level: logLevel,
    redact: ['req.headers.authorization', '*.password', '*.accessToken'],
  });
  const readAccessToken = accessTokenReader(parts.signingKey, parts.accessTokenSeconds);
  const application: Application = { ...parts, log, readAccessToken, presumed: presumedViewers() };
  schema ??= buildSchema();
  const apollo = new ApolloServer<Context>({
    gateway: gatewayOf(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      {
        requestDidStart: () =>
          Promise.resolve({
            willSendResponse: ({ request, response }) => {
              response.http.status = statusForClients(response.http.status, request);
              return Promise.resolve();
            },
          }),
      },
    ],
    formatError: (formatted, error) => formatError(formatted, error, log),
  });
  await apollo.start();

  const http: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
  });
  // Its own parser would let any text through to the API.
  http.removeContentTypeParser('text/plain');
  http.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method, url } = request;
    log.debug(
      { requestId, method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'unexpected error');
    const message = status >= 500 ? `Internal error ${request.id}` : error.message;
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { code: status >= 500 ? 'INTERNAL' : 'BAD_REQUEST' } }] });
  });
  http.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }] }),
  );
  graphqlRoute(http, apollo, (request) =>
    createContext(application, {
      authorization: request.headers.authorization,
      acceptLanguage: request.headers['accept-language'],
      id: request.id,
    }),
  );
  healthRoutes(http, application.dataSource);
  explorerRoute(http);
  if (developmentClock && !isProduction) developmentClockRoute(http, developmentClock);
  http.addHook('onClose', () => apollo.stop());
  return http;
}
