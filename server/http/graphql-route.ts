import { type ApolloServer, type ContextFunction, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the API answers. */
export const GRAPHQL_PATH = '/graphql';

/** Longest request body taken, in bytes: an imported registry file is the largest that is expected. */
export const BODY_LIMIT = 4 * 1024 * 1024;

export type RequestContext<C extends object> = ContextFunction<[FastifyRequest, FastifyReply], C>;

/**
 * Serves the API at `POST /graphql`; every other method is refused in JSON. Hands Apollo's answer through unchanged:
 * body as text, headers and status as Apollo set them.
 */
export function graphqlRoute<C extends object>(
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
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const httpGraphQLRequest: HTTPGraphQLRequest = {
      method: 'POST',
      headers,
      search: '',
      body: request.body,
    };
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: () => context(request, reply),
    });
    for (const [name, value] of response.headers) void reply.header(name, value);
    if (response.body.kind !== 'complete') throw new Error('incremental delivery is not offered');
    return reply.code(response.status ?? 200).send(response.body.string);
  });
}
