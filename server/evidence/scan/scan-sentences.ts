import { messageFor, type Locale } from '../../kernel/messages';
import type { Place, ScanReason } from './verdict';

/** What a reason says, and what to do about it. */
export function sentenceOf({ code, params, count }: ScanReason, locale: Locale): string {
  return messageFor(`SCAN_${code}`, locale, { ...params, count });
}

const PLACES: Readonly<Record<Place['kind'], Readonly<Record<Locale, string>>>> = {
  FILE_NAME: { fr: 'nom du fichier', en: 'file name' },
  PAGE: { fr: 'page {number}', en: 'page {number}' },
  LINE: { fr: 'ligne {number}', en: 'line {number}' },
  CELL: { fr: 'feuille {number}, cellule {cell}', en: 'sheet {number}, cell {cell}' },
  SLIDE: { fr: 'diapositive {number}', en: 'slide {number}' },
  PARAGRAPH: { fr: 'paragraphe {number}', en: 'paragraph {number}' },
  MARGIN: { fr: 'en-tête ou pied de page', en: 'header or footer' },
  COMMENT: { fr: 'commentaire ou note', en: 'comment or note' },
  FORM: { fr: 'champ de formulaire', en: 'form field' },
  OTHER: { fr: 'partie cachée du document', en: 'hidden part of the document' },
};

/** Where something was found, as a person looks for it. */
export function wordsForPlace({ kind, number, cell }: Place, locale: Locale): string {
  return PLACES[kind][locale].replace('{number}', String(number ?? '?')).replace('{cell}', cell ?? '?');
}
