import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { DOWNLOADS_PATH, FileDamaged, FileMissing, type Files } from '../evidence';
import type { FilePatience } from './file-patience';
import { refuseWith } from './json-errors';

/**
 * `GET /files/downloads/:ticket` gives a file once. No token is asked for, since a browser that follows a link sends none:
 * the ticket is the secret, made for one account that must still see the file, and good for a minute. A second use, an
 * old ticket and one that never was look the same. A damaged file is an error and not a shorter file.
 */
export function downloadRoute(
  http: FastifyInstance,
  files: Files,
  { linger }: Pick<FilePatience, 'linger'>,
  log: Logger,
): void {
  const goingOut = new Set<Readable>();
  // A slow reader does not keep the server from stopping; he asks again.
  http.addHook('preClose', (done) => {
    const end = (): void => goingOut.forEach((bytes) => void bytes.destroy(new Error('the server closes')));
    setTimeout(end, linger).unref();
    done();
  });

  // A HEAD would use the ticket up.
  http.get<{ Params: { ticket: string } }>(
    `${DOWNLOADS_PATH}/:ticket`,
    { exposeHeadRoute: false },
    async (request, reply) => {
      try {
        const found = await files.fetch(request.params.ticket);
        if (!found) return refuseWith(request, reply, 404, 'NOT_FOUND');
        const { file, bytes } = found;
        goingOut.add(bytes);
        bytes.once('close', () => goingOut.delete(bytes));
        bytes.once('error', (error) => log.error({ err: error, requestId: request.id }, 'a file is damaged'));
        return await asAttachment(reply, file).send(bytes);
      } catch (error) {
        if (!(error instanceof FileDamaged || error instanceof FileMissing)) throw error;
        log.error({ err: error, requestId: request.id }, 'a file is damaged');
        return refuseWith(request, reply, 500, 'FILE_DAMAGED');
      }
    },
  );
}

/** Headers of a file that goes out: never shown in the browser's own place but saved, not sniffed, and without rights should it be opened all the same. */
export function asAttachment(
  reply: FastifyReply,
  { fileName, mediaType, sizeBytes }: { fileName: string; mediaType: string; sizeBytes: number },
): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-length', sizeBytes)
    .header('content-disposition', attachment(fileName))
    .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
    .header('cache-control', 'no-store');
}

/** RFC 6266: the name in ASCII for old clients, and as it is, encoded as RFC 5987 says. */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
