import type { DoseRow } from '../dose-row';
import { QUANTITY_NAMES } from './row-quantities';

/**
 * Marks rows that tell of an exposure told already, as reports that a device sends again and again while a study goes on
 * do: of all rows with the same level and `eventUid` one counts, the others become DUPLICATE_EVENT. It is the one with
 * most quantities, then with the highest, so that of an examination's totals the last and largest count and the order of
 * the rows changes nothing. Rows without `eventUid` are never taken for one another; rows marked before stay so.
 * @returns the same rows in the same order
 */
export function uniqueEvents(rows: readonly DoseRow[]): DoseRow[] {
  const counted = new Map<string, DoseRow>();
  for (const row of rows) {
    const key = eventKey(row);
    if (key === null) continue;
    const rival = counted.get(key);
    if (!rival || isFuller(row, rival)) counted.set(key, row);
  }
  return rows.map((row) => {
    const key = eventKey(row);
    return key === null || counted.get(key) === row ? row : asDuplicate(row);
  });
}

/** What rows of the same exposure have in common; null for a row that stands for itself or is a duplicate already. */
export function eventKey(row: DoseRow): string | null {
  return row.eventUid === null || row.exclusion === 'DUPLICATE_EVENT' ? null : `${row.level} ${row.eventUid}`;
}

/** The row as a copy of another that counts. */
export function asDuplicate(row: DoseRow): DoseRow {
  return { ...row, exclusion: 'DUPLICATE_EVENT' };
}

/** Whether a row says more than its rival; of two that say the same, neither does. */
export function isFuller(row: DoseRow, rival: DoseRow): boolean {
  const [own, other] = [quantitiesOf(row), quantitiesOf(rival)];
  if (own.length !== other.length) return own.length > other.length;
  const difference = total(own) - total(other);
  if (difference !== 0) return difference > 0;
  return contentOf(row) > contentOf(rival);
}

function quantitiesOf(row: DoseRow): number[] {
  return QUANTITY_NAMES.flatMap((quantity) => row[quantity] ?? []);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** All of a row but where it stood: rows that differ in that alone are the same. */
function contentOf(row: DoseRow): string {
  return JSON.stringify({ ...row, place: '' });
}
