import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLines, LineTooLongError } from '../../../../server/measures/dose/readers/csv/csv-lines';
import {
  recordReader,
  separatorOf,
  splitCells,
  type Separator,
} from '../../../../server/measures/dose/readers/csv/csv-records';

async function linesOf(...chunks: Buffer[]): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const block of csvLines(Readable.from(chunks))) {
    for (const { line, text } of block) lines.push([line, text]);
  }
  return lines;
}

function records(text: string, separator: Separator) {
  const reader = recordReader(separator);
  const lines = text.split('\n').map((part, index) => ({ line: index + 1, text: part }));
  return [...reader.accept(lines.filter((line) => line.text.trim() !== '')), ...reader.end()];
}

const aCell = fc.string({ unit: fc.constantFrom('a', 'é', '1', '"', ';', ',', ' ', '\n'), maxLength: 6 });

describe('records of a CSV file', () => {
  it('splits as csv-parse does what a writer quotes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(aCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const quoted = table
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
            .join('\n');
          const expected = parse(quoted, { delimiter: ';', relax_column_count: true });
          const lines = quoted.split('\n').map((text, index) => ({ line: index + 1, text }));
          // Blank lines within a quoted cell are passed over like any other.
          fc.pre(lines.every(({ text }) => text.trim() !== '') && lines.length < 7);
          const reader = recordReader(';');
          const read = [...reader.accept(lines), ...reader.end()].map(({ cells }) => cells);
          expect(read).toEqual(expected.map((row) => row.map((cell) => cell.trim())));
        },
      ),
    );
  });

  it('lets a quote left open spoil its own line alone', () => {
    const text = ['a;b', '1;"2', ...Array.from({ length: 12 }, (_, index) => `${index};x`)].join('\n');
    const read = records(text, ';');
    expect(read.filter(({ cells }) => cells === null)).toEqual([{ line: 2, cells: null }]);
    expect(read).toHaveLength(14);
    expect(records('a;b\n1;"2', ';').at(-1)).toEqual({ line: 2, cells: null });
  });

  it('takes an inch mark within a cell as it is', () => {
    expect(splitCells('écran 5";b;"c ""d"""', ';')).toEqual(['écran 5"', 'b', 'c "d"']);
    expect(splitCells('"a"x;b', ';')).toEqual(['ax', 'b']);
  });

  it.each([
    ['a;b;c', ';'],
    ['a,b,"c;d;e;f"', ','],
    ['a\tb', '\t'],
    ['PDS (mGy.cm2);PDL (mGy,cm)', ';'],
  ])('finds the separator of %j', (header, separator) => expect(separatorOf(header)).toBe(separator));

  it.each([1, 2, 3, 7, 1000])('reads lines of any encoding in chunks of %d bytes', async (size) => {
    const texts = {
      utf8: Buffer.from('\uFEFFâge;é\r\n1;à\n\n2;ç'),
      windows: Buffer.from('\xe2ge;\xe9\r\n1;\xe0\n\n2;\x80', 'latin1'),
      utf16: Buffer.from('\uFEFFâge;é\r\n1;à\n\n2;ç', 'utf16le'),
      mac: Buffer.from('âge;é\r1;à\r\r2;ç'),
      mixed: Buffer.concat([Buffer.from('âge;é\n1;'), Buffer.from('\xe0\n\n2;', 'latin1'), Buffer.from('ç')]),
    };
    for (const [name, bytes] of Object.entries(texts)) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const last = name === 'windows' ? '2;€' : '2;ç';
      expect([name, await linesOf(...chunks)]).toEqual([
        name,
        [
          [1, 'âge;é'],
          [2, '1;à'],
          [4, last],
        ],
      ]);
    }
  });

  it('gives up on a line without end', async () => {
    const chunks = Array.from({ length: 20 }, () => Buffer.alloc(64 * 1024, 0x61));
    await expect(linesOf(...chunks)).rejects.toThrow(LineTooLongError);
  });
});
