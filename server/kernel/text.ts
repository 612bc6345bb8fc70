import type { Words } from './messages';

/** What is said of a text with characters that no row can hold. */
export const UNSTORABLE: Words = {
  fr: 'le texte contient un caractère qui ne peut pas être enregistré',
  en: 'the text has a character that cannot be stored',
};

/** What is said of a text of spaces alone. */
export const BLANK: Words = { fr: 'le texte est vide', en: 'the text is empty' };

const HALF_OF_A_PAIR = /\p{Surrogate}/u;

/**
 * Whether PostgreSQL can keep a text as it is: no NUL, and no half of a surrogate pair, which would silently turn into
 * U+FFFD on the way.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !HALF_OF_A_PAIR.test(text);
}

/**
 * Where in a value, however deep, texts stand that the database cannot keep.
 * @param path where the value itself stands
 */
export function unstorableTexts(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => unstorableTexts(inner, [...path, name]));
}

/**
 * Where in an input texts stand that are given and yet say nothing: spaces alone.
 * @param path where the value itself stands
 */
export function blankTexts(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return value.length > 0 && value.trim() === '' ? [path] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => blankTexts(inner, [...path, name]));
}
