import { FileRefused, type Findings } from './findings';
import { isMarkup } from './hidden-content';
import { gatherText, type ReadText } from './read-text';

/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED_IN_1252 = /[\u0081\u008D\u008F\u0090\u009D]/;
/** A formula that starts a program or fetches something when a spreadsheet opens the file: =cmd|' /C calc'!A0. */
const DDE_CELL =
  /^["']?[=+\-@](?:[^|]{0,60}\|[^!]{0,200}!|.{0,200}\b(?:WEBSERVICE|DDE|CALL|REGISTER|IMPORT(?:DATA|XML|HTML|FEED|RANGE))\s*\()/i;
const SEPARATORS = [';', '\t', ',', '|'];

/**
 * Reads a text or CSV file: UTF-8, UTF-16 with its mark, or Windows-1252.
 * @throws FileRefused UNREADABLE for other bytes, MARKUP
 */
export function readTextFile(bytes: Buffer, isTable: boolean, findings: Findings): ReadText {
  const text = decode(bytes);
  if (isMarkup(text)) throw new FileRefused('MARKUP');
  const gathered = gatherText();
  const lines = text.split(/\r\n|\n|\r/);
  const separator = separatorOf(lines.slice(0, 50));
  lines.forEach((line, index) => {
    const place = { kind: 'LINE', number: index + 1 } as const;
    if (!isTable && separator !== '\t') return gathered.line(place, line);
    const cells = splitCells(line, separator);
    if (cells.some((cell) => DDE_CELL.test(cell.normalize('NFKC').trimStart())))
      findings.add('ACTIVE_CONTENT', place, { what: 'DDE' });
    gathered.line(place, cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'));
  });
  return gathered.read();
}

function decode(bytes: Buffer): string {
  const text = decoded(bytes);
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (text === null || /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/.test(text))
    throw new FileRefused('UNREADABLE');
  return text.replace(/^\uFEFF/, '');
}

function decoded(bytes: Buffer): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // What Windows-1252 has from 0x80 to 0x9F is punctuation, of which no identifier is made: Latin-1 reads it as well.
    const latin = encoding === 'utf-8' ? bytes.toString('latin1') : '\u0081';
    return UNDEFINED_IN_1252.test(latin) ? null : latin;
  }
}

/** What separates cells in most of the first lines. */
function separatorOf(lines: readonly string[]): string {
  const bare = lines.map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = SEPARATORS.map((separator) => bare.filter((line) => line.includes(separator)).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] as string;
}

/** Cells of one line; a cell that goes over several lines is read line by line. */
function splitCells(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
