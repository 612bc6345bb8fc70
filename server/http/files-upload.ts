import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { OffsetMoved, TooManyBytes, UPLOADS_PATH, type OpenUpload, type Files } from '../evidence';
import { CutShort, patiently, senders, type FilePatience } from './file-patience';
import { refuseWith } from './json-errors';
import { offsetOf } from './upload-offset';

/** What the route needs of the application. */
export interface UploadRouteParts {
  files: Files;
  patience: FilePatience;
  log: Logger;
}

type TicketRequest = FastifyRequest<{ Params: { ticket: string } }>;

/**
 * Takes the bytes of announced files. The ticket in the address is the secret and stands for who announced the file: no
 * token is asked for, so that any HTTP client can send.
 *
 * - `PUT /files/uploads/:ticket` sends bytes: all of them, or those from where the upload stands, told by `Content-Range:
 *   bytes first-last/size` or `Upload-Offset: first`. Answers with state and bytes received as JSON; 202 while more are
 *   expected, 200 when the file is there, 422 when its hash is not the one announced. The last byte ends the upload.
 * - `HEAD /files/uploads/:ticket` tells in `Upload-Offset` where to go on, in `Upload-Length` how many bytes are expected.
 *
 * A connection may break at any moment: what had arrived is kept, and counts once it is told.
 */
export function uploadRoutes(http: FastifyInstance, { files, patience, log }: UploadRouteParts): void {
  const place = senders(patience);
  const closing = new AbortController();
  http.addHook('preClose', (done) => {
    closing.abort();
    done();
  });

  void http.register((scope, _options, done) => {
    // Bytes are bytes, whatever they are called; nothing reads them before the route does.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));

    scope.head(`${UPLOADS_PATH}/:ticket`, async (request: TicketRequest, reply) => {
      const upload = await files.find(request.params.ticket);
      return upload ? tell(reply, upload).code(200).send() : reply.code(404).send();
    });

    scope.put(
      `${UPLOADS_PATH}/:ticket`,
      { config: { takesItsTime: true } },
      async (request: TicketRequest, reply) => {
        const { ticket } = request.params;
        const upload = await files.find(ticket);
        const giveBack = upload && place(upload.accountId);
        try {
          if (!upload) return refuseWith(request, reply, 404, 'NOT_FOUND');
          if (!giveBack)
            return refuseWith(request, reply.header('retry-after', '10'), 429, 'UPLOADS_TOO_MANY');
          const wrong = wrongIn(request, upload);
          if (wrong) return refuseWith(request, tell(reply, upload), ...wrong);
          // The file is put together and hashed before the answer.
          request.raw.socket.setTimeout(patience.whole);
          const now = await files.receive(ticket, upload, patiently(request, patience, closing.signal));
          return now ? answer(request, reply, now) : refuseWith(request, reply, 404, 'NOT_FOUND');
        } catch (error) {
          return await refuseCut(request, reply, error);
        } finally {
          giveBack?.();
          linger(request, patience.linger, closing.signal);
        }
      },
    );
    done();
  });

  async function refuseCut(
    request: TicketRequest,
    reply: FastifyReply,
    error: unknown,
  ): Promise<FastifyReply> {
    const now = await files.find(request.params.ticket);
    if (!now) return refuseWith(request, reply, 404, 'NOT_FOUND');
    tell(reply, now);
    if (error instanceof TooManyBytes)
      return refuseWith(request, reply, 413, 'UPLOAD_LONGER_THAN_ANNOUNCED', { sizeBytes: now.sizeBytes });
    if (error instanceof OffsetMoved)
      return refuseWith(request, reply, 409, 'UPLOAD_OFFSET_WRONG', { offset: now.receivedBytes });
    if (error instanceof CutShort) return refuseWith(request, reply, 408, 'UPLOAD_TOO_SLOW');
    if (!request.raw.destroyed) throw error;
    log.info({ requestId: request.id, receivedBytes: now.receivedBytes }, 'an upload was cut off');
    return reply.code(400).send();
  }
}

/** What of the request does not fit the upload; null when it may go on. */
function wrongIn(
  request: FastifyRequest,
  upload: OpenUpload,
): Parameters<typeof refuseWith> extends [unknown, unknown, ...infer Rest] ? Rest | null : never {
  const { headers } = request;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return [415, 'UPLOAD_ENCODED', {}];
  const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
  const offset = offsetOf(headers, length, upload.sizeBytes);
  if (offset === null) return [400, 'UPLOAD_RANGE_MALFORMED', {}];
  if (upload.state === 'REFUSED') return null;
  if (offset !== upload.receivedBytes && !(length === 0 && upload.state !== 'UPLOADING'))
    return [409, 'UPLOAD_OFFSET_WRONG', { offset: upload.receivedBytes }];
  if (length !== null && offset + length > upload.sizeBytes)
    return [413, 'UPLOAD_LONGER_THAN_ANNOUNCED', { sizeBytes: upload.sizeBytes }];
  return null;
}

function tell(reply: FastifyReply, { receivedBytes, sizeBytes }: OpenUpload): FastifyReply {
  return reply.header('upload-offset', receivedBytes).header('upload-length', sizeBytes);
}

function answer(request: FastifyRequest, reply: FastifyReply, upload: OpenUpload): FastifyReply {
  const { state, receivedBytes, sizeBytes, refusal } = upload;
  tell(reply, upload);
  if (refusal) return refuseWith(request, reply, 422, refusal);
  if (state === 'EXPIRED') return refuseWith(request, reply, 409, 'UPLOAD_OVER');
  return reply.code(state === 'UPLOADING' ? 202 : 200).send({ upload: { state, receivedBytes, sizeBytes } });
}

/** Milliseconds for whoever still sends when the server is stopping already. */
const LINGER_WHEN_CLOSING = 500;

/** A sender that still sends reads no answer: he is listened to a little longer, and to no effect. */
function linger({ raw }: FastifyRequest, milliseconds: number, closing: AbortSignal): void {
  if (raw.complete || raw.destroyed) return;
  raw.resume();
  const cut = () => raw.socket.destroy();
  // Nor does anybody wait for him when the server stops; of a stop that has begun already nothing more is told.
  const end = setTimeout(cut, closing.aborted ? Math.min(milliseconds, LINGER_WHEN_CLOSING) : milliseconds);
  closing.addEventListener('abort', cut);
  raw.once('close', () => {
    clearTimeout(end);
    closing.removeEventListener('abort', cut);
  });
}
