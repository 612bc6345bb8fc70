import { createHash } from 'node:crypto';

/** Where a page ends: the value it is sorted by and the id that breaks ties. */
export interface CursorPosition {
  value: string | number | null;
  id: string;
}

/** Short digest of what a list is, how it is sorted and filtered: a cursor is valid for that list alone. */
export function listFingerprint(list: string, sort: string, direction: string, filter: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([list, sort, direction, filter ?? null]))
    .digest('base64url')
    .slice(0, 8);
}

/** An opaque keyset cursor. */
export function encodeCursor(fingerprint: string, position: CursorPosition): string {
  return Buffer.from(JSON.stringify([fingerprint, position.value, position.id])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @returns null when it is malformed or was made for another list, sort or filter
 */
export function decodeCursor(fingerprint: string, cursor: string): CursorPosition | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== fingerprint) return null;
    const [, value, id] = parts as unknown[];
    if (typeof id !== 'string') return null;
    if (value !== null && typeof value !== 'string' && typeof value !== 'number') return null;
    return { value, id };
  } catch {
    return null;
  }
}
