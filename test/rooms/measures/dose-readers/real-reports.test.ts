import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { uniqueEvents, type DoseRow } from '../../../../server/measures';
import { readDoseReport } from '../../../../server/measures/dose/readers/read-dose-report';

/**
 * Reports of real devices, which do not ship: the test files of OpenREM (openrem/remapp/tests/test_files). Name their
 * folder to run what needs them: DOSE_REPORTS=<folder> npx jest dose-readers/real-reports
 */
const folder = process.env.DOSE_REPORTS ?? '';
const withReports = existsSync(folder) ? describe : describe.skip;
if (withReports === describe.skip) {
  process.stderr.write(
    'real-reports: DOSE_REPORTS names no folder of dose reports; these tests are skipped.\n',
  );
}

function rowsOf(file: string, place = 'report 1'): DoseRow[] {
  const reading = readDoseReport(readFileSync(path.join(folder, file)), place);
  if ('refused' in reading) throw new Error(`${file}: ${reading.refused.code}`);
  return reading.rows;
}

const FACTS = readFileSync(path.join(__dirname, '../../../data/dose-report-facts.csv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split(','));

const FIELDS = { scanning_length: 'scanningLengthMm', mean_ctdivol: 'ctdiVolMgy', dlp: 'dlpMgyCm' } as const;

withReports('dose reports of real devices', () => {
  it.each(FACTS)('%s, event %s: %s is %s', (file = '', event = '', quantity = '', expected = '') => {
    const rows = rowsOf(file);
    const events = rows.filter(({ level }) => level === 'EVENT');
    if (quantity === 'total_number_of_irradiation_events') {
      expect(events).toHaveLength(Number(expected));
    } else if (quantity === 'ct_dose_length_product_total') {
      expect(rows.find(({ level }) => level === 'EXAMINATION')?.dlpMgyCm).toBe(Number(expected));
    } else {
      const field = FIELDS[quantity as keyof typeof FIELDS];
      expect(events[Number(event) - 1]?.[field]).toBe(Number(expected));
    }
  });

  it('counts the events of three cumulative reports of one study once', () => {
    const rows = uniqueEvents(
      [1, 2, 3].flatMap((number) => rowsOf(`CT-RDSR-Siemens-Multi-${number}.dcm`, `report ${number}`)),
    );
    const counted = rows.filter(({ exclusion }) => exclusion !== 'DUPLICATE_EVENT');
    expect(counted.map(({ level, dlpMgyCm }) => [level, dlpMgyCm])).toEqual([
      ['EVENT', 7.46],
      ['EVENT', 69.81],
      ['EVENT', 158.82],
      ['EXAMINATION', 236.09],
    ]);
  });

  it('sorts localisers and contrast tracking out', () => {
    expect(rowsOf('CT-RDSR-Siemens_Flash-TAP-SS.dcm').map(({ exclusion }) => exclusion)).toEqual([
      'SCOUT',
      'SCOUT',
      'SCOUT',
      null,
      null,
    ]);
  });

  it('reads mammography, radiography and angiography', () => {
    const breasts = rowsOf('MG-RDSR-Hologic_2D.dcm').filter(({ level }) => level === 'EVENT');
    expect(
      breasts.map((row) => [row.meanGlandularDoseMgy, row.compressedThicknessMm, row.laterality]),
    ).toEqual([
      [1.3, 43, 'LEFT'],
      [1.28, 43, 'RIGHT'],
    ]);
    const legs = rowsOf('DX-RDSR-Carestream_DRXEvolution.dcm');
    expect(legs.at(-1)).toMatchObject({
      modality: 'RADIOGRAPHY',
      dapMgyCm2: 58.099997,
      entranceDoseMgy: 0.29927175492,
    });
    const angiography = rowsOf('RF-RDSR-Philips_Allura.dcm');
    expect(angiography.at(-1)).toMatchObject({
      modality: 'INTERVENTIONAL',
      dapMgyCm2: 1535.6864017,
      fluoroscopySeconds: 13,
    });
  });

  it.each([
    ['CT-SC-Philips_Brilliance16P.dcm', 'SECONDARY_CAPTURE'],
    ['ESR_non-dose.dcm', 'NOT_A_DOSE_REPORT'],
  ])('refuses %s', (file, code) => {
    expect(readDoseReport(readFileSync(path.join(folder, file)), 'report 1')).toMatchObject({
      refused: { code },
    });
  });

  it('gives rows or a reason for every file of the folder', () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.dcm'))) {
      const reading = readDoseReport(readFileSync(path.join(folder, file)), 'report 1');
      if ('rows' in reading) expect(reading.rows.length).toBeGreaterThan(0);
      else expect(reading.refused.code).not.toBe('DICOM_DAMAGED');
    }
  });
});
