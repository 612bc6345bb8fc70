import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** What stands in a PDF. */
export interface ReadPdf {
  title: string;
  /** Bookmarks of the first level. */
  outline: string[];
  /** Text in reading order, with the width of the page and how far to the right its text goes, in points. */
  pages: { text: string; width: number; right: number }[];
}

/** Opens a PDF as pdf.js does. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const reader = path.join(__dirname, 'pdf-reader.mjs');
  const read = execFileSync(process.execPath, [reader], {
    input: bytes,
    maxBuffer: 2 ** 26,
    encoding: 'utf8',
  });
  return JSON.parse(read) as ReadPdf;
}
