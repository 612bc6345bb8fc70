import {
  PDFArray,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
  type PDFDict,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { FileRefused } from '../findings';
import { isProgramLink } from '../program-links';
import type { ScanReasonCode } from '../scan-reasons';
import { dictionaryOf, reachableObjects } from './reachable-objects';

/** Keys that only dictionaries with such content have (ISO 32000-2, tables 29, 47, 217 and 224). */
const REFUSED_KEYS: Readonly<Record<string, [ScanReasonCode, string]>> = {
  JS: ['ACTIVE_CONTENT', 'JavaScript'],
  JavaScript: ['ACTIVE_CONTENT', 'JavaScript'],
  XFA: ['ACTIVE_CONTENT', 'XFA'],
  RichMediaContent: ['ACTIVE_CONTENT', 'RichMedia'],
  EmbeddedFiles: ['EMBEDDED_FILE', 'attachment'],
  EF: ['EMBEDDED_FILE', 'attachment'],
};
/** Actions that run, send or open something (table 201); going to a page and following a link stay. */
const REFUSED_ACTIONS = new Set(
  'JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition Movie Sound RichMediaExecute GoTo3DView'.split(
    ' ',
  ),
);
const REFUSED_ANNOTATIONS = new Set('RichMedia Movie Sound Screen 3D'.split(' '));
/** What may happen by itself: it changes what is shown, and nobody outside learns of it. */
const OPENING_ACTIONS = new Set(['GoTo', 'Named', 'Hide', 'ResetForm', 'SetOCGState', 'Trans']);

/**
 * Refuses a PDF that runs something, opens or sends something by itself, or carries another file.
 * @throws FileRefused ACTIVE_CONTENT, EMBEDDED_FILE
 */
export function refuseActivePdf(pdf: PDFDocument): void {
  for (const [, object] of reachableObjects(pdf.context)) {
    const dictionary = dictionaryOf(object);
    if (!dictionary) continue;
    for (const key of dictionary.keys()) {
      const refused = REFUSED_KEYS[key.decodeText()];
      if (refused && !isEmpty(dictionary.lookup(key)))
        throw new FileRefused(refused[0], { what: refused[1] });
    }
    // Content that lies in another file (tables 5 and 93); elsewhere these keys mean something else.
    if (object instanceof PDFStream && ['F', 'Ref'].some((key) => dictionary.has(PDFName.of(key))))
      throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
    const additional = dictionaryOf(dictionary.lookup(PDFName.of('AA')));
    for (const key of additional?.keys() ?? []) refuseOwnActions(additional?.lookup(key));
    const action = nameIn(dictionary, 'S');
    if (action !== null && REFUSED_ACTIONS.has(action))
      throw new FileRefused('ACTIVE_CONTENT', { what: action });
    const link = dictionary.lookup(PDFName.of('URI'));
    if ((link instanceof PDFString || link instanceof PDFHexString) && isProgramLink(link.decodeText()))
      throw new FileRefused('ACTIVE_CONTENT', { what: 'URI' });
    const annotation = nameIn(dictionary, 'Subtype');
    if (annotation !== null && REFUSED_ANNOTATIONS.has(annotation))
      throw new FileRefused('ACTIVE_CONTENT', { what: annotation });
    if (nameIn(dictionary, 'Type') === 'EmbeddedFile')
      throw new FileRefused('EMBEDDED_FILE', { what: 'attachment' });
  }
  refuseOwnActions(pdf.catalog.lookup(PDFName.of('OpenAction')));
}

/**
 * Refuses what happens by itself, when a document or a page opens or a field is entered, with all that follows it:
 * fetching an address then tells somebody who reads.
 */
function refuseOwnActions(first: PDFObject | undefined): void {
  const seen = new Set<PDFDict>();
  const waiting = [first];
  for (let action = waiting.pop(); action || waiting.length > 0; action = waiting.pop()) {
    if (action instanceof PDFArray) waiting.push(...action.asArray().map((_, at) => action.lookup(at)));
    const dictionary = dictionaryOf(action);
    if (!dictionary || seen.has(dictionary)) continue;
    seen.add(dictionary);
    const act = nameIn(dictionary, 'S');
    if (act !== null && !OPENING_ACTIONS.has(act))
      throw new FileRefused('ACTIVE_CONTENT', { what: 'OpenAction' });
    waiting.push(dictionary.lookup(PDFName.of('Next')));
  }
}

/** Some writers put in an empty tree of attachments. */
function isEmpty(object: PDFObject | undefined): boolean {
  const dictionary = dictionaryOf(object);
  if (!dictionary) return false;
  return dictionary.values().every((value) => value.toString().replace(/\s/g, '') === '[]');
}

/** The name that a key holds; null when it holds none. */
export function nameIn(dictionary: PDFDict, key: string): string | null {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}
