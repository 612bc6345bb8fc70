import { decodeText } from '../../../kernel/delimited-file';
import { separatorOf, splitCells } from './csv/csv-records';
import { isOpenRemHeader } from './csv/openrem-columns';
import { looksLikeDicom } from './report/dicom-file';

/** What a file of doses is, by its content. */
export type DoseSource = 'DICOM' | 'ZIP' | 'OPENREM_CSV' | 'PLAIN_CSV' | 'SPREADSHEET' | 'OTHER';

/** How many bytes of a file are looked at. */
export const HEAD_BYTES = 64 * 1024;

const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06'];
const OLD_SPREADSHEET = 'd0cf11e0a1b11ae1';

/** A workbook in its ZIP begins with one of these parts. */
const WORKBOOK_PARTS = /\[Content_Types\]\.xml|xl\/|mimetypeapplication\/vnd\.oasis/;

/**
 * Tells what a file is from its first bytes, never from its name.
 * @param head up to HEAD_BYTES
 */
export function detectDoseSource(head: Buffer): DoseSource {
  if (ZIP_MARKS.includes(head.subarray(0, 4).toString('latin1'))) {
    return WORKBOOK_PARTS.test(head.subarray(0, 512).toString('latin1')) ? 'SPREADSHEET' : 'ZIP';
  }
  if (head.subarray(0, 8).toString('hex') === OLD_SPREADSHEET) return 'SPREADSHEET';
  if (looksLikeDicom(head)) return 'DICOM';
  const first = firstLine(head);
  if (first === null) return 'OTHER';
  const separator = separatorOf(first);
  const cells = splitCells(first, separator) ?? [];
  if (isOpenRemHeader(cells)) return 'OPENREM_CSV';
  return cells.length > 1 ? 'PLAIN_CSV' : 'OTHER';
}

/** The first line that is none of a spreadsheet's own; null for what is no text. */
function firstLine(head: Buffer): string | null {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  if (!wide && head.includes(0)) return null;
  const lines = decodeText(head)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && !/^"?sep=.?"?\s*$/i.test(line));
  const line = lines[0] ?? '';
  return /^\s*[<{[%]/.test(line) || /[^\P{Cc}\t\v\f]/u.test(line) ? null : line;
}
