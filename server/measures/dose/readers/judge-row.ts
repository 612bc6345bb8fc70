import type { DoseExclusion, DoseNote, DoseRow } from '../dose-row';
import { QUANTITIES, QUANTITY_NAMES, type Quantity } from './row-quantities';

/** A measured field that gave no value, and why. */
export interface Spoilt {
  quantity: Quantity;
  problem: DoseNote;
}

const DOSES = QUANTITY_NAMES.filter((quantity) => QUANTITIES[quantity].isDose);

/**
 * Decides whether a row counts. A phantom is a phantom and a localiser a localiser, whatever they measured; then a
 * quantity of dose that is no number, in no known unit, negative or beyond what is possible makes the row implausible;
 * then a row without any dose above zero has none. Lengths and times that make no sense are dropped with a note. A dose
 * of zero beside others that are not is no measurement: it is dropped likewise, or it would draw a median down.
 * @param row as read; its `exclusion` is what the reader found already, its notes are kept
 * @param spoilt fields that were there and gave no value
 */
export function judgeRow(row: DoseRow, spoilt: readonly Spoilt[]): DoseRow {
  const judged: DoseRow = { ...row };
  const problems: Spoilt[] = [...spoilt];
  for (const quantity of QUANTITY_NAMES) {
    const value = judged[quantity];
    if (value === null) continue;
    const code = faultOf(value, QUANTITIES[quantity].most);
    if (code === null) continue;
    problems.push({ quantity, problem: { code, params: { value } } });
    // What excludes a row is shown as it stood there; what is merely left out is left out.
    if (!QUANTITIES[quantity].isDose || !Number.isFinite(value)) judged[quantity] = null;
  }
  for (const quantity of emptyDoses(judged)) {
    judged[quantity] = null;
    problems.push({ quantity, problem: { code: 'DOSE_ZERO' } });
  }
  judged.exclusion ??= exclusionOf(judged, problems);
  if (problems.length > 0) judged.notes = [...(row.notes ?? []), ...problems.map(noteOf)];
  return judged;
}

function faultOf(value: number, most: number): string | null {
  if (!Number.isFinite(value)) return 'VALUE_NOT_A_NUMBER';
  if (value < 0) return 'VALUE_NEGATIVE';
  return value > most ? 'VALUE_IMPOSSIBLE' : null;
}

function exclusionOf(row: DoseRow, problems: readonly Spoilt[]): DoseExclusion | null {
  const isSpoilt = ({ quantity, problem }: Spoilt): boolean =>
    QUANTITIES[quantity].isDose && problem.code !== 'DOSE_ZERO';
  if (problems.some(isSpoilt)) return 'IMPLAUSIBLE';
  // Time under fluoroscopy says how much was given where a device measures nothing else.
  const measured = DOSES.some((name) => (row[name] ?? 0) > 0) || (row.fluoroscopySeconds ?? 0) > 0;
  return measured ? null : 'NO_DOSE';
}

/** Doses of zero in a row that has others above. */
function emptyDoses(row: DoseRow): Quantity[] {
  const zeros = DOSES.filter((name) => row[name] === 0);
  return zeros.length > 0 && DOSES.some((name) => (row[name] ?? 0) > 0) ? zeros : [];
}

function noteOf({ quantity, problem }: Spoilt): DoseNote {
  return { code: problem.code, params: { ...problem.params, quantity: QUANTITIES[quantity].label } };
}
