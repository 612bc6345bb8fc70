/**
 * The number of the French national register (NIR), as decree 82-103 composes it: sex, year and month of birth,
 * department, municipality, order, and a key: 97 − (the 13 digits modulo 97), Corsica's 2A and 2B counted as 19 and 18.
 */

/** How the digits of a candidate stand in the text. */
export type NirForm = 'RUN' | 'GROUPS' | 'THREES' | 'ONE_BY_ONE';

/** Fifteen or thirteen characters that have the shape of a NIR. */
export interface NirCandidate {
  index: number;
  end: number;
  /** Without blanks, letters in capitals. */
  digits: string;
  form: NirForm;
}

const BLANK = String.raw`[ \t\n.\-/|_·]{0,3}`;
/** Not within a word, a longer number or a fraction; a label may stick to its number. */
const START = String.raw`(?:(?<![A-Za-z0-9]|[0-9][.,])|(?<=(?<![A-Za-z])(?:NIR|INS|NIA|SS|nir|ins)))`;
/** What is exported from tables of numbers ends in `.0` or `,00`. */
const END = String.raw`(?![A-Za-z0-9]|[.,]\d*[1-9])`;
/** Sex, year, month, department, municipality, order, key; blanks only between them. */
const BODY = [
  '[1-478]',
  String.raw`\d{2}`,
  String.raw`\d{2}`,
  String.raw`(?:\d{2}|2[ABab])`,
  String.raw`\d{3}`,
  String.raw`\d{3}`,
];
/** The key may be announced: "clé 42", "(42)". */
const BEFORE_KEY = String.raw`[ \t\n.\-/|_·(:,;]{0,3}(?:clef?[ :=]{0,3}(?:n[°o] ?)?)?`;
const WITH_KEY = new RegExp(START + BODY.join(BLANK) + BEFORE_KEY + String.raw`\d{2}` + END, 'gi');
const WITHOUT_KEY = new RegExp(START + BODY.join(BLANK) + END, 'g');
/** As a spreadsheet shows a large number. */
const THREES = new RegExp(String.raw`${START}[1-478]\d{2}(?:([ .])\d{3})(?:\1\d{3}){3}${END}`, 'g');
/** As in the boxes of a form. */
const ONE_BY_ONE = new RegExp(
  String.raw`${START}[1-478](?:[ \t|.\-/_·]{1,3}[0-9ABab]){14}(?![A-Za-z0-9]| [0-9](?![0-9]))`,
  'g',
);

/** Numbers of 15 characters in folded text that could be a NIR with its key. */
export function nirCandidates(text: string): NirCandidate[] {
  return [
    ...matchesOf(text, WITH_KEY, null),
    ...matchesOf(text, THREES, 'THREES'),
    ...matchesOf(text, ONE_BY_ONE, 'ONE_BY_ONE'),
  ].filter(({ digits }) => digits.length === 15);
}

/** Numbers of 13 characters in folded text that could be a NIR without its key. */
export function keylessCandidates(text: string): NirCandidate[] {
  return matchesOf(text, WITHOUT_KEY, null).filter(({ digits }) => digits.length === 13);
}

/** Overlapping matches: a number may begin within one that turned out to be none. */
function matchesOf(text: string, pattern: RegExp, form: NirForm | null): NirCandidate[] {
  const found: NirCandidate[] = [];
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const [whole] = match;
    const digits = whole.replace(/clef?|n[°o]|[^0-9A-Za-z]/gi, '').toUpperCase();
    const blanks = whole.match(/[^0-9A-Za-z]+/g)?.length ?? 0;
    if (form !== null || isOneNumber(whole, blanks, digits.length))
      found.push({
        index: match.index,
        end: match.index + whole.length,
        digits,
        form: form ?? (blanks >= 3 ? 'GROUPS' : 'RUN'),
      });
    search.lastIndex = match.index + 1;
  }
  return found;
}

/**
 * Whether parts that stand in several cells or lines are one number and not some neighbours: each part has a cell of its
 * own, or a number in groups goes on in the next line.
 */
function isOneNumber(whole: string, blanks: number, length: number): boolean {
  const lines = whole.split('\n').length;
  if (/[\t|]/.test(whole)) return lines === 1 && blanks === (length === 15 ? BODY.length : BODY.length - 1);
  return lines === 1 || (lines === 2 && blanks >= 3);
}

/** Whether the last two of 15 characters are the key of the first 13. */
export function hasNirKey(digits: string): boolean {
  const key = Number(digits.slice(13));
  return key >= 1 && key <= 97 && key === nirKey(digits.slice(0, 13));
}

/** The key of 13 characters, 1 to 97. */
export function nirKey(thirteen: string): number {
  const number = Number(thirteen.replace('2A', '19').replace('2B', '18'));
  return 97 - (number % 97);
}

/**
 * Whether characters that stand alone are a NIR: 15 with their key, or 13 that are hardly anything else. Without a key, the
 * month is one that people are born in, or 20 for an unknown one: numbers that begin with a year have others.
 */
export function isNir(digits: string): boolean {
  if (!/^\d{5}(?:\d\d|2[AB])\d+$/.test(digits) || !hasNirShape(digits, { usual: false })) return false;
  if (digits.length === 13) return Number(digits.slice(3, 5)) <= 20;
  return digits.length === 15 && hasNirKey(digits);
}

/** Whether the parts can be those of a person; `usual` leaves out provisional numbers and unknown months. */
export function hasNirShape(digits: string, { usual }: { usual: boolean }): boolean {
  const [sex, month, department] = [digits[0] as string, Number(digits.slice(3, 5)), digits.slice(5, 7)];
  if (usual ? !'12'.includes(sex) : !'123478'.includes(sex)) return false;
  const isMonth = month >= 1 && month <= 12;
  const isUnknownMonth = month === 20 || (month >= 30 && month <= 42) || (month >= 50 && month <= 99);
  if (usual ? !isMonth : !isMonth && !isUnknownMonth) return false;
  if (department === '00' || department === '96') return false;
  return digits.slice(7, 10) !== '000' && digits.slice(10, 13) !== '000';
}
