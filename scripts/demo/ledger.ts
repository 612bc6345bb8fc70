/** What the demonstration counts, and reads back through the API at the end. */
export const TABLES = [
  'applications',
  'audits',
  'assignments',
  'recusals',
  'evidence',
  'requests',
  'verdicts',
  'grades',
  'findings',
  'replies',
  'dispositions',
  'reports',
  'actions',
] as const;
export type Table = (typeof TABLES)[number];

/** How many objects stand under each label, labels in alphabetical order. */
export type Tally = Record<string, number>;

/** What should stand in the database, by what the demonstration has done. */
export interface Ledger {
  /** Notes what has become of an object; a later note about it takes the place of the earlier one. */
  note(table: Table, id: string, label: string): void;
  /** What was last noted about an object. */
  labelOf(table: Table, id: string): string | undefined;
  tally(table: Table): Tally;
}

/** An empty ledger. */
export function createLedger(): Ledger {
  const tables = new Map<Table, Map<string, string>>(TABLES.map((table) => [table, new Map()]));
  const rows = (table: Table) => tables.get(table) ?? new Map<string, string>();
  return {
    note: (table, id, label) => void rows(table).set(id, label),
    labelOf: (table, id) => rows(table).get(id),
    tally: (table) => tallyOf(rows(table).values()),
  };
}

/** Counts equal labels. */
export function tallyOf(labels: Iterable<string>): Tally {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
