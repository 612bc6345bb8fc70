import type { DoseModality } from '../dose-row';
import { wordsOf } from './protocol-key';

/** What of an examination suggestions look at. */
export interface SuggestedExam {
  code: string;
  modality: DoseModality;
  words: readonly string[];
}

/** Words that say that the patient is a child. */
const CHILD = new Set([
  'enfant',
  'pedia',
  'ped',
  'pediatrie',
  'pediatrique',
  'child',
  'baby',
  'bebe',
  'nourrisson',
]);
const IS_FOR_CHILDREN = /^(CTP|RXP)-/;

/**
 * The examinations that a protocol name may stand for, the likeliest first: those of its modality with a word in common,
 * by the number of words in common, then by how few others they have. A suggestion and nothing more: the service decides.
 * @returns three codes at most
 */
export function suggestExams(
  protocol: string,
  modality: DoseModality,
  exams: readonly SuggestedExam[],
): string[] {
  const words = new Set(wordsOf(protocol));
  const isChild = [...words].some((word) => CHILD.has(word));
  return exams
    .filter((exam) => exam.modality === modality && IS_FOR_CHILDREN.test(exam.code) === isChild)
    .map((exam) => ({ exam, common: exam.words.filter((word) => words.has(word)).length }))
    .filter(({ common }) => common > 0)
    .sort(
      (a, b) =>
        b.common - a.common ||
        a.exam.words.length - b.exam.words.length ||
        (a.exam.code < b.exam.code ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ exam }) => exam.code);
}
