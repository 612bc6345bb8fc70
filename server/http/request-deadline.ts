import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseConnection } from './json-errors';
import { PATIENCE } from './server-options';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route bounds its own slow bodies: a file may take long on a poor network. */
    takesItsTime?: boolean;
  }
}

/**
 * Cuts off requests whose body is not there in time. Node could do so itself, but for all routes alike: it would end honest
 * uploads that take longer than a question.
 */
export function requestDeadline(http: FastifyInstance): void {
  http.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request) && !request.routeOptions.config.takesItsTime) {
      const deadline = setTimeout(() => late(request), PATIENCE.request);
      const end = (): void => clearTimeout(deadline);
      request.raw.once('close', end);
      request.raw.once('end', end);
    }
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
}

function late({ raw }: FastifyRequest): void {
  if (raw.complete) return;
  refuseConnection(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
}
