import { TABLES, type Table, type Tally } from './ledger';
import type { Reading } from './readback';
import type { Stage } from './stage';

/**
 * Where the API says otherwise than what was done; empty when all is well.
 * @param state that the campaign must have come to
 */
export function mismatchesOf(stage: Stage, reading: Reading, state: string): string[] {
  const overridden = stage.encounters.filter(({ isOverridden }) => isOverridden).length;
  return [
    ...TABLES.flatMap((table) => differences(table, stage.ledger.tally(table), reading.tables[table])),
    ...difference('state of the campaign', state, reading.campaign),
    ...difference('conflicts overridden', overridden, reading.conflictsOverridden),
    ...difference('overdue actions', overdueOn(stage, 0), reading.overdueActions),
  ];
}

/** States in which an action is agreed and not yet done. */
const OWED = new Set(['AGREED', 'IN_PROGRESS', 'REOPENED']);

/** How many actions are overdue on a day of the demonstration, by what was done. */
export function overdueOn({ cases, ledger }: Stage, day: number): number {
  return cases
    .flatMap(({ actions }) => actions)
    .filter(({ id, dueDay }) => dueDay < day && OWED.has(ledger.labelOf('actions', id) ?? '')).length;
}

/** One line when what was found is not what was done. */
export function difference(what: string, done: string | number, found: string | number): string[] {
  return done === found ? [] : [`${what}: ${done} done, ${found} found`];
}

function differences(table: Table, expected: Tally, found: Tally): string[] {
  const labels = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return labels.flatMap((label) => difference(`${table} ${label}`, expected[label] ?? 0, found[label] ?? 0));
}
