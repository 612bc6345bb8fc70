import { FileRefused, type Findings } from '../findings';
import { gatherText, type ReadText, type TextGatherer } from '../read-text';
import type { Place } from '../verdict';
import type { ArchivePart } from './open-archive';
import { readPivotCache, readSheet, sharedStrings } from './read-sheets';
import { readWords } from './read-words';
import { decodeXml, walkXml } from './walk-xml';

/** Parts that are about the document's looks and hold no word of it. */
const SILENT =
  /^\[Content_Types\]\.xml$|\.rels$|(?:^|\/)(?:theme|_rels)\/|fontTable|styles\.xml$|stylesWithEffects|^META-INF\/|^Configurations2\/|^settings\.xml$|^Pictures\//i;
/** ODF keeps page headers and footers among the styles. */
const ODF_STYLES = /^(?:Object [^/]+\/)?styles\.xml$/;
const PICTURE = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svm)$/i;

/**
 * Reads all text of an Office document, part by part: body, headers, footers, notes, comments, slides, hidden sheets, what
 * pivot tables remember.
 */
export function readOffice(parts: readonly ArchivePart[], findings: Findings): ReadText {
  const gathered = gatherText();
  const isOdf = parts[0]?.name === 'mimetype';
  const strings = sharedStrings(parts.find(({ name }) => name === 'xl/sharedStrings.xml'));
  const used = new Set<number>();
  let sheets = 0;
  for (const part of parts) {
    const { name } = part;
    if (PICTURE.test(name) && !/thumbnail/i.test(name)) findings.add('PICTURES_INSIDE');
    if (/\.vml$/i.test(name))
      gathered.line({ kind: 'OTHER' }, decodeXml(part.bytes).replace(/<[^>]*>/g, ' '));
    if (/\.rels$/i.test(name)) readAddresses(part, gathered);
    if (!/\.xml$/i.test(name) || name === 'xl/sharedStrings.xml') continue;
    // A sheet's part may have any name; its number is the place in the file when the name tells none.
    if (isSheet(part)) {
      sheets += 1;
      readSheet(part, Number(/sheet(\d{1,6})\.xml$/i.exec(name)?.[1] ?? sheets), strings, used, gathered);
    } else if (/^xl\/pivotCache\//.test(name)) readPivotCache(part, gathered);
    else if (!SILENT.test(name) || (isOdf && ODF_STYLES.test(name)))
      readWords(part, placesOf(name), gathered);
  }
  // What no cell shows any more is in the file all the same.
  strings.forEach((text, index) => {
    if (!used.has(index)) gathered.line({ kind: 'OTHER' }, text);
  });
  return gathered.read();
}

/** Whether a part is a worksheet, whatever its name. */
function isSheet({ name, bytes }: ArchivePart): boolean {
  return (
    /^xl\//i.test(name) &&
    /<(?:\w+:)?worksheet[\s>]/.test(bytes.toString('latin1', 0, 4_096).replace(/\0/g, ''))
  );
}

/** Addresses that links lead to: some name a patient's record. */
function readAddresses({ bytes }: ArchivePart, gathered: TextGatherer): void {
  walkXml(bytes, {
    open(_, { Target = '', TargetMode = '' }) {
      if (TargetMode.toLowerCase() === 'external') gathered.line({ kind: 'OTHER' }, Target);
    },
  });
}

/** How paragraphs of a part are told. */
function placesOf(name: string): (paragraph: number) => Place {
  const slide = /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)(\d+)\.xml$/.exec(name);
  if (slide) return () => ({ kind: 'SLIDE', number: Number(slide[1]) });
  if (name === 'word/document.xml' || name === 'content.xml')
    return (number) => ({ kind: 'PARAGRAPH', number: number - 1 });
  if (/header|footer|^styles\.xml$/i.test(name)) return () => ({ kind: 'MARGIN' });
  if (/comment|footnotes|endnotes/i.test(name)) return () => ({ kind: 'COMMENT' });
  return () => ({ kind: 'OTHER' });
}

/** @throws FileRefused UNREADABLE when the document has no body to read */
export function requireBody(parts: readonly ArchivePart[]): void {
  const bodies = ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml', 'content.xml'];
  if (!parts.some(({ name }) => bodies.includes(name))) throw new FileRefused('UNREADABLE');
}
