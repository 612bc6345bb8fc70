import type { DoseRow } from '../../../../server/measures';
import { readDoseReport } from '../../../../server/measures/dose/readers/read-dose-report';
import {
  code,
  container,
  dateTime,
  double,
  num,
  report,
  text,
  uid,
  type WrittenCode,
} from '../../../support/dose-reports/content';
import { writeDicom, type DataSet } from '../../../support/dose-reports/dicom-writer';
import { ctReport, projectionReport, xrayEvent } from '../../../support/dose-reports/makers';

function rowsOf(dataSet: DataSet): DoseRow[] {
  const reading = readDoseReport(writeDicom(dataSet, { syntax: 'EXPLICIT_LITTLE' }), 'report 1');
  if ('refused' in reading) throw new Error(reading.refused.code);
  return reading.rows;
}

const events = (rows: DoseRow[]) => rows.filter(({ level }) => level === 'EVENT');
const totals = (rows: DoseRow[]) => rows.filter(({ level }) => level === 'EXAMINATION');
const codes = (row: DoseRow | undefined) => (row?.notes ?? []).map(({ code: note }) => note);

describe('computed tomography as makers write it', () => {
  it('tells localisers and contrast tracking from scans', () => {
    const rows = rowsOf(
      ctReport(
        [
          { uid: '1.1', protocol: 'Topogram', type: 'constantAngle', ctdi: '0.1', dlp: '4', length: '512' },
          { uid: '1.2', protocol: 'PreMonitoring', type: 'stationaryCt', ctdi: '1', dlp: '1', length: '10' },
          { uid: '1.3', protocol: 'Bolus Tracking', type: 'sequenced', ctdi: '8', dlp: '8', length: '10' },
          {
            uid: '1.4',
            protocol: 'Perfusion cerebrale',
            type: 'stationaryCt',
            ctdi: '180',
            dlp: '720',
            length: '40',
          },
          { uid: '1.5', protocol: 'Volume 160', type: 'stationaryCt', ctdi: '9', dlp: '144', length: '160' },
          { uid: '1.6', protocol: 'Thorax', type: 'spiralSct', ctdi: '5', dlp: '170' },
          { uid: '1.7', protocol: 'Scano', ctdi: '0.2', dlp: '5', type: ['99CAN', 'S1', 'Scanoscope'] },
        ],
        '1052',
      ),
    );
    expect(events(rows).map(({ exclusion }) => exclusion)).toEqual([
      'SCOUT',
      'SCOUT',
      'SCOUT',
      null,
      null,
      null,
      'SCOUT',
    ]);
    expect(totals(rows)[0]).toMatchObject({ dlpMgyCm: 1052, exclusion: null, protocol: null });
  });

  it('keeps the phantom of 16 and 32 cm, and takes no phantom for a patient', () => {
    const [head, body] = rowsOf(
      ctReport([
        { uid: '1.1', protocol: 'Crane', ctdi: '40', dlp: '700', phantom: 'head' },
        { uid: '1.2', protocol: 'QA_Daily Catphan', ctdi: '10', dlp: '100', phantom: 'body' },
      ]),
    );
    expect(head).toMatchObject({ phantomCm: 16, exclusion: null });
    expect(body).toMatchObject({ phantomCm: 32, exclusion: 'PHANTOM_OR_QA' });
  });

  it.each([
    ['patient name', 0x00100010, 'PN', 'PHANTOM^DAILY'],
    ['patient name', 0x00100010, 'PN', 'Test^Patient'],
    ['patient number', 0x00100020, 'LO', 'QA_20240312'],
    ['study', 0x00081030, 'LO', 'Contrôle qualité mensuel'],
    ['study', 0x00081030, 'LO', 'Head^DailyQA'],
    ['quality control flag', 0x00280300, 'CS', 'YES'],
  ])('sees a quality control by its %s', (_what, tag, vr, value) => {
    const head = { elements: [[tag, vr, value]] as [number, string, string][] };
    const rows = rowsOf(ctReport([{ uid: '1.1', protocol: 'Thorax', ctdi: '5', dlp: '100' }], '100', head));
    expect(rows.map(({ exclusion }) => exclusion)).toEqual(['PHANTOM_OR_QA', 'PHANTOM_OR_QA']);
  });

  it.each(['Testard^Luc', 'Quaglia^Anna', 'Acquart^Eva'])('takes %s for a patient', (name) => {
    const head = { elements: [[0x00100010, 'PN', name]] as [number, string, string][] };
    const [row] = rowsOf(
      ctReport([{ uid: '1.1', protocol: 'Test bolus', ctdi: '5', dlp: '100' }], '100', head),
    );
    expect(row?.exclusion).toBeNull();
  });

  it.each([
    ['mGycm', '100', 100],
    ['mGy.cm', '1,5E+2', 150],
    ['Gy.cm', '0.1', 100],
    ['mGy·cm', ' 100 ', 100],
    [null, '100', 100],
  ])('reads DLP in %s', (dlpUnit, dlp, expected) => {
    const [row] = rowsOf(ctReport([{ uid: '1.1', ctdi: '5', dlp, dlpUnit }]));
    expect(row).toMatchObject({ dlpMgyCm: expected, exclusion: null });
  });

  it.each([
    ['mSv', '100', 'UNIT_UNKNOWN'],
    ['mGy', '100', 'UNIT_UNKNOWN'],
    ['mGy.cm', 'MARTINEAU', 'VALUE_NOT_A_NUMBER'],
    ['mGy.cm', 'NaN', 'VALUE_NOT_A_NUMBER'],
    ['mGy.cm', '1e999', 'VALUE_NOT_A_NUMBER'],
    ['mGy.cm', '100\\200', 'VALUE_NOT_A_NUMBER'],
    ['mGy.cm', '-5', 'VALUE_NEGATIVE'],
    ['Gy.cm', '9000', 'VALUE_IMPOSSIBLE'],
  ])('excludes a DLP in %s of %s', (dlpUnit, dlp, note) => {
    const [row] = rowsOf(ctReport([{ uid: '1.1', protocol: 'Thorax', ctdi: '5', dlp, dlpUnit }]));
    expect(row).toMatchObject({ exclusion: 'IMPLAUSIBLE', protocol: 'Thorax' });
    expect(codes(row)).toContain(note);
    expect(JSON.stringify(row)).not.toContain('MARTINEAU');
  });

  it('drops a length that cannot be and keeps the dose', () => {
    const [row] = rowsOf(ctReport([{ uid: '1.1', ctdi: '5', dlp: '100', length: '30', lengthUnit: 'm' }]));
    expect(row).toMatchObject({ scanningLengthMm: null, dlpMgyCm: 100, exclusion: null });
    expect(codes(row)).toEqual(['VALUE_IMPOSSIBLE']);
  });

  it('says when an acquisition has no dose, and that zero is none', () => {
    const rows = rowsOf(
      ctReport([{ uid: '1.1' }, { uid: '1.2', ctdi: '0', dlp: '0' }, { uid: '1.3', ctdi: '0', dlp: '9' }]),
    );
    expect(events(rows).map(({ exclusion }) => exclusion)).toEqual(['NO_DOSE', 'NO_DOSE', null]);
    expect(events(rows)[2]).toMatchObject({ ctdiVolMgy: null, dlpMgyCm: 9 });
  });

  it('notes a total that differs from its sum, and sums where there is no total', () => {
    const acquisitions = [
      { uid: '1.1', ctdi: '5', dlp: '100' },
      { uid: '1.2', ctdi: '5', dlp: '200' },
    ];
    const [differing] = totals(rowsOf(ctReport(acquisitions, '450')));
    expect(differing).toMatchObject({ dlpMgyCm: 450 });
    expect(differing?.notes).toEqual([
      { code: 'TOTAL_DIFFERS', params: { quantity: 'PDL/DLP', total: 450, sum: 300 } },
    ]);
    const [summed] = totals(rowsOf(ctReport(acquisitions)));
    expect(summed).toMatchObject({ dlpMgyCm: 300, notes: [{ code: 'TOTAL_SUMMED' }] });
    expect(totals(rowsOf(ctReport(acquisitions, '300.4')))[0]?.notes).toBeUndefined();
  });

  it('does not take alert values, foreign codes or meanings for doses', () => {
    const foreign: WrittenCode = ['99MAKER', '113838', 'DLP'];
    const dose = container(
      'ctDose',
      num('alertValue', '1000', 'mGy'),
      num(foreign, '999', 'mGy.cm'),
      num(['LN', 'X-1', 'Mean CTDIvol'], '99', 'mGy'),
      num('ctdiVol', '4', 'mGy'),
    );
    const [row] = rowsOf(report({}, container('ctAcquisition', uid('eventUid', '1.1'), dose)));
    expect(row).toMatchObject({ ctdiVolMgy: 4, dlpMgyCm: null });
  });

  it('finds values wherever they stand, also as doubles and as text', () => {
    const nested = container(
      ['DCM', '125007', 'Measurement Group'],
      container('ctDose', double('ctdiVol', 7.5, 'mGy')),
    );
    const [row] = rowsOf(
      report(
        { root: ['DCM', '113701', ''] },
        container(['99ACME', 'A', 'Wrapper'], container('ctAcquisition', nested, text('dlp', '210 mGy.cm'))),
      ),
    );
    expect(row).toMatchObject({ ctdiVolMgy: 7.5, dlpMgyCm: 210, exclusion: null });
  });

  it('derives a key for exposures without UID, the same in every report of the study', () => {
    const first = { protocol: 'Thorax', ctdi: '5', dlp: '100', startedAt: '20240312081500' };
    const second = { protocol: 'Abdomen', ctdi: '7', dlp: '200', startedAt: '20240312081700' };
    const one = events(rowsOf(ctReport([first])));
    const both = events(rowsOf(ctReport([first, second, second])));
    expect(one[0]?.eventUid).toMatch(/^derived\.[0-9a-f]{32}$/);
    expect(both[0]?.eventUid).toBe(one[0]?.eventUid);
    expect(new Set(both.map(({ eventUid }) => eventUid)).size).toBe(3);
  });
});

describe('projection X-ray as makers write it', () => {
  const fluoroscopy = xrayEvent(
    code('eventType', 'fluoroscopySct'),
    uid('eventUid', '1.1'),
    dateTime('startedAt', '20240313000102.5+0100'),
    num('dap', '1.5E-05', 'Gy.m2'),
    num('rp', '2.5', 'mGy'),
    num('duration', '13.5', 's'),
  );
  const exposure = xrayEvent(
    code('eventType', 'stationary'),
    uid('eventUid', '1.2'),
    text('protocol', 'Coronaire 15 i/s'),
    num('dap', '0.0001', 'Gym2'),
    num('rp', '0.004', 'Gy'),
    num('duration', '6', 's'),
  );

  it('reads fluoroscopy: dose-area product, kerma, time', () => {
    const accumulated = container(
      'accumulated',
      num('dapTotal', '1.034', 'dGy.cm2'),
      num('rpTotal', '6.5', 'mGy'),
      num('fluoroTime', '0.5', 'min'),
    );
    const rows = rowsOf(
      projectionReport({}, code('device', 'integrated'), accumulated, fluoroscopy, exposure),
    );
    expect(rows[0]).toMatchObject({
      modality: 'INTERVENTIONAL',
      acquisitionType: 'Fluoroscopy',
      performedOn: '2024-03-13',
      dapMgyCm2: 150,
      entranceDoseMgy: 2.5,
      fluoroscopySeconds: 13.5,
    });
    expect(rows[1]).toMatchObject({
      dapMgyCm2: 1000,
      entranceDoseMgy: 4,
      fluoroscopySeconds: null,
      protocol: 'Coronaire 15 i/s',
    });
    expect(rows[2]).toMatchObject({
      level: 'EXAMINATION',
      dapMgyCm2: 103.4,
      entranceDoseMgy: 6.5,
      fluoroscopySeconds: 30,
    });
    expect(codes(rows[2])).toEqual(['TOTAL_DIFFERS']);
  });

  it('reads totals alone, of both planes, and parts where there is no whole', () => {
    const plane = (side: 'planeA' | 'planeB' | 'allPlanes', dap: string) =>
      container(
        'accumulated',
        code('plane', side),
        num('dapTotal', dap, 'Gy.m2'),
        num('fluoroTime', '60', 's'),
      );
    const [biplane] = rowsOf(projectionReport({}, plane('planeA', '0.001'), plane('planeB', '0.002')));
    expect(biplane).toMatchObject({
      level: 'EXAMINATION',
      dapMgyCm2: 30000,
      fluoroscopySeconds: 120,
      exclusion: null,
    });
    const both = [plane('planeA', '0.001'), plane('planeB', '0.002'), plane('allPlanes', '0.003')];
    expect(rowsOf(projectionReport({}, ...both))[0]).toMatchObject({
      dapMgyCm2: 30000,
      fluoroscopySeconds: 60,
    });
    const parts = container(
      'accumulated',
      num('fluoroDapTotal', '0.001', 'Gy.m2'),
      num('acquisitionDapTotal', '0.003', 'Gy.m2'),
    );
    expect(rowsOf(projectionReport({}, parts))[0]).toMatchObject({
      dapMgyCm2: 40000,
      modality: 'INTERVENTIONAL',
    });
    const time = container('accumulated', num('fluoroTime', '60', 's'));
    expect(rowsOf(projectionReport({}, time))[0]).toMatchObject({ fluoroscopySeconds: 60, exclusion: null });
  });

  it('keeps the planes of one event apart', () => {
    const side = (plane: 'planeA' | 'planeB') =>
      xrayEvent(code('plane', plane), uid('eventUid', '1.9'), num('dap', '0.001', 'Gy.m2'));
    const keys = events(rowsOf(projectionReport({}, side('planeA'), side('planeB')))).map(
      ({ eventUid }) => eventUid,
    );
    expect(keys).toEqual(['1.9', '1.9#B']);
  });

  it('takes a device without fluoroscopy for radiography, and a DAP in the wrong unit for implausible', () => {
    const still = xrayEvent(
      code('eventType', 'stationary'),
      uid('eventUid', '1.3'),
      num('dap', '15', 'Gy.m2'),
    );
    const [row] = rowsOf(projectionReport({}, code('device', 'integrated'), still));
    expect(row).toMatchObject({ modality: 'RADIOGRAPHY', exclusion: 'IMPLAUSIBLE', dapMgyCm2: 150_000_000 });
    const none = xrayEvent(code('eventType', 'stationary'), uid('eventUid', '1.4'), num('dap', '', 'Gy.m2'));
    expect(rowsOf(projectionReport({}, none))[0]).toMatchObject({ exclusion: 'NO_DOSE' });
  });

  it('reads mammography: breast and view, thickness, dose in any prefix, tomosynthesis', () => {
    const breast = (side: 'left' | 'right', type: 'stationary' | 'rotational', dose: [string, string]) =>
      xrayEvent(
        code('eventType', type),
        code('view', 'mlo'),
        code('region', 'breast', code('laterality', side)),
        num('agd', ...dose),
        num('thickness', '4.5', 'cm'),
      );
    const accumulated = container(
      'accumulated',
      num('agdTotal', '0.013', 'dGy', code('laterality', 'left')),
      num('agdTotal', '1.6', 'mGy', code('laterality', 'right')),
    );
    const rows = rowsOf(
      report(
        {},
        code('procedure', 'mammography'),
        accumulated,
        breast('left', 'stationary', ['0.013', 'dGy']),
        breast('right', 'rotational', ['1.6', 'mGy']),
      ),
    );
    expect(rows[0]).toMatchObject({
      modality: 'MAMMOGRAPHY',
      meanGlandularDoseMgy: 1.3,
      compressedThicknessMm: 45,
      laterality: 'LEFT',
      view: 'medio-lateral oblique',
    });
    expect(rows[1]).toMatchObject({
      acquisitionType: 'Rotational Acquisition',
      meanGlandularDoseMgy: 1.6,
      laterality: 'RIGHT',
    });
    expect(totals(rows).map((row) => [row.laterality, row.meanGlandularDoseMgy])).toEqual([
      ['LEFT', 1.3],
      ['RIGHT', 1.6],
    ]);
  });

  it('reads the older summary of a Siemens C-arm, which has its own codes', () => {
    const summary = (value: string): WrittenCode => ['99SMS_RADSUM', value, 'summary'];
    const [row] = rowsOf(
      report(
        { sopClass: '1.2.840.10008.5.1.4.1.1.88.22', root: summary('C-10') },
        num(summary('C-202'), '42', 's'),
        num(summary('C-204'), '1.25', 'Gy.cm2'),
      ),
    );
    expect(row).toMatchObject({
      level: 'EXAMINATION',
      modality: 'INTERVENTIONAL',
      dapMgyCm2: 1250,
      fluoroscopySeconds: 42,
    });
  });
});
