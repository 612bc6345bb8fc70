import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pino, type DestinationStream, type Logger } from 'pino';
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
  rateLimiter,
  TOKENS_AT_MOST,
  VALIDATION_ERRORS_AT_MOST,
  WEBHOOK_REQUESTS,
  WEBHOOK_REQUESTS_WINDOW_MS,
  type Admission,
  type Application,
  type Context,
  type RateLimits,
} from './graphql';
import { reviewFacts } from './audits';
import { leaveOutbox, readReminders, type Reminder } from './notifications';
import { beginDay } from './begin-day';
import { webhookReach, type WebhookReach } from './notifications/webhooks';
import { proposedGrades, whenDosesUploaded } from './measures';
import {
  filesOf,
  scanEvidence,
  type FileStore,
  type Files,
  type UploadPurpose,
  type WhenUploaded,
} from './evidence';
import { accessTokenReader, oidcProvider, type OidcIssuer } from './identity';
import { developmentClockRoute } from './http/development-clock';
import { explorerRoute } from './http/explorer';
import type { ShiftedClock } from './kernel/clock';
import { FILE_PATIENCE, type FilePatience } from './http/file-patience';
import { downloadRoute } from './http/files-download';
import { uploadRoutes } from './http/files-upload';
import { reportDownloadRoute } from './http/reports-download';
import { graphqlRoute, statusForClients } from './http/graphql-route';
import { answerInJson, refuseAddress, refuseConnection } from './http/json-errors';
import { requestDeadline } from './http/request-deadline';
import { securityHeaders } from './http/security-headers';
import { serverOptions } from './http/server-options';
import { healthRoutes } from './http/health';
import { trailKeysRoute } from './http/trail-keys';
import { jwksRoute } from './http/jwks';
import { oauthTokenRoute } from './http/oauth-token';
import { oidcSignInRoutes } from './http/oidc-sign-in';
import { unsubscribeRoute } from './http/unsubscribe';
import { TEMPLATES_FOLDER } from './templates-folder';

/** The parts of an application, and how loudly it logs. */
export interface AppOptions extends Omit<
  Application,
  | 'log'
  | 'readAccessToken'
  | 'presumed'
  | 'providers'
  | 'reviewFacts'
  | 'proposeGrades'
  | 'leaveOutbox'
  | 'webhooks'
  | 'outward'
  | 'reminders'
> {
  logLevel: string;
  /** Where the log is written; the standard output when left out. */
  logTo?: DestinationStream;
  oidcIssuers: readonly OidcIssuer[];
  /** Where browsers reach this server; the address of each request when null. */
  publicUrl: string | null;
  returnUrls: readonly string[];
  trustedProxies: readonly string[];
  /** In production, no detail of the schema goes out in an error, and there is no development clock. */
  isProduction: boolean;
  /** Where webhooks may go: outside production to this machine as well, unless told otherwise. */
  webhooks?: WebhookReach;
  /** Whether a caller without an account may look at the schema; outside production he may, unless told otherwise. */
  anonymousIntrospection?: boolean;
  /** Points per minute; as in `RATE_LIMITS` unless told otherwise. */
  rateLimits?: RateLimits;
  /** Files coming in and going out; see `filesFor`. */
  files: Files;
  /** How slow senders of files may be; as in `FILE_PATIENCE` unless told otherwise. */
  filePatience?: Partial<FilePatience>;
  /** A clock that the demonstration may set; ignored in production. */
  developmentClock?: ShiftedClock;
}

const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  '*.password',
  '*.accessToken',
  '*.refreshToken',
  '*.clientSecret',
  // What a statement that failed was to write: remarks, lists, names. Its text and the database's code stay.
  'err.parameters',
  'err.detail',
  'err.where',
  'err.driverError',
];

/** What files are worked with. */
export interface FilesOptions extends Pick<AppOptions, 'dataSource' | 'clock'> {
  store: FileStore;
  /** Where clamd listens; without it, files are looked into by everything else. */
  antivirus?: string | null;
}

/** What happens with a file once it is whole, by what it was sent for. */
function whenUploaded({
  antivirus = null,
  ...parts
}: FilesOptions): Partial<Record<UploadPurpose, WhenUploaded>> {
  return {
    EVIDENCE: scanEvidence({ ...parts, antivirus }),
    DOSE_IMPORT: whenDosesUploaded(parts.dataSource),
  };
}

/** Files coming in and going out, for the application and for its upkeep. */
export function filesFor(options: FilesOptions): Files {
  const { dataSource, clock, store } = options;
  return filesOf({ dataSource, clock, store, whenUploaded: whenUploaded(options) });
}

let schema: GraphQLSchema | null = null;
let reminders: readonly Reminder[] | null = null;

/** Builds the whole application without listening: HTTP routes, API, explorer. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { logLevel, logTo, oidcIssuers, publicUrl, returnUrls, trustedProxies, ...rest } = options;
  const {
    isProduction,
    developmentClock,
    rateLimits,
    anonymousIntrospection,
    files,
    filePatience,
    ...parts
  } = rest;
  const log: Logger = pino({ level: logLevel, redact: REDACTED }, logTo);
  const readAccessToken = accessTokenReader(parts.keyRing, parts.accessTokenSeconds);
  // On this host alone providers may be spoken to without TLS, in development.
  const providers = new Map(
    oidcIssuers.map((issuer) => [issuer.name, oidcProvider(issuer, !isProduction)] as const),
  );
  const application: Application = {
    ...parts,
    log,
    reviewFacts,
    proposeGrades: proposedGrades,
    leaveOutbox,
    webhooks: options.webhooks ?? webhookReach(isProduction),
    outward: {
      limiter: rateLimiter(parts.clock, WEBHOOK_REQUESTS_WINDOW_MS),
      most: rateLimits?.webhooks ?? WEBHOOK_REQUESTS,
    },
    reminders: (reminders ??= readReminders(TEMPLATES_FOLDER)),
    readAccessToken,
    providers,
    presumed: presumedViewers(),
  };
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
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  });
  securityHeaders(http);
  requestDeadline(http);
  // Its own parser would let any text through to the API.
  http.removeContentTypeParser('text/plain');
  http.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method } = request;
    // Without what follows the path, where providers answer with their codes, and without tickets.
    const url = request.routeOptions.url ?? request.url.split('?')[0];
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
        address: request.ip,
        userAgent: request.headers['user-agent'],
        id: request.id,
        admission,
      }),
  });
  healthRoutes(http, application.dataSource);
  trailKeysRoute(http, application.dataSource);
  jwksRoute(http, application.keyRing);
  oauthTokenRoute(http, application);
  oidcSignInRoutes(http, { ...application, publicUrl, returnUrls, isProduction });
  unsubscribeRoute(http, application);
  const patience = { ...FILE_PATIENCE, ...filePatience };
  uploadRoutes(http, { files, patience, log });
  downloadRoute(http, files, patience, log);
  reportDownloadRoute(http, application, log);
  explorerRoute(http);
  if (developmentClock && !isProduction) {
    developmentClockRoute(http, developmentClock, () =>
      beginDay(options.dataSource, developmentClock, application.reminders),
    );
  }
  http.addHook('onClose', () => apollo.stop());
  return http;
}
