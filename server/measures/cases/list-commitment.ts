import { sha256Of } from '../../kernel/file-hash';

/** A record as the service names it: a pseudonymous number, and where it belongs. */
export interface ListedRecord {
  record: string;
  /** One value for each stratum of the list, in its order. */
  strata: readonly string[];
}

/** The line that stands for a record: its number and strata, with semicolons between them. */
export function lineOf({ record, strata }: ListedRecord): string {
  return [record, ...strata].join(';');
}

/**
 * Commitment to a list: SHA-256, hexadecimal, over its lines in the order of their bytes (UTF-8), each ended by a line feed.
 * Whoever holds the list without its header makes it again with `LC_ALL=C sort list.csv | sha256sum`.
 */
export function commitmentOf(records: readonly ListedRecord[]): string {
  const lines = records
    .map((record) => Buffer.from(`${lineOf(record)}\n`, 'utf8'))
    .sort((a, b) => Buffer.compare(a, b));
  return sha256Of(Buffer.concat(lines).toString('utf8'));
}
