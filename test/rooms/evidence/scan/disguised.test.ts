import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { disguisedFiles, harmlessFiles } from '../../../support/files/disguised-files';
import { docx, paragraph, relation, xlsx, OFFICE_TYPES } from '../../../support/files/office-files';
import { onePagePdf, shown, stream } from '../../../support/files/pdf-files';
import { exif, jpeg, jpegSegment } from '../../../support/files/pictures';
import { byteScanner } from '../../../support/files/scan-bytes';

const scanner = byteScanner();
afterAll(() => scanner.close());

const NIR = '255081416802538';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const FONT = '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';

test.each(disguisedFiles().map((file) => [file.name, file] as const))('refused: %s', async (_, file) => {
  const { verdict } = await scanner.scan(file.bytes, file.fileName, file.mediaType);
  expect([verdict.outcome, verdict.reasons[0]?.code]).toEqual(['REJECTED', file.code]);
});

test.each(harmlessFiles().map((file) => [file.name, file] as const))('goes through: %s', async (_, file) => {
  const { verdict } = await scanner.scan(file.bytes, file.fileName, file.mediaType);
  expect(verdict.outcome).toBe('CLEAN');
});

const sheet = (name: string, cells: string) =>
  xlsx([['a']], {
    parts: [
      { name, content: `${XML}<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>` },
    ],
  });
const part = (name: string, content: string) => ({ parts: [{ name, content: XML + content }] });
const digits = [...NIR].map((digit, at) => `<c r="${String.fromCharCode(65 + at)}1"><v>${digit}</v></c>`);
const workbook = (name: string, content: string) => xlsx([['a']], part(name, content));
const document = (content: string) => docx(paragraph('a') + content);

test.each([
  [
    'xlsx',
    'a sheet of any name',
    sheet('xl/worksheets/Patients.xml', '<c r="A1"><v>2.55081416802538E14</v></c>'),
  ],
  ['xlsx', 'a sheet of any name, cell by cell', sheet('xl/worksheets/Feuille.xml', digits.join(''))],
  ['xlsx', 'the values behind a chart', workbook('xl/charts/chart1.xml', '<c:v>2.55081416802538E14</c:v>')],
  [
    'xlsx',
    'the head of a table',
    workbook('xl/tables/table1.xml', `<table><tableColumn name="${NIR}"/></table>`),
  ],
  ['xlsx', 'a filter', workbook('xl/slicerCaches/slicerCache1.xml', `<i><filter val="${NIR}"/></i>`)],
  ['docx', 'the default of a field', document(`<w:p><w:default w:val="${NIR}"/></w:p>`)],
  ['docx', 'the name of a control', document(`<w:sdt><w:alias w:val="NIR ${NIR}"/></w:sdt>`)],
  [
    'docx',
    'a variable',
    docx(paragraph('a'), part('word/settings.xml', `<w:s><w:docVar w:val="${NIR}"/></w:s>`)),
  ],
  [
    'docx',
    'the address of a link',
    docx('', { relations: [relation('hyperlink', `http://a/?nir=${NIR}`, 'External')] }),
  ],
  [
    'pdf',
    'a choice',
    onePagePdf(shown('abc'), { catalog: `/AcroForm << /Fields [<< /FT /Ch /Opt [[(1) (${NIR})]] >>] >>` }),
  ],
  [
    'pdf',
    'the address of a link',
    onePagePdf(shown('abc'), {
      page: `${FONT} /Annots [<< /A << /S /URI /URI (http://a/?nir=${NIR}) >> >>]`,
    }),
  ],
  ['pdf', 'a key of its writer', onePagePdf(shown('abc'), { catalog: `/Own (NIR ${NIR})` })],
] as const)('%s: a number in %s is found', async (kind, _, bytes) => {
  const types = { ...OFFICE_TYPES, pdf: 'application/pdf' };
  const { verdict } = await scanner.scan(bytes, `a.${kind}`, types[kind]);
  expect(verdict.reasons.map(({ code }) => code)).toContain('NIR');
});

test('a picture of a PDF loses its metadata when its filter stands in a list, as Word writes it', async () => {
  const picture = stream(
    jpeg({ segments: [exif(1, 'Camille Auteur')] }),
    '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/DCTDecode]',
  );
  const bytes = onePagePdf('/X Do', { page: '/Resources << /XObject << /X 5 0 R >> >>', objects: [picture] });
  const { clean } = await scanner.scan(bytes, 'a.pdf', 'application/pdf');
  const pdf = await PDFDocument.load(clean as Buffer);
  const streams = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const kept = streams.find(
    (object): object is PDFRawStream =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
  );
  expect(Buffer.from(kept!.getContents()).includes('Camille')).toBe(false);
});

test('a photograph loses what stands in reserved segments', async () => {
  const bytes = jpeg({ segments: [jpegSegment(0xf0, NIR), jpegSegment(0xfd, NIR)] });
  const { clean } = await scanner.scan(bytes, 'a.jpg', 'image/jpeg');
  expect(clean!.includes(NIR)).toBe(false);
});
