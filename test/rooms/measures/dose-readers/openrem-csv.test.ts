import { Readable } from 'node:stream';
import type { DoseRow, RefusedPart } from '../../../../server/measures';
import { readDoseCsv } from '../../../../server/measures/dose/readers/csv/read-dose-csv';

async function read(...lines: string[][]): Promise<{ rows: DoseRow[]; refused: RefusedPart[] }> {
  const text = lines
    .map((cells) => cells.map((cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell)).join(','))
    .join('\r\n');
  const rows: DoseRow[] = [];
  const refused: RefusedPart[] = [];
  for await (const readings of readDoseCsv(Readable.from([Buffer.from(`\uFEFF${text}\r\n`)]))) {
    for (const reading of readings) {
      if ('refused' in reading) refused.push(reading.refused);
      else rows.push(...reading.rows);
    }
  }
  return { rows, refused };
}

const COMMON = [
  'Institution',
  'Manufacturer',
  'Model name',
  'Station name',
  'Display name',
  'Accession number',
  'Operator',
];
const STUDY = [
  'Study date',
  'Study time',
  'Age',
  'Sex',
  'Height',
  'Mass (kg)',
  'Test patient?',
  'Study description',
  'Requested procedure',
  'Study Comments',
  'No. events',
];
const ROOM = ['CH Test', 'SIEMENS', 'Flash', 'CT1', 'CT1 disp', 'ACC998877', 'DURAND^LUC'];
const DAY = ['2024-03-12', '08:15:00', '61.5', 'F', '1.7', '64.5', '', 'TAP', 'Scanner TAP', '', '2'];

const CT_EVENT = [
  'Protocol',
  'Type',
  'Exposure time',
  'Scanning length',
  'Slice thickness',
  'Total collimation',
  'Pitch',
  'No. sources',
  'CTDIvol',
  'Phantom',
  'DLP',
  'S1 name',
  'S1 kVp',
  'mA Modulation type',
  'Dose check details',
  'Comments',
];
const numbered = (event: number, names: string[]) => names.map((name) => `E${event} ${name}`);

describe('exports of OpenREM', () => {
  it('reads CT: totals, events, localisers, phantoms, studies with fewer events', async () => {
    const header = [
      ...COMMON,
      ...STUDY,
      'DLP total (mGy.cm)',
      ...numbered(1, CT_EVENT),
      ...numbered(2, CT_EVENT),
    ];
    const scout = [
      'Topogram',
      'Constant Angle Acquisition',
      '8',
      '512',
      '0.6',
      '3.6',
      '',
      '1',
      '0.14',
      '32 cm',
      '11.5',
      'A',
      '120',
      'OFF',
      '',
      '',
    ];
    const scan = [
      'Thorax',
      'Spiral Acquisition',
      '16',
      '300',
      '0.6',
      '38',
      '0.6',
      '1',
      '9.91',
      '32 cm',
      '297.3',
      'A',
      '120',
      'XYZ',
      '',
      '',
    ];
    const { rows, refused } = await read(
      header,
      [...ROOM, ...DAY, '308.8', ...scout, ...scan],
      [...ROOM, ...DAY, '9', ...scan],
      ['DoesNotExist error whilst exporting study 3 of 3'],
    );
    expect(refused).toEqual([
      { place: 'row 4', code: 'ROW_WIDTH', params: { count: 1, expected: header.length } },
    ]);
    expect(
      rows.map((row) => [row.place, row.level, row.exclusion, row.dlpMgyCm, row.ctdiVolMgy, row.phantomCm]),
    ).toEqual([
      ['row 2, event 1', 'EVENT', 'SCOUT', 11.5, 0.14, 32],
      ['row 2, event 2', 'EVENT', null, 297.3, 9.91, 32],
      ['row 2', 'EXAMINATION', null, 308.8, null, null],
      ['row 3, event 1', 'EVENT', null, 297.3, 9.91, 32],
      ['row 3', 'EXAMINATION', null, 9, null, null],
    ]);
    expect(rows[1]).toMatchObject({
      modality: 'CT',
      performedOn: '2024-03-12',
      protocol: 'Thorax',
      examination: 'TAP',
      equipment: 'SIEMENS Flash',
      ageYears: 61.5,
      weightKg: 64.5,
      scanningLengthMm: 300,
    });
    const shown = JSON.stringify(rows);
    for (const secret of ['ACC998877', 'DURAND', 'CH Test']) expect(shown).not.toContain(secret);
    // The same study again, as in an export of an overlapping period, has the same keys.
    const again = await read(header, [...ROOM, ...DAY, '308.8', ...scout, ...scan]);
    expect(again.rows.map(({ eventUid }) => eventUid)).toEqual(
      rows.slice(0, 3).map(({ eventUid }) => eventUid),
    );
  });

  it('reads CT of version 1.0, where a dual-source acquisition stands twice', async () => {
    const names = [
      'Acquisition protocol',
      'Acquisition type',
      'CTDI phantom type',
      'CTDIvol (mGy)',
      'DLP (mGy.cm)',
      'Scanning length (mm)',
      'Source name',
    ];
    const header = [
      'Accession',
      'Number of events',
      'Institution',
      'Manufacturer',
      'Model',
      'Station name',
      'Display name',
      'Operator',
      'Patient sex',
      'Study description',
      'Requested procedure',
      'Study date',
      'Study time',
      'Patient age',
      'Patient height (m)',
      'Patient weight (kg)',
      'Total DLP (mGy.cm)',
      ...numbered(1, names),
      ...numbered(2, names),
    ];
    const event = (source: string) => [
      'Coro',
      'Spiral Acquisition',
      'IEC Body Dosimetry Phantom',
      '12.5',
      '180.0',
      '144.0',
      source,
    ];
    const { rows } = await read(header, [
      'A1',
      '1',
      'CH',
      'SIEMENS',
      'Force',
      'S',
      'D',
      '',
      'M',
      'Coroscanner',
      '',
      '2024-03-12',
      '08:00:00',
      '55.0',
      '',
      '80.0',
      '180.0',
      ...event('A'),
      ...event('B'),
    ]);
    expect(rows.map((row) => [row.level, row.exclusion, row.dlpMgyCm, row.phantomCm])).toEqual([
      ['EVENT', null, 180, 32],
      ['EVENT', 'DUPLICATE_EVENT', 180, 32],
      ['EXAMINATION', null, 180, null],
    ]);
  });

  it.each([
    ['DAP total (cGy.cm^2)', 'DAP (cGy.cm^2)', '15', '10'],
    ['Total DAP (cGy·cm²)', 'DAP (cGy·cm²)', '15', '10'],
    ['DAP total (Gy.m^2)', 'DAP (Gy.m^2)', '0.000015', '0.00001'],
  ])('reads radiography with %s', async (total, dap, whole, part) => {
    const header = [
      ...COMMON,
      ...STUDY,
      total,
      ...numbered(1, ['Protocol', 'Anatomy', 'Image view', 'kVp', dap, 'Entrance Exposure at RP (mGy)']),
    ];
    const { rows } = await read(header, [
      ...ROOM,
      ...DAY,
      whole,
      'Thorax F',
      'Chest',
      'postero-anterior',
      '120',
      part,
      '0.1',
    ]);
    expect(rows[0]).toMatchObject({
      modality: 'RADIOGRAPHY',
      level: 'EVENT',
      dapMgyCm2: 100,
      entranceDoseMgy: 0.1,
      view: 'postero-anterior',
      targetRegion: 'Chest',
    });
    expect(rows[1]).toMatchObject({ level: 'EXAMINATION', dapMgyCm2: 150 });
  });

  it('reads fluoroscopy: both planes, and the oldest export without its times', async () => {
    const plane = (name: string) =>
      [
        'DAP total (Gy.m^2)',
        'Dose RP total (Gy)',
        'Fluoro DAP total (Gy.m^2)',
        'Fluoro dose RP total (Gy)',
        'Fluoro duration total (s)',
        'Acq. DAP total (Gy.m^2)',
        'Number of events',
      ].map((column) => `${name} ${column}`);
    const header = [...COMMON, 'Physician', ...STUDY, ...plane('A'), ...plane('B')];
    const { rows } = await read(
      header,
      [
        ...ROOM,
        'DR^X',
        ...DAY,
        '0.002',
        '0.5',
        '0.001',
        '0.2',
        '120',
        '0.001',
        '4',
        '0.001',
        '0.1',
        '',
        '',
        '30',
        '',
        '1',
      ],
      [...ROOM, 'DR^X', ...DAY, '0.002', '0.5', '0.001', '0.2', '120', '0.001', '4'],
    );
    expect(rows[0]).toMatchObject({
      modality: 'INTERVENTIONAL',
      level: 'EXAMINATION',
      dapMgyCm2: 30000,
      entranceDoseMgy: 600,
      fluoroscopySeconds: 150,
    });
    expect(rows[1]).toMatchObject({ dapMgyCm2: 20000, entranceDoseMgy: 500, fluoroscopySeconds: 120 });
    const oldest = [
      'Manufacturer',
      'Model name',
      'Institution name',
      'Display name',
      'Accession number',
      'Study date',
      'Patient age',
      'Patient sex',
      'Patient height',
      'Patient mass (kg)',
      'Not patient?',
      'Study description',
      'Number of events',
      'DAP total (Gy.m2)',
      'RP dose total (Gy)',
      'Fluoro DAP total (Gy.m2)',
      'Total fluoro time (ms)',
      'Physician',
      'Operator',
    ];
    const old = await read(oldest, [
      'GE',
      'OEC',
      'CH',
      'd',
      'A',
      '2014-01-01',
      '50',
      'M',
      '',
      '',
      '',
      'Bloc',
      '3',
      '0.0001',
      '0.002',
      '0.0001',
      '13',
      '',
      '',
    ]);
    expect(old.rows).toHaveLength(1);
    expect(old.rows[0]).toMatchObject({
      modality: 'INTERVENTIONAL',
      dapMgyCm2: 1000,
      entranceDoseMgy: 2,
      fluoroscopySeconds: null,
    });
  });

  it('reads mammography, a view in each row', async () => {
    const study = STUDY.filter((name) => name !== 'Height' && name !== 'Mass (kg)');
    const header = [
      ...COMMON,
      ...study,
      'View',
      'View Modifier',
      'Laterality',
      'Acquisition',
      'Thickness',
      'ESD',
      'AGD',
    ];
    const day = DAY.filter((_, index) => index !== 4 && index !== 5);
    const view = (side: string, dose: string) => [
      ...ROOM,
      ...day,
      'cranio-caudal',
      '',
      side,
      'ROUTINE',
      '53.0',
      '5.071',
      dose,
    ];
    const { rows } = await read(header, view('Left', '1.373'), view('Left', '1.373'), view('Right', '1.4'));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      place: 'row 2',
      modality: 'MAMMOGRAPHY',
      meanGlandularDoseMgy: 1.373,
      compressedThicknessMm: 53,
      entranceDoseMgy: 5.071,
      laterality: 'LEFT',
      view: 'cranio-caudal',
      protocol: 'ROUTINE',
      weightKg: null,
    });
    // Two views alike of one study are two exposures.
    expect(new Set(rows.map(({ eventUid }) => eventUid)).size).toBe(3);
  });

  it('sets test patients aside and refuses nuclear medicine', async () => {
    const header = [
      ...COMMON,
      ...STUDY,
      'DLP total (mGy.cm)',
      ...numbered(1, ['Protocol', 'CTDIvol', 'DLP']),
    ];
    const day = DAY.map((cell, index) => (index === 6 ? 'ID contains "phy"'.replaceAll('"', '') : cell));
    const { rows } = await read(header, [...ROOM, ...day, '10', 'Thorax', '5', '10']);
    expect(rows.map(({ exclusion }) => exclusion)).toEqual(['PHANTOM_OR_QA', 'PHANTOM_OR_QA']);
    const nuclear = await read(
      [...COMMON, ...STUDY, 'Radiopharmaceutical Agent', 'Administered activity (MBq)'],
      [...ROOM, ...DAY, 'FDG', '200'],
    );
    expect(nuclear).toEqual({ rows: [], refused: [{ place: 'row 1', code: 'RADIOPHARMACEUTICAL_DOSE' }] });
  });
});
