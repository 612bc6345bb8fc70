import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonError } from './json-errors';

/** Where the API answers. */
export const GRAPHQL_PATH = '/graphql';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** What a request holds while it is answered. */
interface Ending {
  end(): void;
}

/** A request that is answered at the gate. */
interface TurnedAway {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: object;
}

/** What the route is joined to: who lets a request in, and what it then brings along. */
export interface RouteParts<C extends Ending, A extends object> {
  admit: (request: FastifyRequest) => A | TurnedAway;
  context: (request: FastifyRequest, admission: A) => Promise<C>;
}

/**
 * Serves the API at `POST /graphql`; every other method, and every type but JSON in UTF-8, is refused in JSON before a
 * body is read. Who is turned away at the gate reaches nothing else. Hands Apollo's answer through unchanged: body as
 * text, headers and status as Apollo set them.
 */
export function graphqlRoute<C extends Ending, A extends object>(
  http: FastifyInstance,
  apollo: ApolloServer<C>,
  { admit, context }: RouteParts<C, A>,
): void {
  http.all(GRAPHQL_PATH, { onRequest: onlyJsonByPost }, async (request, reply) => {
    const accepted = answerType(request.headers.accept);
    // Apollo looks at this when the operation is done, too late for a mutation.
    if (!accepted) {
      return reply.code(406).send(jsonError(`Accept ${JSON_TYPE}.`, 'NOT_ACCEPTABLE'));
    }
    const admission = admit(request);
    if (isTurnedAway(admission)) {
      const { status, headers, body } = admission;
      return reply
        .code(status === 400 && accepted === JSON_TYPE ? 200 : status)
        .headers(headers)
        .type(`${accepted}; charset=utf-8`)
        .send(JSON.stringify(body));
    }
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    headers.set('accept', accepted);
    const httpGraphQLRequest: HTTPGraphQLRequest = {
      method: 'POST',
      headers,
      search: '',
      body: request.body,
    };
    let made: C | null = null;
    const response = await apollo
      .executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => (made = await context(request, admission)),
      })
      // Requests that are refused early reach neither plugins nor the executor: what they hold is given back here.
      .finally(() => made?.end());
    for (const [name, value] of response.headers) void reply.header(name, value);
    if (response.body.kind !== 'complete') throw new Error('incremental delivery is not offered');
    return reply.code(response.status ?? 200).send(response.body.string);
  });
}

function isTurnedAway(admission: object): admission is TurnedAway {
  return 'status' in admission;
}

function onlyJsonByPost(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (request.method !== 'POST') {
    void reply.code(405).header('allow', 'POST').send(jsonError('Use POST.', 'METHOD_NOT_ALLOWED'));
  } else if (!isJsonInUtf8(request.headers['content-type'])) {
    void reply.code(415).send(jsonError(`Send ${JSON_TYPE} in UTF-8.`, 'BAD_REQUEST'));
  } else done();
}

/** A browser sends no such type to another site unasked, which is what keeps forged requests out. */
function isJsonInUtf8(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  return (
    type === JSON_TYPE &&
    parameters.every(
      (parameter) => !parameter.startsWith('charset') || /^charset="?utf-?8"?$/.test(parameter),
    )
  );
}

/**
 * The type of answer that a client takes, or null when it takes none of ours. A client that says nothing, or takes
 * anything, gets plain JSON (GraphQL over HTTP, § Accept).
 * @param accept the request's header
 */
export function answerType(accept: string | undefined): typeof JSON_TYPE | typeof GRAPHQL_TYPE | null {
  const wanted = (accept ?? '*/*').split(',').map((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { type, quality: Number(quality ?? 1), isOpen: type.endsWith('*') };
  });
  wanted.sort((a, b) => b.quality - a.quality || Number(a.isOpen) - Number(b.isOpen));
  for (const { type, quality } of wanted) {
    if (!(quality > 0)) continue;
    if (type === GRAPHQL_TYPE) return GRAPHQL_TYPE;
    if (type === JSON_TYPE || type === 'application/*' || type === '*/*') return JSON_TYPE;
  }
  return null;
}

/**
 * The status of an answer to a well-formed request whose document or variables are wrong: clients that take plain
 * JSON read it in the answer and expect 200 (GraphQL over HTTP, § Status codes).
 * @param status as Apollo would have it
 * @param request the request as Apollo read it; one without a query is malformed
 */
export function statusForClients(
  status: number | undefined,
  request: { query?: string; http?: { headers: HeaderMap } },
): number | undefined {
  const isAsked = status === 400 && Boolean(request.query);
  return isAsked && request.http?.headers.get('accept') !== GRAPHQL_TYPE ? 200 : status;
}
