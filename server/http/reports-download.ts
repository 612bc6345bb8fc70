import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import {
  fetchReport,
  RenderingBusy,
  RenderingFailure,
  REPORT_DOWNLOADS_PATH,
  ReportDamaged,
} from '../reports';
import { asAttachment } from './files-download';
import { refuseWith } from './json-errors';

/**
 * `GET /files/reports/:ticket` gives a report once, rendered as it was asked for, as `GET /files/downloads/:ticket` gives
 * files of evidence: the ticket is the secret. A stored report that was changed is an error and no file.
 */
export function reportDownloadRoute(
  http: FastifyInstance,
  parts: Parameters<typeof fetchReport>[0],
  log: Logger,
): void {
  // A HEAD would use the ticket up.
  http.get<{ Params: { ticket: string } }>(
    `${REPORT_DOWNLOADS_PATH}/:ticket`,
    { exposeHeadRoute: false },
    async (request, reply) => {
      try {
        const served = await fetchReport(parts, request.params.ticket);
        if (!served) return refuseWith(request, reply, 404, 'NOT_FOUND');
        const { bytes, ...file } = served;
        return await asAttachment(reply, { ...file, sizeBytes: bytes.byteLength }).send(bytes);
      } catch (error) {
        if (error instanceof RenderingBusy) return refuseWith(request, reply, 503, 'REPORTS_BUSY');
        if (!(error instanceof ReportDamaged || error instanceof RenderingFailure)) throw error;
        log.error({ err: error, requestId: request.id }, 'a report cannot be given');
        const code = error instanceof ReportDamaged ? 'REPORT_DAMAGED' : 'REPORT_NOT_RENDERED';
        return refuseWith(request, reply, 500, code);
      }
    },
  );
}
