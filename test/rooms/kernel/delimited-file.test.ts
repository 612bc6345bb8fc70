import { decodeText, ImportFileError, readDelimitedFile } from '../../../server/kernel/delimited-file';

const layout = { separator: ';', quoted: true, columns: { code: 'Code', exams: 'exams_{year}' }, maxRows: 3 };

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof ImportFileError) return { code: error.code, columns: error.columns };
    throw error;
  }
  return 'not refused';
}

describe('readDelimitedFile', () => {
  it('finds columns by name, whatever their order, case, accents and neighbours', () => {
    const { rows, header } = readDelimitedFile(
      'autre;EXAMS_2023; Côde \r\nx;12; a \r\n\r\ny;7;b;\r\n',
      layout,
    );
    expect(header).toEqual({ code: 'Côde', exams: 'EXAMS_2023' });
    expect(rows).toEqual([
      { line: 2, cells: { code: 'a', exams: '12' }, defect: null },
      { line: 4, cells: { code: 'b', exams: '7' }, defect: null },
    ]);
  });

  it('takes the latest year of a yearly column', () => {
    const { rows } = readDelimitedFile('exams_2024;code;exams_2023\n24;a;23', layout);
    expect(rows).toEqual([{ line: 2, cells: { code: 'a', exams: '24' }, defect: null }]);
  });

  it('reads quoted cells and loses one row, not the file, to a quote left open', () => {
    const { rows } = readDelimitedFile('code;exams_2023\n"a;""b""";1\n"c;2\nd;3', layout);
    expect(rows).toEqual([
      { line: 2, cells: { code: 'a;"b"', exams: '1' }, defect: null },
      { line: 3, defect: 'MALFORMED_LINE', value: '"c;2' },
      { line: 4, cells: { code: 'd', exams: '3' }, defect: null },
    ]);
  });

  it('counts the cells of every row', () => {
    const { rows } = readDelimitedFile('code;exams_2023\na\nb;1;2', layout);
    expect(rows).toEqual([
      { line: 2, defect: 'WRONG_COLUMN_COUNT', value: '1' },
      { line: 3, defect: 'WRONG_COLUMN_COUNT', value: '3' },
    ]);
  });

  it.each([
    ['', 'EMPTY_FILE', []],
    ['\uFEFF \n\n', 'EMPTY_FILE', []],
    ['code;exams_2023\n', 'EMPTY_FILE', []],
    ['code;exams\na;1', 'MISSING_COLUMNS', ['exams_{year}']],
    ['code,exams_2023\na,1', 'MISSING_COLUMNS', ['Code', 'exams_{year}']],
    ['"code;exams_2023\na;1', 'MISSING_COLUMNS', ['Code', 'exams_{year}']],
    ['code;exams_2023;Code\na;1;b', 'DUPLICATE_COLUMNS', ['Code']],
    ['code;exams_2023\na;1\nb;1\nc;1\nd;1', 'TOO_MANY_ROWS', []],
  ])('refuses %j as %s', (content, code, columns) => {
    expect(refusal(() => readDelimitedFile(content, layout))).toEqual({ code, columns });
  });

  it('takes exactly as many rows as allowed', () => {
    expect(readDelimitedFile('code;exams_2023\na;1\nb;1\nc;1', layout).rows).toHaveLength(3);
  });
});

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('Hôpital', 'utf8')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFHôpital', 'utf8')],
    ['Windows-1252', Buffer.from('Hôpital', 'latin1')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFHôpital', 'utf16le')],
  ])('reads %s', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe('Hôpital');
  });

  it('reads the characters that Windows-1252 has beyond Latin-1', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x8c, 0x92, 0x9f, 0xe9))).toBe('€Œ’Ÿé');
    expect(decodeText(Uint8Array.of(0x81, 0xe9))).toBe('\uFFFDé');
  });
});
