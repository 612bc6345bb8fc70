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
  accountOf,
  createContext,
  documentsOf,
  formatError,
  gateOf,
  gatewayOf,
  presumedViewers,
  RATE_LIMITS,
  TOKENS_AT_MOST,
  VALIDATION_ERRORS_AT_MOST,
  type Admission,
  type Application,
  type Context,
  type RateLimits,
} from './graphql';
import { accessTokenReader } from './identity';
import { developmentClockRoute } from './http/development-clock';
import { explorerRoute } from './http/explorer';
import type { ShiftedClock } from './kernel/clock';
import { graphqlRoute, statusForClients } from './http/graphql-route';
import { answerInJson, refuseAddress, refuseConnection } from './http/json-errors';
import { securityHeaders } from './http/security-headers';
import { serverOptions } from './http/server-options';
import { healthRoutes } from './http/health';
import { trailKeysRoute } from './http/trail-keys';

/** The parts of an application, and how loudly it logs. */
export interface AppOptions extends Omit<Application, 'log' | 'readAccessToken' | 'presumed'> {
  logLevel: string;
  /** In production, no detail of the schema goes out in an error, and there is no development clock. */
  isProduction: boolean;
  /** Whether a caller without an account may look at the schema; outside production he may, unless told otherwise. */
  anonymousIntrospection?: boolean;
  /** Points per minute; as in `RATE_LIMITS` unless told otherwise. */
  rateLimits?: RateLimits;
  /** A clock that the demonstration may set; ignored in production. */
  developmentClock?: ShiftedClock;
}

let schema: GraphQLSchema | null = null;

/** Builds the whole application without listening: HTTP routes, API, explorer. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { logLevel, isProduction, developmentClock, rateLimits, anonymousIntrospection, ...parts } = options;
  const log: Logger = pino({
    level: logLevel,
    redact: ['req.headers.authorization', '*.password', '*.accessToken'],
  });
  const readAccessToken = accessTokenReader(parts.signingKey, parts.accessTokenSeconds);
  const application: Application = { ...parts, log, readAccessToken, presumed: presumedViewers() };
  schema ??= buildSchema();
  const documents = documentsOf(schema);
  const gate = gateOf({
    schema,
    documents,
    clock: parts.clock,
    rateLimits: rateLimits ?? RATE_LIMITS,
    hidesSchema: isProduction,
    anonymousIntrospection: anonymousIntrospection ?? !isProduction,
  });
  const apollo = new ApolloServer<Context>({
    gateway: gatewayOf(schema),
    // The gate decides on it, by who asks.
    introspection: true,
    documentStore: documents.store,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: TOKENS_AT_MOST },
    validationOptions: { maxErrors: VALIDATION_ERRORS_AT_MOST },
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
    ...serverOptions,
    genReqId: () => randomUUID(),
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  });
  securityHeaders(http);
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
  answerInJson(http, log);
  graphqlRoute(http, apollo, {
    admit: (request) =>
      gate({
        body: request.body,
        address: request.ip,
        accountId: accountOf(request.headers.authorization, readAccessToken),
        acceptLanguage: request.headers['accept-language'],
      }),
    context: (request, admission: Admission) =>
      createContext(application, {
        authorization: admission.isRunnable ? request.headers.authorization : undefined,
        acceptLanguage: request.headers['accept-language'],
        id: request.id,
        admission,
      }),
  });
  healthRoutes(http, application.dataSource);
  trailKeysRoute(http, application.dataSource);
  explorerRoute(http);
  if (developmentClock && !isProduction) developmentClockRoute(http, developmentClock);
  http.addHook('onClose', () => apollo.stop());
  return http;
}
