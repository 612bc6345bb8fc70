/**
 * Identifiers of French health registries and their check digits. The `check…` functions judge a value as it
 * stands: normalise it first. A key can be wrong on historical numbers, so callers record a BAD_KEY and go on;
 * they refuse what is MALFORMED.
 */

/** `BAD_KEY`: the form is right, the check digit is not. `MALFORMED`: it cannot be such an identifier. */
export type KeyCheck = 'OK' | 'BAD_KEY' | 'MALFORMED';

/** SIREN of La Poste, whose establishments do not follow the Luhn rule. */
const LA_POSTE_SIREN = '356000000';

/**
 * FINESS number of a site (ET) or legal entity (EJ): 9 characters, the first two the department (2A and 2B for
 * Corsica), the last a Luhn key computed with A as 1 and B as 2.
 */
export function checkFiness(value: string): KeyCheck {
  if (!/^(?:\d{2}|2[AB])\d{7}$/.test(value)) return 'MALFORMED';
  return checkLuhn(value.replace('A', '1').replace('B', '2'));
}

/** SIREN number of a legal person: 9 digits, Luhn. */
export function checkSiren(value: string): KeyCheck {
  return /^\d{9}$/.test(value) ? checkLuhn(value) : 'MALFORMED';
}

/**
 * SIRET number of an establishment: SIREN and 5 digits, Luhn over all 14. For La Poste a sum of digits divisible
 * by 5 is right too (rule of INSEE for SIREN 356000000).
 */
export function checkSiret(value: string): KeyCheck {
  if (!/^\d{14}$/.test(value)) return 'MALFORMED';
  const check = checkLuhn(value);
  if (check === 'BAD_KEY' && value.startsWith(LA_POSTE_SIREN))
    return digitSum(value) % 5 === 0 ? 'OK' : 'BAD_KEY';
  return check;
}

/** RPPS number of a health professional: 11 digits, Luhn. */
export function checkRpps(value: string): KeyCheck {
  return /^\d{11}$/.test(value) ? checkLuhn(value) : 'MALFORMED';
}

/** Removes every space (`17 078 062 1` is how FINESS numbers are displayed) and writes 2A, 2B in capitals. */
export function normaliseFiness(value: string): string {
  return withoutSpaces(value).toUpperCase();
}

/** Removes every space. */
export function normaliseSiren(value: string): string {
  return withoutSpaces(value);
}

/** Removes every space. */
export function normaliseSiret(value: string): string {
  return withoutSpaces(value);
}

/** Removes every space, and the 8 that national identifiers put before the 11 digits of an RPPS number. */
export function normaliseRpps(value: string): string {
  const compact = withoutSpaces(value);
  return /^8\d{11}$/.test(compact) ? compact.slice(1) : compact;
}

function withoutSpaces(value: string): string {
  return value.replace(/\s+/g, '');
}

/** Zeros alone satisfy Luhn but are the usual filler of an empty field, never a number that was issued. */
function checkLuhn(digits: string): KeyCheck {
  if (/^0+$/.test(digits)) return 'MALFORMED';
  return luhnSum(digits) % 10 === 0 ? 'OK' : 'BAD_KEY';
}

/** Luhn sum (ISO/IEC 7812-1): from the right, every second digit doubled, less 9 when that passes 9. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

function digitSum(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0);
}
