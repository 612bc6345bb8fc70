import { remember } from './remember';

/** Words that stand in names of phantom and quality-control exposures, wherever they are written. */
const WORDS: ReadonlySet<string> = new Set([
  'PHANTOM',
  'PHANTOMS',
  'PHANTOME',
  'FANTOME',
  'FANTOMES',
  'CATPHAN',
  'GAMMEX',
  'QA',
  'QC',
  'CQ',
  'CQI',
  'CQE',
  'AIRCAL',
]);

/** Words that mean a test in a patient's name or number; in a protocol, a test bolus is a patient's. */
const WORDS_OF_IDENTITY: ReadonlySet<string> = new Set([...WORDS, 'TEST', 'TESTS', 'ESSAI', 'DEMO', 'DUMMY']);

const PHRASES =
  /\b(?:CONTROLE (?:DE )?QUALITE|QUALITY (?:CONTROL|ASSURANCE|CHECK)|ASSURANCE QUALITE|DAILY CHECK|AIR CAL(?:IBRATION)?|FLAT FIELD)\b/;

/** Whether the name of a protocol, a study or an examination is that of a quality control. */
export function namesQualityControl(text: string | null): boolean {
  return text !== null && hasControlWord(text);
}

/** Whether a patient's name or number is none of a patient. */
export function namesTestPatient(text: string | null): boolean {
  return text !== null && hasWord(text, WORDS_OF_IDENTITY);
}

const hasControlWord = remember((text) => hasWord(text, WORDS));

/** Words end at anything that is no letter, and where small letters turn to capitals: `DailyQA`, `QA_1`, `TEST123`. */
function hasWord(text: string, words: ReadonlySet<string>): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const parts = plain.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((part) => part.toUpperCase());
  return parts.some((part) => words.has(part)) || PHRASES.test(parts.join(' '));
}
