import { createHash } from 'node:crypto';
import type { DoseRow } from '../dose-row';
import { asDuplicate, eventKey, isFuller } from './unique-events';

/** Most exposures that are remembered; a source with more is left to the database, which knows them all. */
const MOST_KEYS = 2_000_000;

/** Most totals that wait for a fuller one. */
const MOST_WAITING = 20_000;

/** Sifts rows as they stream. */
export interface EventSieve {
  /** The rows that can go on, duplicates marked. */
  pass(rows: readonly DoseRow[]): DoseRow[];
  /** The totals that waited. */
  end(): DoseRow[];
}

/**
 * `uniqueEvents` for a stream of reports: of an event the first counts, since each report tells it alike; of totals the
 * fullest, which may be in the last report, so that they wait until the end.
 * @param reports how rows come: in reports that repeat one another, or else once, so that nothing needs to wait
 */
export function eventSieve(reports: boolean): EventSieve {
  const seen = new Set<string>();
  const waiting = new Map<string, DoseRow>();
  function passOne(row: DoseRow): DoseRow[] {
    const whole = eventKey(row);
    if (whole === null) return [row];
    const key = shortKey(whole);
    const rival = waiting.get(key);
    if (rival) {
      if (!isFuller(row, rival)) return [asDuplicate(row)];
      waiting.set(key, row);
      return [asDuplicate(rival)];
    }
    if (seen.has(key)) return [asDuplicate(row)];
    if (reports && row.level === 'EXAMINATION' && waiting.size < MOST_WAITING) {
      waiting.set(key, row);
      return [];
    }
    if (seen.size < MOST_KEYS) seen.add(key);
    return [row];
  }
  return {
    pass: (rows) => rows.flatMap(passOne),
    end: () => [...waiting.values()],
  };
}

/** 72 bits of a digest: two of two million keys are the same once in a billion sources. */
function shortKey(key: string): string {
  return createHash('sha256').update(key).digest('base64').slice(0, 12);
}
