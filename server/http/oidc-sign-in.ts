import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import {
  AnswerRefused,
  beginFlow,
  completeFlow,
  countGuess,
  ProviderUnavailable,
  takeFlow,
  type OidcProvider,
  type SecretBox,
} from '../identity';
import type { Clock } from '../kernel/clock';
import { networkOf } from '../kernel/network-of';
import { Refusal } from '../kernel/outcome';
import { localeOf, type ErrorCode } from '../kernel/messages';
import { refuseWith } from './json-errors';

const PATH = '/sign-in/oidc';
const COOKIE = 'vav_sign_in';
const COOKIE_SECONDS = 600;
const CHALLENGE = /^[\w-]{43}$/;

/** What the routes need of the application. */
export interface OidcParts {
  dataSource: DataSource;
  secretBox: SecretBox;
  clock: Clock;
  log: Logger;
  providers: ReadonlyMap<string, OidcProvider>;
  /** Where browsers reach this server; the address of the request when it is not set. */
  publicUrl: string | null;
  /** Addresses of clients that a browser may be sent back to. */
  returnUrls: readonly string[];
  isProduction: boolean;
}

/**
 * Signing in through an identity provider, as a browser goes: `GET /sign-in/oidc/:issuer?code_challenge=…&return_to=…`
 * sends it there, and `GET /sign-in/oidc/callback` back to the client with a one-use code, or an error, behind `#`. Without
 * `return_to` the code is answered as JSON. No token is ever in an address. `GET /sign-in/oidc` lists the providers.
 */
export function oidcSignInRoutes(http: FastifyInstance, parts: OidcParts): void {
  const { providers, returnUrls, log } = parts;
  const flowParts = () => ({
    dataSource: parts.dataSource,
    secretBox: parts.secretBox,
    now: parts.clock.now(),
  });
  const here = (request: FastifyRequest): string =>
    (parts.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, '');

  http.get(PATH, (request) => {
    const locale = localeOf(request.headers['accept-language']);
    return [...providers.values()].map(({ config: { name, label } }) => ({
      name,
      label: label[locale],
      startPath: `${PATH}/${name}`,
    }));
  });

  http.get<{ Querystring: Record<string, unknown> }>(`${PATH}/callback`, async (request, reply) => {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const { state } = request.query;
    const browser = cookieOf(request);
    const flow =
      typeof state === 'string' && browser ? await takeFlow(flowParts(), { state, browser }) : null;
    const provider = flow && providers.get(flow.issuerName);
    // The answer may not be the browser's own: it is sent nowhere.
    if (!flow || !provider) return refuseWith(request, reply, 400, 'SIGN_IN_CODE_REFUSED');
    void reply.header('set-cookie', cookie(parts, '', 0));
    try {
      const identity = await provider.identityFrom(new URL(here(request) + request.url), flow.secrets);
      const code = await completeFlow(flowParts(), flow, identity);
      return flow.returnUrl === null
        ? await reply.send({ code })
        : await reply.redirect(`${flow.returnUrl}#code=${code}`, 303);
    } catch (error) {
      const [status, errorCode] = outcomeOf(error);
      log.warn({ requestId: request.id, issuer: flow.issuerName, reason: reasonOf(error) }, errorCode);
      return flow.returnUrl === null
        ? refuseWith(request, reply, status, errorCode)
        : reply.redirect(`${flow.returnUrl}#error=${errorCode}`, 303);
    }
  });

  http.get<{ Params: { issuer: string }; Querystring: Record<string, unknown> }>(
    `${PATH}/:issuer`,
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      const provider = providers.get(request.params.issuer);
      if (!provider) return reply.callNotFound();
      const { code_challenge: clientChallenge, return_to: returnUrl } = request.query;
      const isReturnKnown =
        returnUrl === undefined || (typeof returnUrl === 'string' && returnUrls.includes(returnUrl));
      if (typeof clientChallenge !== 'string' || !CHALLENGE.test(clientChallenge) || !isReturnKnown)
        return refuseWith(request, reply, 400, 'VALIDATION', { rule: 'code_challenge, return_to' });
      try {
        await countGuess(flowParts(), { flow: networkOf(request.ip) });
        const { url, browser } = await beginFlow(flowParts(), provider, {
          redirectUri: `${here(request)}${PATH}/callback`,
          returnUrl: returnUrl ?? null,
          clientChallenge,
        });
        return await reply
          .header('set-cookie', cookie(parts, browser, COOKIE_SECONDS))
          .redirect(url.href, 303);
      } catch (error) {
        const [status, code] = outcomeOf(error);
        log.warn({ requestId: request.id, issuer: request.params.issuer, reason: reasonOf(error) }, code);
        return refuseWith(
          request,
          reply,
          status,
          code,
          error instanceof Refusal ? error.errors[0]?.params : {},
        );
      }
    },
  );
}

function outcomeOf(error: unknown): [number, ErrorCode] {
  if (error instanceof Refusal && error.errors[0]) return [429, error.errors[0].code];
  if (error instanceof ProviderUnavailable) return [502, 'PROVIDER_UNAVAILABLE'];
  if (error instanceof AnswerRefused) return [400, 'PROVIDER_ANSWER_REFUSED'];
  throw error;
}

/** What is wrong, for the log: the library's word for it, never what the provider sent. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { name?: string; code?: string } };
  return `${cause?.name ?? 'Error'} ${cause?.code ?? ''}`.trim();
}

function cookie({ isProduction }: OidcParts, value: string, seconds: number): string {
  return `${COOKIE}=${value}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isProduction ? '; Secure' : ''}`;
}

function cookieOf(request: FastifyRequest): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null;
}
