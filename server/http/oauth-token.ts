import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { grantClientToken, signAccessToken, type KeyRing, type SecretBox } from '../identity';
import type { Clock } from '../kernel/clock';
import { Refusal } from '../kernel/outcome';

/** Where client programs get their tokens (RFC 6749 §4.4). */
export const TOKEN_PATH = '/oauth/token';

const BODY_LIMIT = 8 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** What the token endpoint needs of the application. */
export interface TokenParts {
  dataSource: DataSource;
  secretBox: SecretBox;
  keyRing: KeyRing;
  accessTokenSeconds: number;
  clock: Clock;
}

/**
 * `POST /oauth/token` with `grant_type=client_credentials`, the client authenticated by `client_secret_basic`; answers
 * and errors as RFC 6749 §5 has them.
 */
export function oauthTokenRoute(http: FastifyInstance, parts: TokenParts): void {
  // Forms are taken here alone: elsewhere a page of another site could send one.
  void http.register((scope, _options, done) => {
    scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, parsed) =>
      parsed(null, new URLSearchParams(String(body))),
    );
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if ((error.statusCode ?? 500) >= 500) throw error;
      return refused(reply, 400, 'invalid_request');
    });
    scope.post<{ Body: URLSearchParams | null }>(TOKEN_PATH, async (request, reply) => {
      const form = request.body;
      if (!(form instanceof URLSearchParams) || hasRepeated(form))
        return refused(reply, 400, 'invalid_request');
      const client = clientOf(request.headers.authorization);
      if (!client) return refused(reply, 401, 'invalid_client');
      if (!form.has('grant_type')) return refused(reply, 400, 'invalid_request');
      if (form.get('grant_type') !== 'client_credentials')
        return refused(reply, 400, 'unsupported_grant_type');
      const { dataSource, secretBox, keyRing, accessTokenSeconds, clock } = parts;
      const grant = await grantClientToken(
        { dataSource, secretBox, now: clock.now(), lifetimeSeconds: accessTokenSeconds },
        { ...client, scope: form.get('scope') ?? undefined, address: request.ip },
      ).catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      if (!grant) return refused(reply.header('retry-after', '900'), 429, 'invalid_client');
      if ('error' in grant) return refused(reply, grant.error === 'invalid_client' ? 401 : 400, grant.error);
      return reply.headers(NOT_KEPT).send({
        access_token: signAccessToken(keyRing.current(), grant.claim, accessTokenSeconds),
        token_type: 'Bearer',
        expires_in: accessTokenSeconds,
        scope: grant.scope,
      });
    });
    done();
  });
}

const NOT_KEPT = { 'cache-control': 'no-store', pragma: 'no-cache' } as const;

function refused(reply: FastifyReply, status: number, error: string): FastifyReply {
  if (status === 401) void reply.header('www-authenticate', 'Basic realm="vis-a-vis"');
  return reply.code(status).headers(NOT_KEPT).send({ error });
}

/** A parameter must not stand twice (RFC 6749 §3.2). */
function hasRepeated(form: URLSearchParams): boolean {
  return new Set(form.keys()).size < form.size;
}

/** Id and secret of an Authorization header, each decoded as a form value (RFC 6749 §2.3.1). */
function clientOf(authorization: string | undefined): { clientId: string; clientSecret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  const [clientId, clientSecret, ...more] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':');
  if (!clientId || !clientSecret || more.length > 0) return null;
  try {
    return { clientId: decodeURIComponent(clientId), clientSecret: decodeURIComponent(clientSecret) };
  } catch {
    return null;
  }
}
