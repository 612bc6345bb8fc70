import { createHash } from 'node:crypto';
import { isCalendarDay, isInstant } from './calendar';
import { isUuid } from './ids';
import { isStorable } from './text';

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

/** What lists are sorted by, as PostgreSQL names the types. */
export type SortType = 'text' | 'integer' | 'date' | 'timestamptz' | 'double precision' | 'uuid';

const INTEGER_BELOW = 2 ** 31;

/** Whether a value can stand in a column of the type: a cursor is the client's word. */
const FITS: Readonly<Record<SortType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && isStorable(value),
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INTEGER_BELOW,
  'double precision': (value) => typeof value === 'number',
  date: (value) => typeof value === 'string' && isCalendarDay(value),
  timestamptz: (value) => typeof value === 'string' && isInstant(value),
  uuid: (value) => typeof value === 'string' && isUuid(value),
};

/**
 * Reads a cursor back.
 * @param type what the list is sorted by
 * @returns null when it is malformed or was made for another list, sort or filter
 */
export function decodeCursor(fingerprint: string, cursor: string, type: SortType): CursorPosition | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== fingerprint) return null;
    const [, value, id] = parts as unknown[];
    if (typeof id !== 'string' || !isUuid(id) || !FITS[type](value)) return null;
    return { value: value as string | number, id };
  } catch {
    return null;
  }
}
