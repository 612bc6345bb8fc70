import { sha256Of } from '../../kernel/file-hash';
import type { ListedRecord } from './list-commitment';

/** How draws are made; another way gets another name, and what was drawn before keeps its own. */
export const DRAW_ALGORITHM = 'SHA256-RANK-1';

/** What a seed is made from, all of it published once the draw is made. */
export interface SeedParts {
  /** Of the platform: 64 hexadecimal characters, whose SHA-256 was published with the list. */
  nonce: string;
  /** Commitment to the list. */
  listSha256: string;
  /** Of the auditor who draws; may be empty. */
  word: string;
}

/**
 * The seed of a draw: SHA-256, hexadecimal, of nonce, commitment and word with a bar between them. The service fixes its list
 * and the platform its nonce before the auditor says his word, and neither of these two knows the other's part: nobody can
 * steer the draw alone.
 */
export function seedOf({ nonce, listSha256, word }: SeedParts): string {
  return sha256Of(`${nonce}|${listSha256}|${word}`);
}

/** Place of a record in the ranking of a seed: SHA-256, hexadecimal, of seed, bar and record; the lowest is drawn first. */
export function rankOf(seed: string, record: string): string {
  return sha256Of(`${seed}|${record}`);
}

/**
 * Records in the order in which a seed draws them (rule S12 of the templates).
 * @returns a new list, the first to be drawn first
 */
export function ranked<R extends ListedRecord>(seed: string, records: readonly R[]): R[] {
  return records
    .map((record) => ({ record, rank: rankOf(seed, record.record) }))
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.record.record, b.record.record))
    .map(({ record }) => record);
}

/** The stratum of a record: its values together. */
export function stratumOf({ strata }: ListedRecord): string {
  return strata.join(';');
}

/**
 * How many records each stratum gives to a sample, in proportion to its size, by largest remainder (Hamilton): the whole part
 * of n·Nₕ/N each, what is left over one by one to the largest remainders; of equal ones to the larger stratum, then in the
 * order of their names. A stratum that is small enough may give none. Every record has the same chance, so that rates need
 * no weights.
 * @param sizes records of each stratum, Nₕ
 * @param n size of the sample, at most their sum N
 * @throws RangeError for a sample larger than the list
 */
export function allocate(sizes: ReadonlyMap<string, number>, n: number): Map<string, number> {
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (!Number.isInteger(n) || n < 0 || n > whole)
    throw new RangeError(`${String(n)} records cannot be drawn from ${String(whole)}`);
  const shares = [...sizes].map(([stratum, size]) => ({
    stratum,
    size,
    given: whole === 0 ? 0 : Math.floor((n * size) / whole),
    remainder: whole === 0 ? 0 : (n * size) % whole,
  }));
  const left = n - shares.reduce((sum, { given }) => sum + given, 0);
  const first = [...shares]
    .sort((a, b) => b.remainder - a.remainder || b.size - a.size || compare(a.stratum, b.stratum))
    .slice(0, left);
  for (const share of first) share.given += 1;
  return new Map(shares.map(({ stratum, given }) => [stratum, given]));
}

/**
 * Draws a sample: from each stratum as many as {@link allocate} gives it, the first of its ranking.
 * @param size number of records, at most those of the list
 * @returns the records drawn, in the order of the ranking over all strata
 * @throws RangeError for a sample larger than the list
 */
export function drawSample(seed: string, records: readonly ListedRecord[], size: number): ListedRecord[] {
  const sizes = new Map<string, number>();
  for (const record of records) sizes.set(stratumOf(record), (sizes.get(stratumOf(record)) ?? 0) + 1);
  const left = allocate(sizes, size);
  return ranked(seed, records).filter((record) => {
    const stratum = stratumOf(record);
    const places = left.get(stratum) ?? 0;
    left.set(stratum, places - 1);
    return places > 0;
  });
}

/**
 * The record that stands in for one that cannot be found: the next of its stratum's ranking.
 * @param drawn numbers of all records drawn so far, replaced ones included
 * @returns null when the stratum has none left
 */
export function nextInRanking(
  seed: string,
  records: readonly ListedRecord[],
  missing: ListedRecord,
  drawn: ReadonlySet<string>,
): ListedRecord | null {
  const left = records.filter(
    (record) => stratumOf(record) === stratumOf(missing) && !drawn.has(record.record),
  );
  return ranked(seed, left)[0] ?? null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
