import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFileError } from '../../../server/kernel/delimited-file';
import { departmentByCode, isPlausiblePosition } from '../../../server/kernel/departments';
import { MAX_REGISTRY_ROWS, parseRegistryFile } from '../../../server/audited-services/registry-file';

const root = join(__dirname, '../../..');
const demo = readFileSync(join(root, 'scripts/demo/data/imaging-sites.csv'));
const dirty = readFileSync(join(root, 'test/data/dirty-sites.csv'));

/** Line of the dirty file → exactly the problems it has. Lines that are not here are sound. */
const EXPECTED: Record<number, string[]> = {
  3: ['ERROR MALFORMED_FINESS_ET finess_et'],
  4: ['ERROR MALFORMED_FINESS_ET finess_et'],
  5: ['WARNING BAD_KEY_FINESS_ET finess_et'],
  6: ['ERROR DUPLICATE_FINESS_ET finess_et'],
  7: ['ERROR MALFORMED_FINESS_EJ finess_ej'],
  8: ['WARNING BAD_KEY_FINESS_EJ finess_ej'],
  9: ['ERROR MISSING_NAME name'],
  10: ['ERROR BAD_CHARACTERS name'],
  11: ['ERROR VALUE_TOO_LONG name'],
  12: ['ERROR UNKNOWN_DEPARTMENT department'],
  13: ['ERROR UNKNOWN_REGION region'],
  14: ['WARNING REGION_MISMATCH region'],
  15: ['ERROR UNKNOWN_SECTOR sector'],
  16: ['WARNING BAD_POSTCODE postcode'],
  17: ['WARNING BAD_COMMUNE_CODE commune_insee'],
  18: ['WARNING MISSING_COORDINATES lat'],
  19: ['WARNING BAD_COORDINATES lat'],
  21: ['WARNING BAD_COORDINATES lat'],
  22: ['ERROR BAD_NUMBER scanners'],
  23: ['ERROR BAD_NUMBER ct_exams_2023'],
  24: ['ERROR BAD_FLAG emergency_department'],
  25: ['WARNING UNKNOWN_GHT ght_declared_codes'],
  26: ['WARNING NO_MODALITY scanners'],
  27: ['ERROR WRONG_COLUMN_COUNT null'],
  28: ['ERROR MALFORMED_LINE null'],
  32: [
    'ERROR BAD_NUMBER scanners',
    'ERROR MALFORMED_FINESS_ET finess_et',
    'ERROR MISSING_NAME name',
    'ERROR UNKNOWN_SECTOR sector',
  ],
  33: ['WARNING BAD_COORDINATES lat'],
  34: ['WARNING BAD_COORDINATES lat'],
};

describe('the 60 sites of the demonstration', () => {
  const { rows, problems } = parseRegistryFile(demo);

  it('parse without a problem', () => {
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(60);
  });

  it('cover what the demonstration needs', () => {
    const count = (values: string[]): number => new Set(values).size;
    expect(count(rows.map((row) => row.regionCode))).toBeGreaterThanOrEqual(10);
    expect(count(rows.map((row) => row.sector))).toBe(3);
    expect(rows.filter((row) => row.regionCode === '94')).toHaveLength(2);
    expect(rows.filter((row) => row.departmentCode.startsWith('97'))).toHaveLength(2);
    expect(rows.every((row) => row.modalities.includes('CT') && (row.scanners ?? 0) >= 1)).toBe(true);
    expect(rows.filter((row) => row.finessEj === '750712184')).toHaveLength(4);
    expect(rows.filter((row) => row.ghtCodes.includes('BRE-01'))).toHaveLength(3);
  });

  it('are read field by field', () => {
    expect(rows[0]).toEqual({
      line: 2,
      finessEt: '010000024',
      finessEj: '010780054',
      name: 'CH DE FLEYRIAT',
      legalEntityName: 'CH FLEYRIAT',
      departmentCode: '01',
      departmentName: 'Ain',
      regionCode: '84',
      regionName: 'Auvergne-Rhône-Alpes',
      communeInsee: '01451',
      commune: 'VIRIAT',
      postcode: '01440',
      sector: 'PUBLIC',
      latitude: 46.2222,
      longitude: 5.20879,
      scanners: 2,
      mri: 3,
      radiographyRooms: 4,
      mammographs: null,
      angiographyRooms: 2,
      gammaCameras: null,
      pet: null,
      ctExamsPerYear: 16738,
      mriExamsPerYear: 10475,
      radiographyExamsPerYear: 31150,
      emergencyDepartment: true,
      ghtCodes: [],
      modalities: ['CT', 'MRI', 'RADIOGRAPHY', 'ANGIOGRAPHY'],
      warnings: [],
    });
  });
});

describe('a dirty registry', () => {
  const { rows, problems } = parseRegistryFile(dirty);
  const lines = Array.from({ length: 34 }, (_, index) => index + 1).slice(1);

  it.each(lines)('line %i has exactly the expected problems', (line) => {
    const found = problems.filter((problem) => problem.line === line);
    expect(found.map(({ severity, code, column }) => `${severity} ${code} ${column}`).sort()).toEqual(
      EXPECTED[line] ?? [],
    );
  });

  it('gives the rows without an error, each with its own warnings', () => {
    const sound = lines.filter(
      (line) => line !== 30 && !EXPECTED[line]?.some((problem) => problem.startsWith('ERROR')),
    );
    expect(rows.map((row) => row.line)).toEqual(sound);
    expect(rows.flatMap((row) => row.warnings)).toEqual(
      problems.filter((problem) => sound.includes(problem.line)),
    );
  });

  it('reports problems in the order of the file', () => {
    const order = problems.map((problem) => problem.line);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('keeps what it can of a row with warnings', () => {
    const at = (line: number) => rows.find((row) => row.line === line);
    expect(at(5)?.finessEt).toBe('010780197');
    expect(at(14)?.regionCode).toBe('84');
    expect(at(16)?.postcode).toBeNull();
    expect(at(17)?.communeInsee).toBeNull();
    expect(at(25)?.ghtCodes).toEqual([]);
    expect(at(26)?.modalities).toEqual([]);
    for (const line of [18, 19, 21, 33, 34])
      expect([at(line)?.latitude, at(line)?.longitude]).toEqual([null, null]);
  });

  it('reads decimal commas, doubled quotes and lower-case Corsican numbers', () => {
    const at = (line: number) => rows.find((row) => row.line === line);
    expect([at(20)?.latitude, at(20)?.longitude]).toEqual([46.2222, 5.20879]);
    expect(at(29)?.name).toBe('SITE 29; "LE PARC"');
    expect(at(31)).toMatchObject({ finessEt: '2A0000014', departmentName: 'Corse-du-Sud' });
  });

  it('repeats at most 80 printable characters of a value', () => {
    const value = (line: number) => problems.find((problem) => problem.line === line)?.value;
    expect(value(11)).toBe('H'.repeat(80));
    expect(value(10)).toBe('HOPITAL\uFFFD BEL AIR');
    expect(value(27)).toBe('3');
    expect(value(34)).toBe('45.42953');
  });
});

describe('a registry as a whole', () => {
  const [header = '', first = ''] = demo.toString('utf8').split('\n');

  it('may be written in Windows-1252 with CRLF', () => {
    const { rows, problems } = parseRegistryFile(
      Buffer.from(`${header}\r\n${first.replace('VIRIAT', 'MÉZIÈRES')}\r\n`, 'latin1'),
    );
    expect(problems).toEqual([]);
    expect(rows[0]?.commune).toBe('MÉZIÈRES');
  });

  it('may have its columns in another order and a later year', () => {
    const turn = (line: string) => line.split(';').reverse().join(';');
    const later = turn(header).replaceAll('_2023', '_2024');
    const { rows } = parseRegistryFile(`${later}\n${turn(first)}`);
    expect(rows[0]).toMatchObject({ name: 'CH DE FLEYRIAT', ctExamsPerYear: 16738 });
  });

  it.each([
    ['an empty file', '', 'EMPTY_FILE', []],
    ['a header alone', header, 'EMPTY_FILE', []],
    [
      'missing columns',
      `${header.replace('finess_et;', 'finess;').replace(';lat;', ';x;')}\n${first}`,
      'MISSING_COLUMNS',
      ['finess_et', 'lat'],
    ],
    ['too many rows', `${header}\n${`${first}\n`.repeat(MAX_REGISTRY_ROWS + 1)}`, 'TOO_MANY_ROWS', []],
  ])('is refused for %s', (_case, content, code, columns) => {
    const refused = (): unknown => parseRegistryFile(content);
    expect(refused).toThrow(ImportFileError);
    expect(refused).toThrow(expect.objectContaining({ code, columns }));
  });
});

describe('isPlausiblePosition', () => {
  // The five wrong positions that the European file gives for French sites.
  it.each([
    ['34', 45.42953, 4.40406],
    ['58', 47.88572759745926, 0.0265323491768071],
    ['68', 48.07423, -2.95552],
    ['83', 49.35183479432725, 2.1803888672814216],
    ['93', 43.36051, 2.2207],
  ])('refuses a site of department %s at %d, %d', (code, latitude, longitude) => {
    const department = departmentByCode(code);
    expect(department && isPlausiblePosition(department, { latitude, longitude })).toBe(false);
  });

  it.each([
    ['973', 5.499420166015625, -54.02865982055664, 'Saint-Laurent-du-Maroni'],
    ['971', 18.0708, -63.0501, 'Saint-Martin'],
    ['974', -20.878, 55.45, 'Saint-Denis'],
    ['2B', 42.697, 9.45, 'Bastia'],
  ])('takes one of department %s at %d, %d (%s)', (code, latitude, longitude) => {
    const department = departmentByCode(code);
    expect(department && isPlausiblePosition(department, { latitude, longitude })).toBe(true);
  });
});
