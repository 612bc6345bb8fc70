import type { Words } from '../kernel/messages';

/**
 * What an input must be, by the name that class-validator has for the rule. `{figure}` and `{form}` are taken from its own
 * sentence; of which field it speaks, the path says.
 */
export const RULES: Readonly<Record<string, Words>> = {
  minLength: { fr: '{figure} caractères au moins', en: 'at least {figure} characters' },
  maxLength: { fr: '{figure} caractères au plus', en: 'at most {figure} characters' },
  min: { fr: '{figure} au moins', en: 'at least {figure}' },
  max: { fr: '{figure} au plus', en: 'at most {figure}' },
  arrayMinSize: { fr: '{figure} valeurs au moins', en: 'at least {figure} values' },
  arrayMaxSize: { fr: '{figure} valeurs au plus', en: 'at most {figure} values' },
  arrayUnique: { fr: 'chaque valeur une seule fois', en: 'each value once' },
  isLength: { fr: 'de {figure} à {last} caractères', en: 'from {figure} to {last} characters' },
  isEmail: { fr: 'une adresse électronique est attendue', en: 'an e-mail address is expected' },
  matches: { fr: 'la forme attendue est {form}', en: 'the expected form is {form}' },
};

const PLACEHOLDERS: Readonly<Record<string, RegExp>> = {
  figure: /(?<!\w)(-?\d+(?:\.\d+)?)(?!\w)/,
  last: /(\d+) characters/,
  form: /match (.+) regular expression/,
};

/**
 * A broken rule in both languages.
 * @param name of the rule, as class-validator has it
 * @param sentence what class-validator says of it, in English; told as it is where the rule has no words of its own
 */
export function ruleInWords(name: string, sentence: string): Words {
  const words = RULES[name === 'isLength' ? sideOfLength(sentence) : name];
  if (!words) return { fr: sentence, en: sentence };
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => PLACEHOLDERS[key]?.exec(sentence)?.[1] ?? whole);
  return { fr: filled(words.fr), en: filled(words.en) };
}

/** A length has two sides, and its sentence mostly speaks of the broken one alone. */
function sideOfLength(sentence: string): string {
  if (!sentence.includes('longer than')) return 'maxLength';
  return sentence.includes('shorter than') ? 'isLength' : 'minLength';
}
