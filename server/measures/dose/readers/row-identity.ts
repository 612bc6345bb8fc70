import { createHash } from 'node:crypto';
import type { DoseRow } from '../dose-row';
import { QUANTITY_NAMES } from './row-quantities';

/**
 * A key that stands for what is written into it and shows nothing of it: SHA-256, 128 bits of it in hexadecimal, with
 * `derived.` before it so that it is never taken for a UID.
 */
export function derivedKey(...parts: readonly (string | number | null | undefined)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `derived.${digest.slice(0, 32)}`;
}

/** A UID as it is when it is one, else what stands for the text that was in its place; null for none. */
export function uidOrDerived(text: string | null): string | null {
  if (text === null || text === '') return null;
  return /^[\d.]{1,64}$/.test(text) ? text : derivedKey('uid', text);
}

/**
 * Keys for exposures that come without UID: the same study, time and values give the same key in every report that tells
 * of them; alike within one report, they are counted through. One per report or study.
 */
export function derivedEventKeys(): (row: DoseRow, startedAt: string | null) => string {
  const seen = new Map<string, number>();
  return (row, startedAt) => {
    const values = QUANTITY_NAMES.map((quantity) => row[quantity]);
    const alike = derivedKey(
      row.studyUid,
      startedAt ?? row.performedOn,
      row.protocol,
      row.acquisitionType,
      ...values,
    );
    const before = seen.get(alike) ?? 0;
    seen.set(alike, before + 1);
    return before === 0 ? alike : derivedKey(alike, before);
  };
}
