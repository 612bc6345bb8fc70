import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFileError } from '../../../server/kernel/delimited-file';
import { auditorProfession } from '../../../server/auditors/rpps-columns';
import { parseRppsFile } from '../../../server/auditors/rpps-file';

const root = join(__dirname, '../../..');
const demo = readFileSync(join(root, 'scripts/demo/data/rpps.txt'));
const dirty = readFileSync(join(root, 'test/data/dirty-rpps.txt'));

/** Line of the dirty file → exactly the problems it has. Lines that are not here are sound. */
const EXPECTED: Record<number, string[]> = {
  3: ['ERROR MALFORMED_RPPS'],
  4: ['WARNING BAD_KEY_RPPS'],
  5: ['ERROR UNSUPPORTED_IDENTIFIER_TYPE'],
  6: ['ERROR MISSING_NAME'],
  7: ['ERROR MISSING_NAME'],
  8: ['ERROR BAD_CHARACTERS'],
  9: ['ERROR VALUE_TOO_LONG'],
  10: ['WARNING NOT_AN_AUDITOR_PROFESSION'],
  11: ['WARNING NOT_AN_AUDITOR_PROFESSION'],
  13: ['WARNING CONFLICTING_NAME'],
  15: ['WARNING CONFLICTING_PROFESSION'],
  16: ['ERROR MALFORMED_FINESS_ET'],
  17: ['WARNING BAD_KEY_FINESS_ET'],
  18: ['ERROR MALFORMED_FINESS_EJ'],
  19: ['WARNING BAD_KEY_FINESS_EJ'],
  20: ['ERROR MALFORMED_SIRET'],
  21: ['WARNING BAD_KEY_SIRET'],
  22: ['WARNING UNKNOWN_PRACTICE_MODE'],
  23: ['WARNING NO_WORKPLACE'],
  24: ['WARNING BAD_DEPARTMENT_CODE'],
  27: ['ERROR MALFORMED_FINESS_ET'],
  28: ['ERROR WRONG_COLUMN_COUNT'],
};

describe('the people of the demonstration', () => {
  const { rows, problems } = parseRppsFile(demo);

  it('are 377 of 400, the nuclear physicians being passed over', () => {
    const professions = rows.map((row) => row.profession);
    const count = (profession: string): number => professions.filter((found) => found === profession).length;
    expect(count('RADIOLOGIST')).toBe(210);
    expect(count('RADIOGRAPHER')).toBe(123);
    expect(count('MEDICAL_PHYSICIST')).toBe(44);
    expect(problems).toHaveLength(23);
    expect(new Set(problems.map(({ severity, code, value }) => `${severity} ${code} ${value}`))).toEqual(
      new Set(['WARNING NOT_AN_AUDITOR_PROFESSION SM28']),
    );
  });

  it('come with all their workplaces', () => {
    const passedOver = new Set(problems.map((problem) => problem.line));
    expect(rows.flatMap((row) => row.workplaces)).toHaveLength(492 - 29);
    expect(rows.flatMap((row) => row.workplaces).some(({ line }) => passedOver.has(line))).toBe(false);
  });

  it('are read field by field', () => {
    expect(rows[0]).toEqual({
      rpps: '99000000010',
      familyName: 'FICTIF001',
      givenName: 'Test',
      profession: 'RADIOLOGIST',
      specialtyCode: 'SM44',
      workplaces: [
        {
          finessEt: '170780621',
          finessEj: '170000285',
          siret: null,
          name: 'POLYCLINIQUE SAINT GEORGES',
          departmentCode: '17',
          practiceMode: 'LIBERAL',
          line: 2,
        },
      ],
      warnings: [],
    });
    expect(rows.find((row) => row.profession === 'RADIOGRAPHER')).toMatchObject({
      specialtyCode: null,
      workplaces: [{ practiceMode: 'SALARIED' }],
    });
  });
});

describe('a dirty extract, with the header of another release', () => {
  const { rows, problems } = parseRppsFile(dirty);
  const lines = Array.from({ length: 29 }, (_, index) => index + 1).slice(1);
  const named = (familyName: string) => rows.find((row) => row.familyName === familyName);

  it.each(lines)('line %i has exactly the expected problems', (line) => {
    const found = problems.filter((problem) => problem.line === line);
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(EXPECTED[line] ?? []);
  });

  it('gives the people whose lines allow it', () => {
    const names = [2, 4, 12, 14, 17, 19, 21, 22, 23, 24, 25, 29].map(
      (line) => ({ 2: 'SOUND', 12: 'TWICE', 14: 'BOTH', 25: 'SKILLED' })[line] ?? `FICTIF${line}`,
    );
    expect(rows.map((row) => row.familyName)).toEqual(names);
    expect(new Set(rows.map((row) => row.rpps)).size).toBe(rows.length);
  });

  it('names the column as the file does', () => {
    expect(problems.find((problem) => problem.line === 16)?.column).toBe('NUMERO FINESS SITE');
    expect(problems.find((problem) => problem.line === 28)).toEqual({
      line: 28,
      column: null,
      code: 'WRONG_COLUMN_COUNT',
      severity: 'ERROR',
      value: '4',
    });
  });

  it('takes the first of two names and of two professions, and both workplaces', () => {
    expect(named('TWICE')?.workplaces.map(({ line }) => line)).toEqual([12, 13]);
    expect(named('TWICE')?.warnings.map(({ code }) => code)).toEqual(['CONFLICTING_NAME']);
    expect(named('BOTH')).toMatchObject({
      profession: 'RADIOLOGIST',
      workplaces: [{ line: 14 }, { line: 15 }],
    });
  });

  it('counts one workplace for two skills, and tells that a refused line may hide another', () => {
    expect(named('SKILLED')).toMatchObject({ specialtyCode: 'SM44', workplaces: [{ line: 25 }] });
    expect(named('SKILLED')?.warnings.map(({ line, code }) => [line, code])).toEqual([
      [27, 'MALFORMED_FINESS_ET'],
    ]);
  });

  it('takes a person without workplace and one known by SIRET alone', () => {
    expect(named('FICTIF23')?.workplaces).toEqual([]);
    expect(named('FICTIF29')).toMatchObject({
      rpps: '99010005009',
      workplaces: [{ finessEt: null, finessEj: null, siret: '35600000049837' }],
    });
    expect(named('FICTIF22')?.workplaces[0]?.practiceMode).toBeNull();
  });
});

describe('an extract as a whole', () => {
  it('is the same in UTF-8, with a mark, and in Windows-1252', () => {
    const text = demo.toString('utf8');
    const expected = parseRppsFile(demo);
    expect(parseRppsFile(text)).toEqual(expected);
    expect(parseRppsFile(Buffer.from(`\uFEFF${text}`, 'utf8'))).toEqual(expected);
    expect(parseRppsFile(Buffer.from(text, 'latin1'))).toEqual(expected);
  });

  it('takes lines in any order', () => {
    const [header = '', ...lines] = demo.toString('utf8').trimEnd().split('\n');
    const turned = parseRppsFile([header, ...lines.reverse()].join('\n'));
    const key = (rows: ReturnType<typeof parseRppsFile>['rows']): string[] =>
      rows
        .map(
          (row) =>
            `${row.rpps} ${row.profession} ${row.workplaces
              .map(({ finessEt }) => finessEt)
              .sort()
              .join(' ')}`,
        )
        .sort();
    expect(key(turned.rows)).toEqual(key(parseRppsFile(demo).rows));
  });

  it('is refused without its columns', () => {
    const refused = (): unknown => parseRppsFile(demo.toString('utf8').replace('Identifiant PP|', 'Numéro|'));
    expect(refused).toThrow(ImportFileError);
    expect(refused).toThrow(
      expect.objectContaining({ code: 'MISSING_COLUMNS', columns: ['Identifiant PP'] }),
    );
    expect(() => parseRppsFile('')).toThrow(expect.objectContaining({ code: 'EMPTY_FILE' }));
  });
});

describe('auditorProfession', () => {
  it.each([
    ['10', 'SM44', 'RADIOLOGIST'],
    ['10', 'SM74', 'RADIOLOGIST'],
    ['10', 'SM94', 'RADIOLOGIST'],
    ['10', 'SM55', 'RADIOLOGIST'],
    ['98', '', 'RADIOGRAPHER'],
    ['32', '', 'MEDICAL_PHYSICIST'],
    ['10', 'SM28', undefined],
    ['10', 'SM45', undefined],
    ['10', '', undefined],
    ['21', 'SM44', undefined],
  ])('profession %s, speciality %j: %s', (profession, specialty, expected) => {
    expect(auditorProfession(profession, specialty)).toBe(expected);
  });
});
