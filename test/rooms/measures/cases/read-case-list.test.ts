import { readCaseList } from '../../../../server/measures/cases/read-case-list';
import { Refusal } from '../../../../server/kernel/outcome';

const PATH = ['input', 'text'];

/** Codes and rows of what is wrong with a list; null when nothing is. */
function wrongWith(text: string): string[] | null {
  try {
    readCaseList(text, PATH);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.errors.every(({ path }) => path === PATH)).toBe(true);
    return error.errors.map(({ code, params: { row } }) =>
      typeof row === 'number' ? `${code} ${row}` : code,
    );
  }
}

describe('a list that is taken', () => {
  it('has records and strata by the names of its header', () => {
    expect(
      readCaseList('Numéro de dossier;Région;Demandeur\r\nD-1;rachis;généraliste\r\nD-2;thorax;\r\n', PATH),
    ).toEqual({
      strataNames: ['Région', 'Demandeur'],
      records: [
        { record: 'D-1', strata: ['rachis', 'généraliste'] },
        { record: 'D-2', strata: ['thorax', ''] },
      ],
    });
  });

  it.each([
    ['semicolons', 'record;stratum\nR1;a'],
    ['commas', 'record,stratum\nR1,a'],
    ['tabs', 'record\tstratum\nR1\ta'],
    ['bars', 'record|stratum\nR1|a'],
    ['a byte order mark', '\uFEFFrecord;stratum\nR1;a'],
    ['quotes', '"record";"stratum"\n"R1";"a"'],
    ['trailing separators', 'record;stratum;\nR1;a;'],
    ['blank lines', '\nrecord;stratum\n\nR1;a\n\n'],
    ['another name of the column', 'N° de dossier;stratum\nR1;a'],
  ])('may be written with %s', (_how, text) => {
    expect(readCaseList(text, PATH)).toEqual({
      strataNames: ['stratum'],
      records: [{ record: 'R1', strata: ['a'] }],
    });
  });

  it('may be a single column without header', () => {
    expect(readCaseList('R1\nR2', PATH)).toEqual({
      strataNames: [],
      records: [
        { record: 'R1', strata: [] },
        { record: 'R2', strata: [] },
      ],
    });
  });

  it.each(['CT-2025-00012', '20250312-0045', '2025031200451', 'a.b:c/1#2', '99999999999999999999'])(
    'may have %s as a number',
    (record) => {
      expect(wrongWith(record)).toBeNull();
    },
  );
});

describe('a list that is refused', () => {
  it.each([
    ['', ['CASE_LIST_EMPTY']],
    ['record;stratum\n', ['CASE_LIST_EMPTY']],
    ['patient;stratum\nR1;a', ['CASE_LIST_HEADER_MISSING']],
    [`record;${'s;'.repeat(6)}s\nR1${';a'.repeat(7)}`, ['CASE_LIST_STRATA_TOO_MANY']],
    ['record\nR1\n R1 ', ['CASE_ROW_DUPLICATE 3']],
    ['record;stratum\n;a\nR2;b', ['CASE_ROW_EMPTY 2']],
    ['record;stratum\nR1\nR2;b;c;d', ['CASE_ROW_MALFORMED 2', 'CASE_ROW_MALFORMED 3']],
    ['record;stratum\n"R1;a', ['CASE_ROW_MALFORMED 2']],
    [`record\nR${'1'.repeat(64)}`, ['CASE_ROW_TOO_LONG 2']],
    ['record\nMARTIN', ['CASE_ROW_NOT_PSEUDONYMOUS 2']],
    ['record\nJean Martin 3', ['CASE_ROW_NOT_PSEUDONYMOUS 2']],
    ['record\nÉlodie1', ['CASE_ROW_NOT_PSEUDONYMOUS 2']],
    ['record\n=SUM(A1)', ['CASE_ROW_NOT_PSEUDONYMOUS 2']],
    ['record\nM-12/03/1956', ['CASE_ROW_DATE 2']],
    ['record\n1956-03-12', ['CASE_ROW_DATE 2']],
    ['record\n255081416802538', ['CASE_ROW_NIR 2']],
    ['record\n2550814168025', ['CASE_ROW_NIR 2']],
    ['record;stratum\nR1;2 55 08 14 168 025 38', ['CASE_ROW_NIR 2']],
    ['record;stratum\nR1;12.03.1956', ['CASE_ROW_DATE 2']],
  ])('%j', (text, problems) => {
    expect(wrongWith(text)).toEqual(problems);
  });

  it('never repeats what stands in it', () => {
    try {
      readCaseList('record\n255081416802538\nMARTIN', PATH);
    } catch (error) {
      expect(JSON.stringify((error as Refusal).errors)).not.toMatch(/2550814|MARTIN/);
    }
    expect.assertions(1);
  });

  it('names every wrong row, a hundred at most, and counts the others', () => {
    const rows = wrongWith(`record\n${Array.from({ length: 130 }, () => 'NOM').join('\n')}`);
    expect(rows).toHaveLength(101);
    expect(rows?.slice(99)).toEqual(['CASE_ROW_NOT_PSEUDONYMOUS 101', 'CASE_ROWS_MORE']);
  });

  it('has more records than are drawn from', () => {
    const rows = Array.from({ length: 200_001 }, (_, index) => `R${index}`).join('\n');
    expect(wrongWith(rows)).toEqual(['CASE_LIST_TOO_LONG']);
    expect(wrongWith(rows.slice(0, rows.lastIndexOf('\n')))).toBeNull();
  });

  it('has a column that sorts nothing, since every record has its own value', () => {
    const rows = Array.from(
      { length: 51 },
      (_, index) => `R${index};M. ${String.fromCharCode(65 + index)}x${index}`,
    );
    expect(wrongWith(`record;nom\n${rows.join('\n')}`)).toEqual(['CASE_LIST_STRATUM_TOO_FINE']);
  });
});
