import { parisDate } from '../../kernel/working-days';
import type { ReportLanguage } from './shown-report';

// Numbers and dates are written here and not by Intl, whose spaces and forms change with the version of ICU: the same
// report has to give the same bytes wherever it is rendered.

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';
const MINUS = '\u2212';

const MONTHS: Readonly<Record<ReportLanguage, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Control characters other than the end of a line, and what turns the direction of letters that follow. */
// eslint-disable-next-line no-control-regex -- these are what is taken out
const UNPRINTABLE = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * A text as it is printed: spaces that French puts before high punctuation and within guillemets do not break, as
 * the Lexique of the Imprimerie nationale wants them (narrow before ; ! ?). No space is added or taken away, so that it does
 * no harm to English or to quoted words. The apostrophe of a typewriter within a word becomes a printed one. Unprintable
 * characters become spaces.
 */
export function typeset(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, ' ')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/ (?=[;!?])/g, NARROW_NO_BREAK)
    .replace(/ (?=[:%»])/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/\bn° (?=\d)/g, `n°${NO_BREAK}`);
}

/** A number, with at most `digits` decimals and no idle zeros: 12 345,6 or 12,345.6. */
export function decimal(value: number, language: ReportLanguage, digits = 2): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_NO_BREAK : ',');
  const rest = fraction.replace(/0+$/, '');
  const isZero = /^0*$/.test(whole + rest);
  return `${value < 0 && !isZero ? MINUS : ''}${grouped}${rest && (language === 'fr' ? ',' : '.') + rest}`;
}

/** A fraction in per cent: 85,5 % or 85.5%. */
export function percent(fraction: number, language: ReportLanguage, digits = 0): string {
  return `${decimal(fraction * 100, language, digits)}${language === 'fr' ? NO_BREAK : ''}%`;
}

/** A difference of two fractions in points, with its sign: +5 points. */
export function points(difference: number, language: ReportLanguage): string {
  const rounded = Math.round(difference * 100);
  const many = Math.abs(rounded) >= 2 || (language === 'en' && Math.abs(rounded) !== 1);
  return `${rounded > 0 ? '+' : ''}${decimal(rounded, language)}${NO_BREAK}point${many ? 's' : ''}`;
}

/** From one value to another, without a hyphen that could be taken for a minus: 12 à 15. */
export function range(low: string, high: string, language: ReportLanguage): string {
  return `${low}${NO_BREAK}${language === 'fr' ? 'à' : 'to'}${NO_BREAK}${high}`;
}

/** A unit as physicists write it: mGy·cm². */
export function unit(code: string): string {
  return code.replaceAll('.', '·').replace(/cm2$/, 'cm²');
}

/** The digits after the comma that the smallest doses are given with, in any unit. */
const FINEST = 4;

/** A measured dose to three digits; what is larger keeps its units, what is tiny four decimals. */
export function dose(value: number, language: ReportLanguage): string {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return decimal(value, language, Math.min(FINEST, Math.max(0, 2 - power)));
}

/** A value with its unit, as it was set: held together, and not rounded. */
export function quantity(value: number, code: string, language: ReportLanguage): string {
  return `${decimal(value, language, FINEST)}${NO_BREAK}${unit(code)}`;
}

/**
 * A day in words: 12 mars 2027, 1er mars 2027, 12 March 2027.
 * @param date YYYY-MM-DD, or an instant, whose day in Paris counts
 */
export function day(date: string, language: ReportLanguage): string {
  const [year = '', month, dayOfMonth] = (date.length > 10 ? parisDate(new Date(date)) : date).split('-');
  const number = Number(dayOfMonth);
  const first = language === 'fr' && number === 1 ? 'er' : '';
  return `${number}${first}${NO_BREAK}${MONTHS[language][Number(month) - 1] ?? ''}${NO_BREAK}${year}`;
}

/** A number and the noun that goes with it: 1 critère, 2 critères. French has its plural from 2 on, English for all but 1. */
export function counted(n: number, language: ReportLanguage, one: string, many: string): string {
  const isOne = language === 'fr' ? n < 2 : n === 1;
  return `${decimal(n, language, 0)}${NO_BREAK}${isOne ? one : many}`;
}

/** The beginning of a text, up to the end of a word, with dots where something is left out. */
export function beginning(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = Array.from(line).slice(0, length).join('');
  const end = cut.lastIndexOf(' ');
  return `${end > length / 2 ? cut.slice(0, end) : cut}…`;
}
