import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A PDF with these lines of text, forty to a page, as office programs write it. */
export async function textPdf(
  lines: readonly string[],
  change: (pdf: PDFDocument) => void | Promise<void> = () => undefined,
): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let first = 0; first < Math.max(1, lines.length); first += 40) {
    const page = pdf.addPage([595, 842]);
    // The standard fonts know the characters of Windows-1252 only.
    lines.slice(first, first + 40).forEach((line, index) =>
      line.split('\t').forEach((cell, column) =>
        page.drawText(cell.replace(/[\u202F\u2009]/g, ' '), {
          x: 40 + column * 130,
          y: 800 - index * 18,
          size: 10,
          font,
        }),
      ),
    );
  }
  await change(pdf);
  // eslint-disable-next-line no-restricted-properties -- a PDF and no entity
  return Buffer.from(await pdf.save());
}

/**
 * A PDF written by hand: objects from 1 on, of which the first is the catalogue.
 * @param after bytes behind its end
 */
export function rawPdf(
  objects: readonly string[],
  { head = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3', after = '', trailer = '' } = {},
): Buffer {
  let text = `${head}\n`;
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n${after}`;
  return Buffer.from(text, 'latin1');
}

/** A stream object. */
export const stream = (content: string | Buffer, keys = '') => {
  const text = typeof content === 'string' ? content : content.toString('latin1');
  return `<< /Length ${text.length} ${keys} >>\nstream\n${text}\nendstream`;
};

/** A hand-written PDF of one page; further objects are numbered from 5 on. */
export function onePagePdf(
  content: string | Buffer,
  {
    catalog = '',
    page = '',
    objects = [] as string[],
    keys = '',
    ...rest
  }: {
    catalog?: string;
    page?: string;
    objects?: string[];
    keys?: string;
    head?: string;
    after?: string;
    trailer?: string;
  } = {},
): Buffer {
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page || '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'} >>`,
      stream(content, keys),
      ...objects,
    ],
    rest,
  );
}

/** Text as a content stream shows it. */
export const shown = (text: string) => `BT /F1 11 Tf 50 780 Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;

/**
 * A PDF whose font has codes of its own, as programs that embed a part of a font write it: only its table of characters
 * tells what they mean.
 */
export function subsetPdf(text: string): Buffer {
  const characters = [...new Set(text)];
  const code = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(4, '0');
  const unicode = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
  const pairs = characters.map((character) => `<${code(character)}> <${unicode(character)}>`).join('\n');
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${characters.length} beginbfchar\n${pairs}\nendbfchar endcmap end end`;
  return onePagePdf(`BT /F1 11 Tf 50 780 Td <${[...text].map(code).join('')}> Tj ET`, {
    page: '/Resources << /Font << /F1 5 0 R >> >>',
    objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Body /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Body /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor 8 0 R >>',
      stream(map),
      '<< /Type /FontDescriptor /FontName /ABCDEF+Body /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ],
  });
}
