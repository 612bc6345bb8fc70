import type { Findings } from '../findings';
import type { ReadText } from '../read-text';

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const MONTH_NAME = String.raw`(?:jan|fev|feb|mar|apr|avr|ma[iy]|juin|juil|jun|jul|aout|aug|sept?|oct|nov|dec)[a-z]*\.?`;
const CENTURY = '(?:19|20)';

/** A date as people and systems write it, in folded text. */
export const WRITTEN_DATE = [
  String.raw`${DAY} ?[/.\-] ?${MONTH} ?[/.\-] ?(?:${CENTURY})?\d{2}(?!\d)`,
  String.raw`${DAY} ${MONTH} ${CENTURY}\d{2}(?!\d)`,
  String.raw`${CENTURY}\d{2}[-/.]${MONTH}[-/.]${DAY}(?!\d)`,
  String.raw`${DAY}(?:er)?[ \-]${MONTH_NAME}[ \-](?:${CENTURY})?\d{2}(?!\d)`,
  String.raw`${MONTH_NAME} ${DAY},? ${CENTURY}\d{2}(?!\d)`,
  String.raw`${CENTURY}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`,
  String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])${CENTURY}\d{2}(?!\d)`,
].join('|');

/** What people write before a birth date, in folded text. */
const BIRTH_WORD = String.raw`ne(?:e|\(e\))? a [a-z][a-z' \-]{1,40}(?: \(\d{2,3}\))?,? le|nee [a-z'\-]{2,30}(?: [a-z'\-]{2,30})?,? le|D\.? ?N\.?(?= ?:)|(?:ne|nee|ne ?\(e\)|ne\.e|ne·e|ne/nee|nee/ne)(?: le)?|D\.? ?D\.? ?N\.?|date (?:de )?naiss(?:ance|\.)?|naissance(?: le)?|birth ?date|date ?of ?birth|D\.?O\.?B\.?|PatientBirthDate|born(?: on)?`;

const LABELLED = new RegExp(
  String.raw`(?<![A-Za-z])(?:${BIRTH_WORD})(?![A-Za-z])(?: (?:du|de la|de l') ?(?:patiente?|malade|assuree?))?(?: ?\([^)\n]{0,24}\))?[ \t\n:=|;,."'\[\-]{0,12}(?:le |\(?s\)? )?(?:(?:lun|mar|mercre|jeu|vendre|same|diman)[a-z]{2,4} )?(?<![A-Za-z0-9])(?:${WRITTEN_DATE})`,
  'gi',
);

/** Marie DUPONT or DUPONT Marie, one or two of each. */
const CAPITALS = String.raw`[A-Z][A-Z'\-]{1,30}`;
const GIVEN = String.raw`[A-Z][a-z]{1,20}(?:-[A-Z]?[a-z]{1,20})?`;
const NAME = String.raw`(?:${CAPITALS}(?: ${CAPITALS}){0,2}[ \t,;]{1,3}${GIVEN}|${GIVEN}(?: ${GIVEN})?[ \t,;]{1,3}${CAPITALS}(?: ${CAPITALS}){0,2})`;
const CIVILITY = String.raw`(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|[Pp]atiente?|PATIENTE?)`;
/** Documents carry dates of their own: without a label, only what is older than working documents counts. */
const OLD_DATE = String.raw`(?:${DAY}[/.\-]${MONTH}[/.\-]19\d{2}|${DAY}[/.\-]${MONTH}[/.\-]2000|19\d{2}-${MONTH}-${DAY}|19\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|${DAY}(?:er)? ${MONTH_NAME} 19\d{2})(?!\d)`;
const BETWEEN = String.raw`[ \t,;:()\[\-]{1,6}`;
const NAMED = new RegExp(
  String.raw`(?<![A-Za-z])(?:${NAME}|${CIVILITY}[ \t:]{1,3}(?:${NAME}|${CAPITALS}(?: ${CAPITALS})?|${GIVEN}))${BETWEEN}${OLD_DATE}`,
  'g',
);
const REVERSED = new RegExp(String.raw`(?<![0-9A-Za-z/.\-])${OLD_DATE}${BETWEEN}${NAME}(?![A-Za-z])`, 'g');

/**
 * Finds dates of birth: after a label (né le, DDN, date de naissance …), or right beside a person's name when the year
 * is 2000 or before, since names stand beside dates of signature, too.
 */
export function findBirthDates({ text, placeAt }: ReadText, findings: Findings): void {
  const taken = new Set<number>();
  for (const pattern of [LABELLED, NAMED, REVERSED])
    for (const { index, 0: whole } of text.matchAll(pattern)) {
      const end = index + whole.length;
      if (taken.has(end)) continue;
      taken.add(end);
      findings.add('BIRTH_DATE', placeAt(end - 1));
    }
}
