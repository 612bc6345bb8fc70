import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintableReport } from './report-parts';

/** Where the template lies: beside this source, which a build is not. */
const FOLDER = __filename.endsWith('.ts')
  ? __dirname
  : path.resolve(__dirname, '../../../../server/reports/rendering');

const TEMPLATE = path.join(FOLDER, 'report.typ');

/** Of the Latin letters every one can be written. */
const AFTER_LATIN = 0x250;
const ATTEMPTS = 4;
/** Compilations after which what was remembered of them is forgotten. */
const REMEMBERED = 2;

let compiler: NodeCompiler | null = null;

/**
 * A report as PDF/UA-1 (ISO 14289-1): tagged, with its title, language, bookmarks and a text for each drawing. Characters
 * that the fonts cannot write stand as their code point, [U+1F600], so that nothing silently disappears from what was signed.
 * @param createdAt RFC 3339; the only time in the file, so that the same report gives the same bytes
 * @throws Error when Typst cannot lay it out
 */
export function reportPdf(report: PrintableReport, createdAt: string): Uint8Array {
  const region = { fr: 'FR', en: 'GB' }[report.language];
  let data = JSON.stringify({ ...report, region });
  compiler ??= NodeCompiler.create({ workspace: FOLDER });
  const options = {
    pdfStandard: 'ua-1',
    creationTimestamp: Math.floor(new Date(createdAt).getTime() / 1000),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return new Uint8Array(compiler.pdf({ mainFilePath: TEMPLATE, inputs: { report: data } }, options));
    } catch (error) {
      const unknown = unwritable(error);
      if (attempt === ATTEMPTS || unknown.size === 0) throw error;
      data = data.replace(/[^\0-\u024f]/gu, (character) =>
        unknown.has(character)
          ? `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
          : character,
      );
    } finally {
      compiler.evictCache(REMEMBERED);
    }
  }
}

/** Characters that Typst says its fonts lack: PDF/UA wants every one to be written. */
function unwritable(error: unknown): Set<string> {
  const said = error instanceof Error ? error.message : String(error);
  const texts = [...said.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/g)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, digits: string) => String.fromCodePoint(parseInt(digits, 16))),
  );
  return new Set(
    texts
      .flatMap((text) => Array.from(text))
      .filter((character) => (character.codePointAt(0) ?? 0) >= AFTER_LATIN),
  );
}
