import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { localeOf, messageFor, type ErrorCode } from '../kernel/messages';
import type { DomainError } from '../kernel/outcome';
import { SECURITY_HEADERS } from './security-headers';

/** What is said to a client whose bytes are no HTTP request, by the code of Node's error. */
const MALFORMED: Readonly<Record<string, { status: string; code: string; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers are too large.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'REQUEST_TIMEOUT',
    message: 'The request took too long to arrive.',
  },
};
const ANY_MALFORMED = {
  status: '400 Bad Request',
  code: 'BAD_REQUEST',
  message: 'This is no HTTP request.',
};

/** The body of an error that is none of the API's own. */
export function jsonError(message: string, code: string): { errors: object[] } {
  return { errors: [{ message, extensions: { code } }] };
}

/** Refuses a request with a code of the API, in the caller's language. */
export function refuseWith(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  params: DomainError['params'] = {},
): FastifyReply {
  return reply
    .code(status)
    .send(jsonError(messageFor(code, localeOf(request.headers['accept-language']), params), code));
}

/** What Fastify does with an address that cannot be read. */
export function refuseAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .headers(SECURITY_HEADERS)
    .code(400)
    .send(jsonError('This address cannot be read.', 'BAD_REQUEST'));
}

/** Answers bytes that are no HTTP request, in JSON, and hangs up. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, message } = MALFORMED[error.code ?? ''] ?? ANY_MALFORMED;
  const body = JSON.stringify(jsonError(message, code));
  const headers = Object.entries({
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  // A client that never reads must not keep the socket: what was sent is enough.
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n${body}`, () => socket.destroy());
}

/** Every error that leaves the server is JSON; one that was not expected says no more than its number. */
export function answerInJson(http: FastifyInstance, log: Logger): void {
  http.addHook('onRequest', (request, reply, done) => {
    if (request.headers.host !== undefined || request.raw.httpVersion === '1.0') done();
    else void reply.code(400).send(jsonError('Name the host.', 'BAD_REQUEST'));
  });
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(jsonError(error.message, 'BAD_REQUEST'));
    log.error({ err: error, requestId: request.id }, 'unexpected error');
    return reply.code(status).send(jsonError(`Internal error ${request.id}`, 'INTERNAL'));
  });
  http.setNotFoundHandler((_request, reply) => reply.code(404).send(jsonError('Not found.', 'NOT_FOUND')));
}
