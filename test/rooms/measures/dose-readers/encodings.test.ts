import { readDoseReport } from '../../../../server/measures/dose/readers/read-dose-report';
import { ctReport } from '../../../support/dose-reports/makers';
import { writeDicom, type Encoding } from '../../../support/dose-reports/dicom-writer';

const SYNTAXES: Encoding['syntax'][] = ['EXPLICIT_LITTLE', 'IMPLICIT_LITTLE', 'EXPLICIT_BIG', 'DEFLATED'];
const ENCODINGS: Encoding[] = SYNTAXES.flatMap((syntax) => [
  { syntax },
  { syntax, undefinedLengths: true },
  ...(syntax === 'DEFLATED' ? [] : [{ syntax, bare: true }]),
]);

const EVENT = {
  uid: '1.2.3.4.5.6',
  protocol: 'Thorax faible dose',
  ctdi: '5.25',
  dlp: '180.5',
  phantom: 'body',
} as const;

function rowsOf(file: Buffer) {
  const reading = readDoseReport(file, 'report 1');
  if ('refused' in reading) throw new Error(reading.refused.code);
  return reading.rows;
}

describe('encodings of a report', () => {
  const expected = rowsOf(writeDicom(ctReport([EVENT], '180.5'), { syntax: 'EXPLICIT_LITTLE' }));

  it('gives the values that were written', () => {
    expect(expected).toHaveLength(2);
    expect(expected[0]).toMatchObject({
      place: 'report 1, event 1',
      level: 'EVENT',
      modality: 'CT',
      studyUid: '1.2.826.0.1.3680043.9.9999.2',
      eventUid: '1.2.3.4.5.6',
      performedOn: '2024-03-12',
      protocol: 'Thorax faible dose',
      examination: 'Thorax',
      acquisitionType: 'Spiral Acquisition',
      targetRegion: 'Chest',
      equipment: 'ACME Scan 64',
      ageYears: 61,
      ctdiVolMgy: 5.25,
      phantomCm: 32,
      dlpMgyCm: 180.5,
      scanningLengthMm: 300,
      exclusion: null,
    });
    expect(expected[1]).toMatchObject({
      place: 'report 1',
      level: 'EXAMINATION',
      dlpMgyCm: 180.5,
      exclusion: null,
    });
  });

  it.each(ENCODINGS)('reads the same from %o', (encoding) => {
    expect(rowsOf(writeDicom(ctReport([EVENT], '180.5'), encoding))).toEqual(expected);
  });

  it('reads a header that declares another syntax than the content has', () => {
    const implicit = writeDicom(ctReport([EVENT], '180.5'), { syntax: 'IMPLICIT_LITTLE' });
    const at = implicit.indexOf('1.2.840.10008.1.2\0');
    const lying = Buffer.concat([
      implicit.subarray(0, at - 8),
      Buffer.from([0x02, 0x00, 0x10, 0x00, 0x55, 0x49, 20, 0]),
      Buffer.from('1.2.840.10008.1.2.1\0'),
      implicit.subarray(at + 18),
    ]);
    expect(rowsOf(lying)).toEqual(expected);
  });

  it('reads sequences whose value representation was lost', () => {
    const dataSet = ctReport([EVENT], '180.5').map((element) => {
      if (element[0] !== 0x0040a730 || !Array.isArray(element[2])) return element;
      const implicit = writeDicom([element], { syntax: 'IMPLICIT_LITTLE', bare: true }).subarray(8);
      return [0x0040a730, 'UN', implicit] satisfies typeof element;
    });
    expect(rowsOf(writeDicom(dataSet, { syntax: 'EXPLICIT_LITTLE' }))).toEqual(expected);
  });

  it('passes over bytes after the content', () => {
    const file = writeDicom(ctReport([EVENT], '180.5'), { syntax: 'EXPLICIT_LITTLE' });
    expect(rowsOf(Buffer.concat([file, Buffer.from([0xfc, 0xff, 0xfc, 0xff, 0x4f])]))).toEqual(expected);
  });

  it.each([
    ['ISO_IR 100', 'latin1', 'Crâne sans injection'],
    ['ISO_IR 192', 'utf8', 'Crâne 脳 мозг'],
    ['', 'latin1', 'Évaluation'],
    ['ISO_IR 100', 'utf8', 'testæøå'],
  ] as const)('reads texts of the character set %s written in %s', (charset, encoding, protocol) => {
    const head = { elements: [[0x00080005, 'CS', charset]] as [number, string, string][] };
    const file = writeDicom(ctReport([{ ...EVENT, protocol }], '180.5', head), {
      syntax: 'EXPLICIT_LITTLE',
      text: encoding,
    });
    expect(rowsOf(file)[0]?.protocol).toBe(protocol);
  });

  it.each([
    ['\\ISO 2022 IR 87', '\x1b$B\x46\x7c\x4b\x5c\x1b(B CT', '日本 CT'],
    ['\\ISO 2022 IR 149', '\x1b$)C\xb1\xe8 CT', '김 CT'],
    ['ISO 2022 IR 6\\ISO 2022 IR 100', 'T\x1b-A\xeate', 'Tête'],
  ])('follows the escapes of %s', (charset, raw, protocol) => {
    const head = { elements: [[0x00080005, 'CS', charset]] as [number, string, string][] };
    const file = writeDicom(ctReport([{ ...EVENT, protocol: raw }], '180.5', head), {
      syntax: 'EXPLICIT_LITTLE',
      text: 'latin1',
    });
    expect(rowsOf(file)[0]?.protocol).toBe(protocol);
  });
});
