import type { DoseExclusion, DoseNote, DoseRow } from '../dose-row';
import { QUANTITIES, QUANTITY_NAMES, type Quantity } from './row-quantities';

/** A measured field that gave no value, and why. */
export interface Spoilt {
  quantity: Quantity;
  problem: DoseNote;
}

/**
 * Decides whether a row counts. A phantom is a phantom and a localiser a localiser, whatever they measured; then a
 * quantity of dose that is no number, in no known unit, negative or beyond what is possible makes the row implausible;
 * then a row without any dose above zero has none. Lengths and times that make no sense are dropped with a note. A dose
 * of zero beside others that are not is no measurement: it is dropped likewise, or it would draw a median down.
 * @param row as read; its `exclusion` is what the reader found already, its notes are kept
 * @param spoilt fields that were there and gave no value
 */
export function judgeRow(row: DoseRow, spoilt: readonly Spoilt[]): DoseRow {
  const values: DoseRow = { ...row };
  const problems: Spoilt[] = [...spoilt];
  for (const quantity of QUANTITY_NAMES) {
    const code = faultOf(values[quantity], QUANTITIES[quantity].most);
    if (code === null) continue;
    problems.push({ quantity, problem: { code, params: { value: values[quantity] ?? 0 } } });
    // What excludes a row is shown as it stood there; what is merely left out is left out.
    if (!QUANTITIES[quantity].isDose || !Number.isFinite(values[quantity])) values[quantity] = null;
  }
  const zeros = emptyDoses(values);
  for (const quantity of zeros) values[quantity] = null;
  const notes = [
    ...(row.notes ?? []),
    ...problems.map(noteOf),
    ...zeros.map((quantity) => noteOf({ quantity, problem: { code: 'DOSE_ZERO' } })),
  ];
  const exclusion = row.exclusion ?? exclusionOf(values, problems);
  const judged: DoseRow = { ...values, exclusion };
  if (notes.length > 0) judged.notes = notes;
  else delete judged.notes;
  return judged;
}

function faultOf(value: number | null, most: number): string | null {
  if (value === null) return null;
  if (!Number.isFinite(value)) return 'VALUE_NOT_A_NUMBER';
  if (value < 0) return 'VALUE_NEGATIVE';
  return value > most ? 'VALUE_IMPOSSIBLE' : null;
}

function exclusionOf(row: DoseRow, problems: readonly Spoilt[]): DoseExclusion | null {
  if (problems.some(({ quantity }) => QUANTITIES[quantity].isDose)) return 'IMPLAUSIBLE';
  const measured = QUANTITY_NAMES.some((name) => countsAsDose(name) && (row[name] ?? 0) > 0);
  return measured ? null : 'NO_DOSE';
}

/** Time under fluoroscopy says how much was given where a device measures nothing else. */
function countsAsDose(quantity: Quantity): boolean {
  return QUANTITIES[quantity].isDose || quantity === 'fluoroscopySeconds';
}

/** Doses of zero in a row that has others above. */
function emptyDoses(row: DoseRow): Quantity[] {
  const doses = QUANTITY_NAMES.filter((name) => QUANTITIES[name].isDose && row[name] !== null);
  return doses.some((name) => (row[name] ?? 0) > 0) ? doses.filter((name) => row[name] === 0) : [];
}

function noteOf({ quantity, problem }: Spoilt): DoseNote {
  return { code: problem.code, params: { ...problem.params, quantity: QUANTITIES[quantity].label.fr } };
}
