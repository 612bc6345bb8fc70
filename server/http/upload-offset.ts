import type { IncomingHttpHeaders } from 'node:http';

/**
 * Where a request says that its bytes begin: `Content-Range: bytes first-last/size` (RFC 9110 §14.4) or `Upload-Offset`, as
 * resumable uploads have it; at the first byte without either.
 * @param length bytes of the body, null when it does not say
 * @param sizeBytes of the whole file
 * @returns null when it is malformed, contradicts itself, or speaks of another size
 */
export function offsetOf(
  headers: IncomingHttpHeaders,
  length: number | null,
  sizeBytes: number,
): number | null {
  const told = [rangeStart(headers['content-range'], length, sizeBytes), plain(headers['upload-offset'])];
  const given = told.filter((offset) => offset !== undefined);
  if (given.includes(null)) return null;
  const [first = 0, second = first] = given as number[];
  return first === second ? first : null;
}

function plain(header: string | string[] | undefined): number | null | undefined {
  if (header === undefined) return undefined;
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

function rangeStart(
  header: string | undefined,
  length: number | null,
  sizeBytes: number,
): number | null | undefined {
  if (header === undefined) return undefined;
  const [, first, last, size] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header) ?? [];
  if (first === undefined || Number(size) !== sizeBytes || Number(last) >= sizeBytes) return null;
  const bytes = Number(last) - Number(first) + 1;
  return bytes > 0 && (length === null || length === bytes) ? Number(first) : null;
}
