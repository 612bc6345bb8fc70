import type { Findings } from '../findings';
import type { ReadText } from '../read-text';
import { WRITTEN_DATE } from './birth-dates';

/** Heads of columns, folded and in small letters. */
const NAME_HEAD =
  /^(?:nom|noms|prenoms?|patiente?s?|nom[ _].{0,40}|prenom[ _].{0,40}|identite.{0,20}|(?:last|first|family|given|patient)?[ _]?names?|patient'?s? ?name)$/;
const BIRTH_HEAD =
  /^(?:d\.?d\.?n\.?|d\.?o\.?b\.?|(?:date[ _]?(?:de[ _]?)?)?naiss(?:ance|\.)?.{0,20}|ne(?:e|\(e\))?[ _]?le|birth[ _]?date|date[ _]?of[ _]?birth|patient.{0,3}birth.{0,3}date.{0,10})$/;
const NUMBER_HEAD =
  /^(?:(?:n[°o]\.?|num(?:ero)?\.?|no\.?|code|id)?[ _]?(?:i\.?p\.?p\.?|n\.?i\.?p\.?|pid|iep|nda)|(?:n[°o]\.?|numero|num\.?|id|identifiant)[ _]?(?:(?:de|du)[ _])?(?:dossier[ _])?(?:du[ _])?patiente?|patient[ _]?(?:id|number|n[°o]\.?))$/;

const DATE_CELL = new RegExp(String.raw`^(?:${WRITTEN_DATE})(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$`, 'i');
/** A day as spreadsheets count them, from 1900 to 2035. */
const SERIAL_CELL = /^(?:[1-9]\d{0,3}|[1-4]\d{4})(?:\.0+)?$/;
const NUMBER_CELL = /^[A-Z]{0,4}-?\d{5,15}$/i;
/** Rows below a head that are looked at: a table of patients is filled from its top. */
const ROWS = 200;

/** Finds tables of patients: columns for a name and a date of birth, or for a patient's number, with values below. */
export function findIdentityTables({ text, placeAt }: ReadText, findings: Findings): void {
  for (const { row, index, next } of rowsOf(text, 0)) {
    const heads = row.map((cell) =>
      cell
        .replace(/^["']|["']$/g, '')
        .trim()
        .toLowerCase(),
    );
    const birth = heads.findIndex((head) => BIRTH_HEAD.test(head));
    const number = heads.findIndex((head) => NUMBER_HEAD.test(head));
    const isOfPeople = birth >= 0 && heads.some((head) => NAME_HEAD.test(head));
    if (!isOfPeople && number < 0) continue;
    let seen = 0;
    for (const { row: below } of rowsOf(text, next)) {
      const isPerson = isOfPeople && below.some((cell, column) => isBirth(cell, column === birth));
      if (isPerson) findings.add('IDENTITY_TABLE', placeAt(index));
      const isNumbered = number >= 0 && NUMBER_CELL.test((below[number] ?? '').replace(/["' ]/g, ''));
      if (isNumbered) findings.add('PATIENT_NUMBER', placeAt(index));
      seen += 1;
      if (isPerson || isNumbered || seen === ROWS) break;
    }
  }
}

function isBirth(cell: string, isInColumn: boolean): boolean {
  const value = cell.replace(/["']/g, '').trim();
  return DATE_CELL.test(value) || (isInColumn && SERIAL_CELL.test(value));
}

/** Lines of two cells or more, from an index on. */
function* rowsOf(text: string, from: number): Generator<{ row: string[]; index: number; next: number }> {
  for (let index = from; index < text.length;) {
    const end = text.indexOf('\n', index);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(index, next);
    if (line.includes('\t')) yield { row: line.trimEnd().split('\t'), index, next };
    index = next;
  }
}
