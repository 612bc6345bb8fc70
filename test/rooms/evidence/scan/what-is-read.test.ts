import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { OFFICE_TYPES, docx, odf, paragraph, pptx, xlsx } from '../../../support/files/office-files';
import { onePagePdf, shown, stream, subsetPdf, textPdf } from '../../../support/files/pdf-files';
import { byteScanner } from '../../../support/files/scan-bytes';
import { nirKey } from '../../../../server/evidence/scan/identifiers/nir';

const scanner = byteScanner();
afterAll(() => scanner.close());

const THIRTEEN = '2540375116042';
const NIR = THIRTEEN + String(nirKey(THIRTEEN)).padStart(2, '0');
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

async function reasonsOf(bytes: Buffer, kind: keyof typeof OFFICE_TYPES | 'pdf' | 'txt' | 'csv') {
  const types = { ...OFFICE_TYPES, pdf: 'application/pdf', txt: 'text/plain', csv: 'text/csv' };
  const { verdict } = await scanner.scan(bytes, `a.${kind}`, types[kind]);
  return verdict.reasons.map(({ code, count, places }) => ({ code, count, places }));
}
const found = (...places: object[]) =>
  expect.arrayContaining([expect.objectContaining({ code: 'NIR', places })]);
const word = (name: string, content: string) => ({ parts: [{ name, content: XML + content }] });

test('places: line, page, cell, slide, paragraph', async () => {
  expect(await reasonsOf(Buffer.from(`a\r\n${NIR}\r\nb`), 'txt')).toEqual(found({ kind: 'LINE', number: 2 }));
  expect(await reasonsOf(await textPdf([...Array<string>(50).fill('a'), NIR]), 'pdf')).toEqual(
    found({ kind: 'PAGE', number: 2 }),
  );
  expect(await reasonsOf(xlsx([['a'], ['b', NIR]]), 'xlsx')).toEqual(
    found({ kind: 'CELL', number: 1, cell: 'B2' }),
  );
  expect(await reasonsOf(pptx([NIR]), 'pptx')).toEqual(found({ kind: 'SLIDE', number: 1 }));
  expect(await reasonsOf(docx(paragraph('a') + paragraph(NIR)), 'docx')).toEqual(
    found({ kind: 'PARAGRAPH', number: 2 }),
  );
});

test.each([
  ['a header', word('word/header1.xml', `<w:hdr xmlns:w="w">${paragraph(NIR)}</w:hdr>`), { kind: 'MARGIN' }],
  [
    'a comment',
    word('word/comments.xml', `<w:comments xmlns:w="w">${paragraph(NIR)}</w:comments>`),
    { kind: 'COMMENT' },
  ],
  [
    'a footnote',
    word('word/footnotes.xml', `<w:footnotes xmlns:w="w">${paragraph(NIR)}</w:footnotes>`),
    { kind: 'COMMENT' },
  ],
  ['form data', word('customXml/item1.xml', `<form><nir>${NIR}</nir></form>`), { kind: 'OTHER' }],
])('Word: a number in %s is found', async (_, extras, place) => {
  expect(await reasonsOf(docx(paragraph('a'), extras), 'docx')).toEqual(found(place));
});

test.each([
  [
    'deleted with changes tracked',
    `<w:p><w:del w:author="a"><w:r><w:delText>${NIR}</w:delText></w:r></w:del></w:p>`,
  ],
  ['split over runs', paragraph(NIR, 3)],
  [
    'said of a picture',
    `<w:p><w:r><w:drawing><wp:docPr xmlns:wp="w" id="1" descr="${NIR}"/></w:drawing></w:r></w:p>`,
  ],
  [
    'one digit in each cell',
    `<w:tbl><w:tr>${[...NIR].map((digit) => `<w:tc>${paragraph(digit)}</w:tc>`).join('')}</w:tr></w:tbl>`,
  ],
])('Word: a number %s is found', async (_, body) => {
  expect(await reasonsOf(docx(body), 'docx')).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'NIR' })]),
  );
});

test.each([
  ['as a number', xlsx([[Number(NIR)]])],
  [
    'as a number with an exponent',
    xlsx(
      [['a']],
      word(
        'xl/worksheets/sheet2.xml',
        `<worksheet><sheetData><row><c r="A1"><v>${Number(NIR).toExponential()}</v></c></row></sheetData></worksheet>`,
      ),
    ),
  ],
  [
    'within the cell',
    xlsx(
      [['a']],
      word(
        'xl/worksheets/sheet2.xml',
        `<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><r><t>${NIR.slice(0, 5)}</t></r><r><t>${NIR.slice(5)}</t></r></is></c></row></sheetData></worksheet>`,
      ),
    ),
  ],
  [
    'that no cell shows any more',
    xlsx([['a']], word('xl/sharedStrings.xml', `<sst><si><t>a</t></si><si><t>${NIR}</t></si></sst>`)),
  ],
  [
    'in the memory of a pivot table',
    xlsx(
      [['a']],
      word(
        'xl/pivotCache/pivotCacheRecords1.xml',
        `<pivotCacheRecords><r><s v="DURAND"/><s v="${NIR}"/></r></pivotCacheRecords>`,
      ),
    ),
  ],
  [
    'in the header of the printed page',
    xlsx(
      [['a']],
      word(
        'xl/worksheets/sheet2.xml',
        `<worksheet><sheetData/><headerFooter><oddHeader>${NIR}</oddHeader></headerFooter></worksheet>`,
      ),
    ),
  ],
  [
    'as a sheet’s name',
    xlsx([['a']], word('xl/workbook.xml', `<workbook><sheets><sheet name="${NIR}"/></sheets></workbook>`)),
  ],
])('spreadsheet: a number %s is found', async (_, bytes) => {
  expect(await reasonsOf(bytes, 'xlsx')).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'NIR' })]),
  );
});

test('a table of patients with days as spreadsheets count them', async () => {
  expect(
    await reasonsOf(
      xlsx([
        ['Nom', 'Prénom', 'Date de naissance'],
        ['DURAND', 'Marie', 19_795],
      ]),
      'xlsx',
    ),
  ).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'IDENTITY_TABLE' })]));
});

test('OpenDocument: cells by their place, values behind what they show', async () => {
  const cells = `<table:table><table:table-row><table:table-cell/><table:table-cell office:value-type="float" office:value="${NIR}"><text:p>2,54E+14</text:p></table:table-cell></table:table-row></table:table>`;
  expect(await reasonsOf(odf('spreadsheet', cells), 'ods')).toEqual(
    found({ kind: 'CELL', number: 1, cell: 'B1' }),
  );
});

test('PDF: form fields, comments, bookmarks and fonts with codes of their own are read', async () => {
  expect(await reasonsOf(subsetPdf(`NIR : ${NIR}`), 'pdf')).toEqual(found({ kind: 'PAGE', number: 1 }));
  for (const [key, kind] of [
    ['V', 'FORM'],
    ['Contents', 'COMMENT'],
    ['Title', 'OTHER'],
  ] as const) {
    const bytes = await textPdf(['Bonjour'], (pdf) =>
      pdf.catalog.set(PDFName.of('Extra'), pdf.context.obj({ [key]: PDFString.of(NIR) })),
    );
    expect(await reasonsOf(bytes, 'pdf')).toEqual(found({ kind }));
  }
});

test('PDF: pages that are pictures or drawn letters wait for a person; empty ones do not', async () => {
  const image = stream(
    '\u0000',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  const page = '/Resources << /XObject << /Im1 5 0 R >> >>';
  expect(
    await reasonsOf(onePagePdf('q 500 0 0 700 0 0 cm /Im1 Do Q', { page, objects: [image] }), 'pdf'),
  ).toEqual([
    { code: 'PAGE_WITHOUT_TEXT', count: 1, places: [{ kind: 'PAGE', number: 1 }] },
    { code: 'PICTURES_INSIDE', count: 1, places: [] },
  ]);
  const curves = '10 10 m 20 20 30 30 40 40 c S\n'.repeat(50);
  expect(await reasonsOf(onePagePdf(curves), 'pdf')).toMatchObject([{ code: 'PAGE_WITHOUT_TEXT' }]);
  expect(await reasonsOf(onePagePdf('q Q'), 'pdf')).toEqual([]);
  expect(await reasonsOf(onePagePdf(shown('Bonjour')), 'pdf')).toEqual([]);
});

test('a file’s name is read as well', async () => {
  const { verdict } = await scanner.scan(Buffer.from('a'), `DURAND_Marie_${NIR}.txt`, 'text/plain');
  expect(verdict).toMatchObject({
    outcome: 'REJECTED',
    reasons: [{ code: 'NIR', places: [{ kind: 'FILE_NAME' }] }],
  });
});

test('nothing that was found is quoted', async () => {
  const { verdict } = await scanner.scan(
    Buffer.from(`Mme DURAND Marie, née le 12/03/1954, NIR ${NIR}, IPP 80012345`),
    'a.txt',
    'text/plain',
  );
  expect(verdict.reasons.map(({ code }) => code).sort()).toEqual(['BIRTH_DATE', 'NIR', 'PATIENT_NUMBER']);
  expect(JSON.stringify(verdict)).not.toMatch(/DURAND|Marie|1954|2540375|80012345/);
});
