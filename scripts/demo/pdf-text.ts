import { execFile } from 'node:child_process';
import path from 'node:path';

const READER = path.resolve(
  __dirname,
  __filename.endsWith('.ts') ? 'pdf-text.mjs' : '../../../scripts/demo/pdf-text.mjs',
);

const AT_MOST = { maxBuffer: 20_000_000, timeout: 60_000 };

/** The text of each page of a PDF, as a person selects it. @throws Error when it is no PDF */
export function pagesOfPdf(pdf: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const reader = execFile(process.execPath, [READER], AT_MOST, (error, text) => {
      if (error) reject(new Error(`the PDF cannot be read: ${error.message}`));
      else resolve(JSON.parse(text) as string[]);
    });
    // A reader that stops in the middle has said why.
    reader.stdin?.on('error', () => undefined);
    reader.stdin?.end(pdf);
  });
}
