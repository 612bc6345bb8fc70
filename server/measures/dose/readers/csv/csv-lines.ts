import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { decodeText } from '../../../../kernel/delimited-file';

/** A line of a file and its number, the first being 1. */
export interface CsvLine {
  line: number;
  text: string;
}

/** Longest line that is read, bytes: an export with sixty events of twenty-four columns has a fifth of it. */
const LONGEST_LINE = 512 * 1024;

const NEWLINE = 0x0a;

/** A file in which no end of a line comes. */
export class LineTooLongError extends Error {
  override readonly name = 'LineTooLongError';

  constructor(readonly line: number) {
    super(`line ${line}`);
  }
}

/**
 * The lines of a text file as it streams, a block at a time: UTF-8 or Windows-1252, whichever a line is written in (some
 * files mix them), or UTF-16 when its mark says so. Blank lines are passed over but counted.
 * @throws LineTooLongError
 */
export async function* csvLines(stream: Readable): AsyncGenerator<CsvLine[]> {
  let line = 0;
  for await (const text of textBlocks(stream)) {
    const lines: CsvLine[] = [];
    for (const part of text) {
      line += 1;
      if (part.trim() !== '') lines.push({ line, text: part });
    }
    if (lines.length > 0) yield lines;
  }
}

/** Whole lines, without their ends. */
async function* textBlocks(stream: Readable): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  let wide: StringDecoder | null = null;
  let first = true;
  let open = '';
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const data: Buffer = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    if (first && data.length < 2) {
      rest = data;
      continue;
    }
    if (first && data[0] === 0xff && data[1] === 0xfe) wide = new StringDecoder('utf16le');
    first = false;
    if (wide) {
      rest = Buffer.alloc(0);
      // A carriage return at the very end may be half of an end of line.
      const parts = (open + wide.write(data)).split(/\r\n|\n|\r(?!$)/);
      open = parts.pop() ?? '';
      if (open.length > LONGEST_LINE) throw new LineTooLongError(lines + parts.length + 1);
      lines += parts.length;
      yield parts.map(withoutMark);
      continue;
    }
    const end = lastBreak(data) + 1;
    rest = data.subarray(end);
    if (rest.length > LONGEST_LINE) throw new LineTooLongError(lines + 1);
    if (end === 0) continue;
    const parts = linesOf(data.subarray(0, end));
    parts.pop();
    lines += parts.length;
    yield parts;
  }
  yield wide ? [withoutMark(open)] : linesOf(rest);
}

/** The end of the last whole line; files of old Macintoshes end lines with a carriage return alone. */
function lastBreak(data: Buffer): number {
  const newline = data.lastIndexOf(NEWLINE);
  if (newline >= 0) return newline;
  // A carriage return at the very end may be half of an end of line.
  return data.subarray(0, -1).lastIndexOf(0x0d);
}

function linesOf(block: Buffer): string[] {
  if (isUtf8(block)) return decodeText(block).split(/\r\n|\n|\r/);
  const lines: string[] = [];
  for (let start = 0; start <= block.length;) {
    const found = block.indexOf(NEWLINE, start);
    const end = found < 0 ? block.length : found;
    lines.push(...decodeText(block.subarray(start, end)).replace(/\r$/, '').split('\r'));
    start = end + 1;
  }
  return lines;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
