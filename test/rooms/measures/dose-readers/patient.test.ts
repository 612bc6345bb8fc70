import { readDoseReport } from '../../../../server/measures/dose/readers/read-dose-report';
import { code, num, PATIENT, report, text, uid } from '../../../support/dose-reports/content';
import { writeDicom, type DataSet } from '../../../support/dose-reports/dicom-writer';
import { ctEvent, ctReport, xrayEvent } from '../../../support/dose-reports/makers';

function read(dataSet: DataSet) {
  return readDoseReport(writeDicom(dataSet, { syntax: 'EXPLICIT_LITTLE' }), 'report 1');
}

function ageOf(...elements: [number, string, string][]): number | null | undefined {
  const reading = read(ctReport([{ uid: '1.1', ctdi: '5', dlp: '9' }], '9', { elements }));
  return 'rows' in reading ? reading.rows[0]?.ageYears : undefined;
}

describe('what stays of a patient', () => {
  it('is age and weight alone', () => {
    const content = [
      code('procedure', 'ct'),
      text(['DCM', '121029', 'Subject Name'], PATIENT.name),
      ctEvent({ uid: '1.1', protocol: `Thorax ${PATIENT.id}`, ctdi: '5', dlp: '100' }),
      ctEvent({ uid: '1.2', protocol: 'TAP Mme Martineau Jeanne', ctdi: '5', dlp: 'MARTINEAU' }),
      xrayEvent(
        uid('eventUid', PATIENT.id),
        text('protocol', PATIENT.accession),
        num('dap', '1', PATIENT.id),
      ),
    ];
    const head = {
      elements: [
        [0x00101030, 'DS', '64.5'],
        [0x00081030, 'LO', `Thorax ${PATIENT.accession}`],
      ] as DataSet,
    };
    const shown = JSON.stringify(read(report(head, ...content))).toUpperCase();
    for (const secret of [
      'MARTINEAU',
      PATIENT.id,
      PATIENT.birthDate,
      '1962-05-17',
      PATIENT.accession,
      PATIENT.serial,
    ]) {
      expect(shown).not.toContain(secret.toUpperCase());
    }
    expect(shown).toContain('"AGEYEARS":61,"WEIGHTKG":64.5');
  });

  it.each([
    ['067Y', 67],
    ['018M', 1.5],
    ['026W', 0.5],
    ['010D', 0.03],
    ['7Y', 7],
    ['42', 42],
    ['999Y', 61],
    ['000Y', 61],
    ['abc', 61],
  ])('reads the age %s', (age, years) => expect(ageOf([0x00101010, 'AS', age])).toBe(years));

  it('counts the age from the day of birth, a small child’s by the month', () => {
    expect(ageOf([0x00100030, 'DA', '20221212'])).toBe(1.25);
    expect(ageOf([0x00100030, 'DA', '20240313'])).toBeNull();
    expect(ageOf([0x00100030, 'DA', ''])).toBeNull();
    expect(ageOf([0x00100030, 'DA', '19340312'])).toBe(90);
    expect(ageOf([0x00100030, 'DA', '19340313'])).toBe(89);
  });
});
