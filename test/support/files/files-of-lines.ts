import { OFFICE_TYPES, docx, odf, paragraph, escapeXml, wordTable, xlsx } from './office-files';
import { textPdf } from './pdf-files';

/** A file of a test, as a client sends it. */
export interface SentFile {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
}

/** Kinds of files that lines of text are put into. */
export const LINE_FILES = [
  'txt',
  'txt-1252',
  'txt-16',
  'csv',
  'pdf',
  'docx',
  'docx-table',
  'xlsx',
  'odt',
  'ods',
] as const;
export type LineFile = (typeof LINE_FILES)[number];

/** Lines of text, tabs between cells, as a file of each kind; Word splits runs after every second character. */
export async function fileOfLines(
  kind: LineFile,
  lines: readonly string[],
  name = 'document',
): Promise<SentFile> {
  const rows = lines.map((line) => line.split('\t'));
  const text = lines.join('\r\n');
  const sent = (extension: string, mediaType: string, bytes: Buffer) => ({
    fileName: `${name}.${extension}`,
    mediaType,
    bytes,
  });
  switch (kind) {
    case 'txt':
      return sent('txt', 'text/plain', Buffer.from(text));
    case 'txt-1252':
      return sent(
        'txt',
        'text/plain',
        Buffer.from(
          text.replace(/[^\t\r\n -\u00FF]/g, (c) => (c === '\u202F' ? ' ' : "'")),
          'latin1',
        ),
      );
    case 'txt-16':
      return sent('txt', 'text/plain', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    case 'csv':
      return sent(
        'csv',
        'text/csv',
        Buffer.from(
          rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(';')).join('\n'),
        ),
      );
    case 'pdf':
      return sent('pdf', 'application/pdf', await textPdf(lines.map((line) => line.replace(/’/g, "'"))));
    case 'docx':
      return sent('docx', OFFICE_TYPES.docx, docx(lines.map((line) => paragraph(line, 2)).join('')));
    case 'docx-table':
      return sent('docx', OFFICE_TYPES.docx, docx(wordTable(rows)));
    case 'xlsx':
      return sent('xlsx', OFFICE_TYPES.xlsx, xlsx(rows));
    case 'odt':
      return sent(
        'odt',
        OFFICE_TYPES.odt,
        odf('text', lines.map((line) => `<text:p>${odfText(line)}</text:p>`).join('')),
      );
    case 'ods': {
      const cells = (row: readonly string[]) =>
        row.map((cell) => `<table:table-cell><text:p>${odfText(cell)}</text:p></table:table-cell>`).join('');
      return sent(
        'ods',
        OFFICE_TYPES.ods,
        odf(
          'spreadsheet',
          `<table:table>${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')}</table:table>`,
        ),
      );
    }
  }
}

/** As LibreOffice writes it: tabs are elements, and formatting cuts a line in two. */
const odfText = (line: string) => {
  const middle = Math.ceil(line.length / 2);
  const marked = (text: string) =>
    escapeXml(text)
      .replace(/\t/g, '<text:tab/>')
      .replace(/ {2,}/g, (blanks) => `<text:s text:c="${blanks.length}"/>`);
  return `<text:span>${marked(line.slice(0, middle))}</text:span>${marked(line.slice(middle))}`;
};
