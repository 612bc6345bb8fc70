import { type ApolloServer, type ContextFunction, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the API answers. */
export const GRAPHQL_PATH = '/graphql';

/** Longest request body taken, in bytes: an imported registry file is the largest that is expected. */
export const BODY_LIMIT = 4 * 1024 * 1024;

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** What a request holds while it is answered. */
interface Ending {
  end(): void;
}

export type RequestContext<C extends Ending> = ContextFunction<[FastifyRequest, FastifyReply], C>;

/**
 * Serves the API at `POST /graphql`; every other method is refused in JSON. Hands Apollo's answer through unchanged:
 * body as text, headers and status as Apollo set them.
 */
export function graphqlRoute<C extends Ending>(
  http: FastifyInstance,
  apollo: ApolloServer<C>,
  context: RequestContext<C>,
): void {
  http.all(GRAPHQL_PATH, async (request, reply) => {
    if (request.method !== 'POST') {
      return reply
        .code(405)
        .header('allow', 'POST')
        .send({ errors: [{ message: 'Use POST.', extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
    }
    const accepted = answerType(request.headers.accept);
    // Apollo looks at this when the operation is done, too late for a mutation.
    if (!accepted) {
      return reply
        .code(406)
        .send({ errors: [{ message: `Accept ${JSON_TYPE}.`, extensions: { code: 'NOT_ACCEPTABLE' } }] });
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
        context: async () => (made = await context(request, reply)),
      })
      // Requests that are refused early reach neither plugins nor the executor: what they hold is given back here.
      .finally(() => made?.end());
    for (const [name, value] of response.headers) void reply.header(name, value);
    if (response.body.kind !== 'complete') throw new Error('incremental delivery is not offered');
    return reply.code(response.status ?? 200).send(response.body.string);
  });
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
