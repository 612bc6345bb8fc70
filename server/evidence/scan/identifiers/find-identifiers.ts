import type { Findings } from '../findings';
import type { ReadText } from '../read-text';
import { findBirthDates } from './birth-dates';
import { findNationalNumbers, findPatientNumbers } from './find-numbers';
import { findIdentityTables } from './identity-tables';
import { findPatientHeaders } from './patient-headers';

/** Characters that are searched at once, so that memory does not grow with the file. */
const BLOCK = 2 ** 20;
/** Characters of a block that the next one begins with: a label and its number, a head and its first row. */
const OVERLAP = 500;
/** Findings after which nobody counts on. */
const ENOUGH = 1_000;

/** Adds everything in a text that could tell who a patient is; the findings say where, never what. */
export function findIdentifiers(read: ReadText, findings: Findings): void {
  for (const block of blocksOf(read)) {
    findNationalNumbers(block, findings);
    findPatientNumbers(block, findings);
    findBirthDates(block, findings);
    findIdentityTables(block, findings);
    findPatientHeaders(block, findings);
    if (findings.count('NIR') >= ENOUGH) return;
  }
}

function* blocksOf({ text, placeAt }: ReadText): Generator<ReadText> {
  for (let start = 0; start < text.length; start += BLOCK) {
    const from = Math.max(0, start - OVERLAP);
    yield { text: text.slice(from, start + BLOCK), placeAt: (index) => placeAt(from + index) };
  }
}
