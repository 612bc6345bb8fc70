import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
  type PDFDocument,
  type PDFObject,
  type PDFPageLeaf,
} from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { FileRefused, type Findings } from '../findings';
import { gatherText, type ReadText, type TextGatherer } from '../read-text';
import { SCAN_LIMITS } from '../scan-limits';
import { dictionaryOf, reachableObjects } from './reachable-objects';
import { nameIn } from './refuse-active-pdf';

/** One run of glyphs as pdf.js tells it. */
interface Run {
  str: string;
  hasEOL: boolean;
  width: number;
  /** Where it starts: [a, b, c, d, x, y]. */
  transform: number[];
}

/** Gap between two runs, in heights of the letters, from which they stand in two columns. */
const COLUMN_GAP = 1.2;
/** Share of characters that no font table explains, from which a page counts as unread. */
const GARBLED_SHARE = 0.2;

/**
 * Reads the text of a PDF page by page, then what stands in form fields, comments and bookmarks. Pages that draw something
 * and have no text, or text without meaning, are findings: somebody has to look at them.
 * @param bytes of the clean copy: what is read is what is published
 * @throws FileRefused UNREADABLE, TOO_MUCH_INSIDE
 */
export async function readPdf(bytes: Buffer, pdf: PDFDocument, findings: Findings): Promise<ReadText> {
  const gathered = gatherText();
  const pages = pdf.getPages();
  if (pages.length > SCAN_LIMITS.pages)
    throw new FileRefused('TOO_MUCH_INSIDE', { limit: `${SCAN_LIMITS.pages} pages` });
  const reader = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false }).catch(
    () => {
      throw new FileRefused('UNREADABLE');
    },
  );
  if (reader.numPages !== pages.length) throw new FileRefused('UNREADABLE');
  for (let number = 1; number <= reader.numPages; number += 1) {
    const place = { kind: 'PAGE', number } as const;
    const lines = await linesOf(await reader.getPage(number));
    const drawn = pages[number - 1]?.node;
    if (isUnread(lines) && drawn && drawsSomething(drawn)) findings.add('PAGE_WITHOUT_TEXT', place);
    for (const cells of lines) gathered.cells(cells.map((text) => ({ place, text })));
  }
  for (const [, object] of reachableObjects(pdf.context)) {
    if (object instanceof PDFArray) readTexts(object.asArray(), gathered);
    const dictionary = dictionaryOf(object);
    if (!dictionary) continue;
    if (nameIn(dictionary, 'Subtype') === 'Image' && nameIn(dictionary, 'ImageMask') === null)
      findings.add('PICTURES_INSIDE');
    readStrings(dictionary, gathered);
  }
  return gathered.read();
}

/** Lines of a page, each as its cells. */
async function linesOf(page: { getTextContent(): Promise<{ items: object[] }> }): Promise<string[][]> {
  const { items } = await page.getTextContent().catch(() => {
    throw new FileRefused('UNREADABLE');
  });
  const lines: string[][] = [];
  let cells = [''];
  let end: { x: number; y: number } | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const { str, hasEOL, width, transform } = item as Run;
    const [, , , height = 10, x = 0, y = 0] = transform;
    if (end && Math.abs(end.y - y) < 1 && x - end.x > COLUMN_GAP * Math.abs(height) && str.trim() !== '')
      cells.push('');
    cells[cells.length - 1] += str;
    // Blanks between columns are runs of their own, which end where the next column starts.
    if (str.trim() !== '') end = { x: x + width, y };
    if (!hasEOL) continue;
    lines.push(cells);
    cells = [''];
    end = null;
  }
  return [...lines, cells].filter((line) => line.some((cell) => cell.trim() !== ''));
}

/** Whether there is no text, or hardly any that means something. */
function isUnread(lines: readonly string[][]): boolean {
  const text = lines.flat().join('').replace(/\s/g, '');
  if (text.length < 3) return true;
  // eslint-disable-next-line no-control-regex -- fonts without a table of characters come out as these
  const garbled = text.match(/[\u0000-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
  return garbled / text.length > GARBLED_SHARE;
}

/** Bytes of content, packed, that a page without any mark stays below. */
const BLANK_PAGE = 80;

/** Whether a page has pictures, or content beyond setting itself up: drawn letters are lines and curves. */
function drawsSomething(page: PDFPageLeaf): boolean {
  const objects = page.Resources()?.lookup(PDFName.of('XObject'));
  if (objects instanceof PDFDict && objects.keys().length > 0) return true;
  const contents = page.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => page.context.lookup(part)) : [contents];
  const bytes = streams.reduce(
    (sum, stream) => sum + (stream instanceof PDFStream ? stream.getContentsSize() : 0),
    0,
  );
  return bytes > BLANK_PAGE;
}

const READ_KEYS = ['V', 'DV', 'Contents', 'RC', 'Title', 'TU', 'Alt', 'ActualText', 'E', 'Subj'];

/** Strings that readers show outside of the pages: values of fields, comments, bookmarks. */
function readStrings(dictionary: PDFDict, gathered: TextGatherer): void {
  for (const key of READ_KEYS) {
    const value = dictionary.lookup(PDFName.of(key));
    const kind = key === 'Title' ? 'OTHER' : key === 'Contents' || key === 'RC' ? 'COMMENT' : 'FORM';
    if (value instanceof PDFString || value instanceof PDFHexString)
      gathered.line({ kind }, value.decodeText());
  }
  readTexts(
    dictionary
      .entries()
      .filter(([key]) => !READ_KEYS.includes(key.decodeText()))
      .map(([, value]) => value),
    gathered,
  );
}

/** Strings with numbers that no reader may show and that are published all the same: names, links, choices, private keys. */
function readTexts(objects: readonly PDFObject[], gathered: TextGatherer): void {
  for (const object of objects) {
    if (!(object instanceof PDFString || object instanceof PDFHexString)) continue;
    const text = object.decodeText();
    if (/\d{2}/.test(text)) gathered.line({ kind: 'OTHER' }, text);
  }
}
