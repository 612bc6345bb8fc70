import { createHash } from 'node:crypto';
import { RequestFailed, type Server } from './client';
import { until } from './until';

/** A file, as a person has it on the disk. */
export interface OwnFile {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
}

/** What is said of a file before its bytes travel. */
export function announcement({ fileName, mediaType, bytes }: OwnFile) {
  return { fileName, mediaType, sizeBytes: bytes.length, sha256: sha256(bytes) };
}

/** SHA-256 of some bytes, hexadecimal. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Sends all bytes of a file to the address of its ticket. @throws RequestFailed when they are not taken */
export async function send(server: Server, ticket: { url: string }, { bytes }: OwnFile): Promise<void> {
  await put(server, ticket, bytes, {});
}

/**
 * Sends a file whose connection breaks on the way: asks how much has arrived, and sends only the rest.
 * @returns bytes that had arrived when the connection broke
 */
export async function sendBrokenOff(
  server: Server,
  ticket: { url: string },
  { bytes }: OwnFile,
): Promise<number> {
  const half = Math.floor(bytes.length / 2);
  const isBroken = await put(server, ticket, breakingAfter(bytes.subarray(0, half)), {}).catch(() => true);
  if (isBroken !== true) throw new RequestFailed('a broken connection was taken for a whole file');
  const arrived = await until(
    'what had arrived',
    () => arrivedBytes(server, ticket),
    (offset) => offset > 0,
  );
  await put(server, ticket, bytes.subarray(arrived), {
    'content-range': `bytes ${arrived}-${bytes.length - 1}/${bytes.length}`,
  });
  return arrived;
}

/** Fetches a file from its one-use address; null when there is nothing. */
export async function fetchOnce({ baseUrl }: Server, { url }: { url: string }): Promise<Buffer | null> {
  const response = await fetch(new URL(url, baseUrl));
  const bytes = Buffer.from(await response.arrayBuffer());
  return response.ok ? bytes : null;
}

async function put(
  { baseUrl, signal }: Server,
  { url }: { url: string },
  body: Buffer | ReadableStream<Uint8Array>,
  headers: Record<string, string>,
): Promise<void> {
  signal?.throwIfAborted();
  const sent =
    body instanceof ReadableStream ? { body, duplex: 'half' as const } : { body: new Uint8Array(body) };
  const response = await fetch(new URL(url, baseUrl), { method: 'PUT', headers, ...sent });
  if (!response.ok)
    throw new RequestFailed(`PUT of a file: HTTP ${response.status} ${await response.text()}`);
}

async function arrivedBytes({ baseUrl }: Server, { url }: { url: string }): Promise<number> {
  const response = await fetch(new URL(url, baseUrl), { method: 'HEAD' });
  return Number(response.headers.get('upload-offset') ?? 0);
}

const TRAVEL_MS = 200;

/** Gives some bytes, lets them travel, and breaks. */
function breakingAfter(bytes: Buffer): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      stream.enqueue(new Uint8Array(bytes));
      setTimeout(() => stream.error(new Error('the connection is lost')), TRAVEL_MS);
    },
  });
}
