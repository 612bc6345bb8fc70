import { isNir } from '../../evidence';

/** What in a text points to a patient. */
export type Identifying = 'NIR' | 'DATE';

/** Digits that stand together, be it with spaces, dots or dashes between them. */
const RUNS = /\d(?:[\s.\-_/\u00A0\u202F]?[\dAB])+/gi;

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d\\d';
const DATE = new RegExp(`(?<!\\d)(?:${DAY}[./-]${MONTH}[./-]${YEAR}|${YEAR}[./-]${MONTH}[./-]${DAY})(?!\\d)`);
const BORN = /(?<!\p{L})(?:n[ée]{1,2}e?\s+(?:le|en)|ddn|date\s+de\s+naissance|born\s+(?:on|in))(?!\p{L})/iu;

/**
 * Whether a text holds a number of the national register: 15 digits with their key, or 13 that can be nothing else. Record
 * numbers of 13 digits may look like one; the service puts something before them.
 */
export function holdsNir(text: string): boolean {
  return (text.match(RUNS) ?? []).some((run) => {
    // Other numbers may stand before and after it: each stretch of whole groups is tried.
    const groups = run.toUpperCase().split(/[^\dAB]/);
    return groups.some((_group, from) =>
      groups.slice(from).some((_next, count) => isNir(groups.slice(from, from + count + 1).join(''))),
    );
  });
}

/**
 * What points to a patient in the number of a record: a NIR, or a full date with separators.
 * @returns null where nothing does
 */
export function identifyingNumber(text: string): Identifying | null {
  if (holdsNir(text)) return 'NIR';
  return DATE.test(text) ? 'DATE' : null;
}

/**
 * What points to a patient in a remark: a NIR, or words that announce a date of birth. Other dates are left: a request has
 * one.
 * @returns null where nothing does
 */
export function identifyingRemark(text: string): Identifying | null {
  if (holdsNir(text)) return 'NIR';
  return BORN.test(text) ? 'DATE' : null;
}
