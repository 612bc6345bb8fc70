import {
  PDFArray,
  PDFHeader,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStreamWriter,
  type PDFDict,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { FileRefused, type Findings } from '../findings';
import { stripJpeg } from '../pictures/strip-jpeg';
import { dictionaryOf, reachableObjects } from './reachable-objects';
import { nameIn } from './refuse-active-pdf';

/** Keys that tell who made a document or a part of it, when and with what (ISO 32000-2 §14.3, §14.5). */
const TELLING_KEYS = ['Metadata', 'PieceInfo', 'LastModified', 'CreationDate', 'ModDate'].map((key) =>
  PDFName.of(key),
);

/**
 * A PDF written anew without what tells who made it: information dictionary, XMP, identifiers, authors of comments,
 * signatures (which the change breaks), metadata of its JPEG pictures, and all that former revisions left behind.
 */
export async function stripPdf(pdf: PDFDocument, findings: Findings): Promise<Buffer> {
  const { context } = pdf;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const [reference, object] of reachableObjects(context)) {
    const dictionary = dictionaryOf(object);
    if (!dictionary) continue;
    for (const key of TELLING_KEYS) dictionary.delete(key);
    if (nameIn(dictionary, 'FT') === 'Sig' && dictionary.get(PDFName.of('V'))) {
      dictionary.delete(PDFName.of('V'));
      findings.add('SIGNATURE_DROPPED');
    }
    if (isComment(dictionary)) dictionary.delete(PDFName.of('T'));
    if (reference && object instanceof PDFRawStream && isPlainJpeg(dictionary))
      context.assign(reference, PDFRawStream.of(dictionary, withoutMetadata(object.getContents())));
  }
  pdf.catalog.delete(PDFName.of('Perms'));
  dropUnreachable(pdf);
  // The first version with packed objects that every reader knows.
  context.header = PDFHeader.forVersion(1, 7);
  return Buffer.from(await PDFStreamWriter.forContext(context, Infinity).serializeToBuffer());
}

/** Word writes the one filter of a picture as a list of one. */
function isPlainJpeg(dictionary: PDFDict): boolean {
  const filter = dictionary.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return only instanceof PDFName && only.decodeText() === 'DCTDecode';
}

/** A comment's T is its author; a form field's T is its name. */
function isComment(dictionary: PDFDict): boolean {
  return (
    dictionary.has(PDFName.of('Rect')) &&
    dictionary.has(PDFName.of('T')) &&
    nameIn(dictionary, 'Subtype') !== 'Widget' &&
    !dictionary.has(PDFName.of('FT'))
  );
}

function withoutMetadata(picture: Uint8Array): Uint8Array {
  try {
    return stripJpeg(Buffer.from(picture));
  } catch (error) {
    // Readers of PDF are more tolerant of pictures.
    if (error instanceof FileRefused && error.code === 'UNREADABLE') return picture;
    throw error;
  }
}

function dropUnreachable({ context }: PDFDocument): void {
  const kept = new Set(reachableObjects(context).map(([reference]) => reference?.tag));
  for (const [reference] of context.enumerateIndirectObjects())
    if (!kept.has(reference.tag))
      context.delete(PDFRef.of(reference.objectNumber, reference.generationNumber));
}
