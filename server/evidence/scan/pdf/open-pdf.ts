import { EncryptedPDFError, PDFDocument, PDFInvalidObject } from '@cantoo/pdf-lib';
import { FileRefused } from '../findings';
import { reachableObjects } from './reachable-objects';

const HEADER = /^%PDF-(?:1\.[0-7]|2\.0)(?=[\r\n\s%])/;
const END = /%%EOF\s*$/;

/**
 * Opens a PDF that begins with its header and ends with its end, so that no other file stands before or behind.
 * @throws FileRefused HIDDEN_CONTENT, ENCRYPTED, UNREADABLE
 */
export async function openPdf(bytes: Buffer): Promise<PDFDocument> {
  if (!HEADER.test(bytes.toString('latin1', 0, 16))) throw new FileRefused('UNREADABLE');
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1_024));
  if (!END.test(tail))
    throw new FileRefused(bytes.includes('%%EOF') ? 'HIDDEN_CONTENT' : 'UNREADABLE', { what: 'PDF' });
  const pdf = await load(bytes);
  // An object that the parser did not understand would be copied as it is.
  for (const [, object] of reachableObjects(pdf.context))
    if (object instanceof PDFInvalidObject) throw new FileRefused('UNREADABLE');
  return pdf;
}

async function load(bytes: Buffer): Promise<PDFDocument> {
  try {
    const pdf = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: false,
      preserveXFA: true,
    });
    if (pdf.getPageCount() === 0) throw new FileRefused('UNREADABLE');
    return pdf;
  } catch (error) {
    throw new FileRefused(error instanceof EncryptedPDFError ? 'ENCRYPTED' : 'UNREADABLE');
  }
}
