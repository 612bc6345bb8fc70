import type { Findings } from '../findings';
import type { ReadText } from '../read-text';
import { findBirthDates } from './birth-dates';
import { findNationalNumbers, findPatientNumbers } from './find-numbers';
import { findIdentityTables } from './identity-tables';
import { findPatientHeaders } from './patient-headers';

/** Adds everything in a text that could tell who a patient is; the findings say where, never what. */
export function findIdentifiers(read: ReadText, findings: Findings): void {
  findNationalNumbers(read, findings);
  findPatientNumbers(read, findings);
  findBirthDates(read, findings);
  findIdentityTables(read, findings);
  findPatientHeaders(read, findings);
}
