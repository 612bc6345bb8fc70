import { createHash } from 'node:crypto';
import type { ApiClient, Json } from './api';

/** A file as a client announces it. */
export interface Announced {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}

/** The announcement of some bytes. */
export function announce(bytes: Buffer, change: Partial<Announced> = {}): Announced {
  return {
    fileName: 'protocoles.pdf',
    mediaType: 'application/pdf',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...change,
  };
}

const ADDED = `evidence { id state version file { fileName mediaType sizeBytes sha256 } }
  upload { id state receivedBytes sizeBytes fileName mediaType message ticketExpiresAt version }
  uploadTicket { url expiresAt }`;

/** Announces a file as evidence; gives the payload. */
export function addFile(client: ApiClient, auditId: string, file: object, more: object = {}): Promise<Json> {
  return client.act('evidenceAdd', { auditId, kind: 'FILE', title: 'Protocoles', file, ...more }, ADDED);
}
