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

/** What a file route answered. */
export interface FileAnswer {
  status: number;
  headers: Headers;
  json: Json;
}

/**
 * Sends bytes to a ticket's address.
 * @param url address of the API
 */
export async function send(
  url: string,
  ticket: { url: string },
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<FileAnswer> {
  const response = await fetch(new URL(ticket.url, url), {
    method: 'PUT',
    headers: { 'accept-language': 'en', ...headers },
    body: bytes,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
}

/** Where a ticket's upload stands. */
export async function standing(url: string, ticket: { url: string }): Promise<[number, string | null]> {
  const response = await fetch(new URL(ticket.url, url), { method: 'HEAD' });
  return [response.status, response.headers.get('upload-offset')];
}
