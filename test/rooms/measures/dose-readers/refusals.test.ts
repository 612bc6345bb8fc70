import fc from 'fast-check';
import { MESSAGES } from '../../../../server/kernel/messages';
import { readDoseReport } from '../../../../server/measures/dose/readers/read-dose-report';
import { code, container, num, report, text } from '../../../support/dose-reports/content';
import { writeDicom, type DataSet, type Encoding } from '../../../support/dose-reports/dicom-writer';
import { ctReport } from '../../../support/dose-reports/makers';

const LITTLE: Encoding = { syntax: 'EXPLICIT_LITTLE' };

function codeOf(file: Buffer): string | null {
  const reading = readDoseReport(file, 'report 1');
  return 'refused' in reading ? reading.refused.code : null;
}

function objectOf(sopClass: string): Buffer {
  return writeDicom(
    [
      [0x00080016, 'UI', sopClass],
      [0x00080060, 'CS', 'CT'],
      [0x7fe00010, 'OW', Buffer.alloc(64)],
    ],
    LITTLE,
  );
}

const REPORT = writeDicom(
  ctReport(
    [
      { uid: '1.1', protocol: 'Topogram', type: 'constantAngle', ctdi: '0.1', dlp: '4' },
      { uid: '1.2', protocol: 'Thorax', ctdi: '5.5', dlp: '180', phantom: 'body' },
    ],
    '184',
  ),
  LITTLE,
);

describe('what is no dose report', () => {
  it.each([
    ['a secondary capture', '1.2.840.10008.5.1.4.1.1.7', 'SECONDARY_CAPTURE'],
    ['a multi-frame capture', '1.2.840.10008.5.1.4.1.1.7.4', 'SECONDARY_CAPTURE'],
    ['a CT image', '1.2.840.10008.5.1.4.1.1.2', 'IMAGE_OBJECT'],
    ['a mammogram', '1.2.840.10008.5.1.4.1.1.1.2', 'IMAGE_OBJECT'],
    ['a tomosynthesis', '1.2.840.10008.5.1.4.1.1.13.1.3', 'IMAGE_OBJECT'],
    ['a PDF', '1.2.840.10008.5.1.4.1.1.104.1', 'ENCAPSULATED_DOCUMENT'],
    ['a radiopharmaceutical dose', '1.2.840.10008.5.1.4.1.1.88.68', 'RADIOPHARMACEUTICAL_DOSE'],
    ['a media directory', '1.2.840.10008.1.3.10', 'NOT_A_DOSE_REPORT'],
  ])('refuses %s', (_what, sopClass, refusal) => expect(codeOf(objectOf(sopClass))).toBe(refusal));

  it('refuses reports of other things, and empty ones', () => {
    const finding = report(
      { sopClass: '1.2.840.10008.5.1.4.1.1.88.22', root: ['LN', '18748-4', 'Diagnostic Imaging Report'] },
      text('protocol', 'x'),
    );
    expect(codeOf(writeDicom(finding, LITTLE))).toBe('NOT_A_DOSE_REPORT');
    expect(codeOf(writeDicom(report({}), LITTLE))).toBe('DOSE_REPORT_EMPTY');
    expect(codeOf(writeDicom(report({}, container('accumulated')), LITTLE))).toBe('DOSE_REPORT_EMPTY');
  });

  it('takes a report that is carried by another class of structured reports, or by none', () => {
    for (const sopClass of ['1.2.840.10008.5.1.4.1.1.88.22', '1.2.840.10008.5.1.4.1.1.88.33', '']) {
      const dataSet = ctReport([{ uid: '1.1', ctdi: '5', dlp: '9' }], '9', { sopClass });
      expect(codeOf(writeDicom(dataSet, LITTLE))).toBeNull();
    }
  });

  it('refuses what is not DICOM, is cut off or too large', () => {
    expect(codeOf(Buffer.from('nom;prenom\n'))).toBe('NOT_DICOM');
    expect(codeOf(Buffer.alloc(0))).toBe('NOT_DICOM');
    for (const share of [0.3, 0.5, 0.9, 0.99]) {
      expect(codeOf(REPORT.subarray(0, Math.floor(REPORT.length * share)))).toBe('DICOM_DAMAGED');
    }
    expect(codeOf(Buffer.concat([REPORT, Buffer.alloc(17 * 1024 * 1024)]))).toBe('REPORT_TOO_LARGE');
    const bomb = report({}, text('protocol', ' '.repeat(18 * 1024 * 1024)));
    expect(codeOf(writeDicom(bomb, { syntax: 'DEFLATED' }))).toBe('REPORT_TOO_LARGE');
  });

  it('refuses an endless nesting without losing its footing', () => {
    let nested: DataSet = num('dlp', '1', 'mGy.cm');
    for (let depth = 0; depth < 300; depth++) nested = container('ctAcquisition', nested);
    const encoding: Encoding = { ...LITTLE, undefinedLengths: true };
    expect(codeOf(writeDicom(report({}, nested), encoding))).toBeNull();
    // A sequence within a sequence, a million times: eight bytes of tag and length, eight of item.
    const level = Buffer.from('4000 30a7 5351 0000 ffffffff feff 00e0 ffffffff'.replace(/ /g, ''), 'hex');
    const deep = Buffer.concat([
      writeDicom([[0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.67']], LITTLE),
      ...Array<Buffer>(700_000).fill(level),
    ]);
    expect(codeOf(deep)).toBe('DICOM_DAMAGED');
  });

  it('never does worse than refuse, whatever bytes are flipped', () => {
    const encodings: Encoding[] = [
      LITTLE,
      { syntax: 'IMPLICIT_LITTLE', undefinedLengths: true },
      { syntax: 'EXPLICIT_BIG' },
      { syntax: 'EXPLICIT_LITTLE', undefinedLengths: true },
    ];
    const files = encodings.map((encoding) =>
      writeDicom(
        report(
          {},
          code('procedure', 'projection'),
          container('accumulated', num('dapTotal', '0.001', 'Gy.m2')),
          container('event', num('dap', '0.001', 'Gy.m2')),
          container(
            'ctAcquisition',
            container('ctDose', num('ctdiVol', '4', 'mGy'), num('dlp', '90', 'mGycm')),
          ),
        ),
        encoding,
      ),
    );
    const flips = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...files), flips, (file, changes) => {
        const bytes = Buffer.from(file);
        for (const [position, value] of changes) bytes[position % bytes.length] = value;
        const reading = readDoseReport(bytes, 'report 1');
        if ('refused' in reading) expect(Object.keys(MESSAGES)).toContain(reading.refused.code);
        else {
          for (const row of reading.rows) {
            for (const value of Object.values(row))
              if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
