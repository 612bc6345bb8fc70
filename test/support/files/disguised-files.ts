import type { ScanReasonCode } from '../../../server/evidence/scan/scan-reasons';
import type { HostileFile } from './hostile-files';
import { OFFICE_TYPES, docx, odf, paragraph, pptx, relation, xlsx, type OfficeExtras } from './office-files';
import { onePagePdf, shown, stream } from './pdf-files';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const TYPES = { ...OFFICE_TYPES, pdf: 'application/pdf', csv: 'text/csv' };
const file = (kind: keyof typeof TYPES, name: string, bytes: Buffer, code: ScanReasonCode): HostileFile => ({
  name: `${kind}: ${name}`,
  fileName: `a.${kind}`,
  mediaType: TYPES[kind],
  bytes,
  code,
});
const word = (name: string, body: string, code: ScanReasonCode, extras: OfficeExtras = {}) =>
  file('docx', name, docx(paragraph('Bonjour') + body, extras), code);
const formula = (text: string) =>
  xlsx([['a']], {
    parts: [
      {
        name: 'xl/worksheets/sheet2.xml',
        content: `${XML}<worksheet><sheetData><row r="1"><c r="A1"><f>${text}</f><v>1</v></c></row></sheetData></worksheet>`,
      },
    ],
  });
const cell = (attribute: string) =>
  odf(
    'spreadsheet',
    `<table:table><table:table-row><table:table-cell ${attribute}/></table:table-row></table:table>`,
  );
const FONT = '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
const FETCH = '<< /S /URI /URI (http://example.org/) >>';
const pdf = (name: string, code: ScanReasonCode, rest: Parameters<typeof onePagePdf>[1]) =>
  file('pdf', name, onePagePdf(shown('Bonjour'), rest), code);
const linkTo = (address: string) =>
  `${FONT} /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${address}) >> >>]`;

/** Files that run or fetch something under another name, prefix or place than the usual one. */
export function disguisedFiles(): HostileFile[] {
  return [
    pdf('an address fetched when a page opens', 'ACTIVE_CONTENT', { page: `${FONT} /AA << /O ${FETCH} >>` }),
    pdf('an address fetched after a harmless act', 'ACTIVE_CONTENT', {
      catalog: `/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [${FETCH}] >>`,
    }),
    pdf('a link that starts a program', 'ACTIVE_CONTENT', { page: linkTo('ms-msdt:/id a') }),
    pdf('content that lies in another file', 'EXTERNAL_CONTENT', { keys: '/F (//server/a)' }),
    pdf('a page of another file', 'EXTERNAL_CONTENT', {
      page: `${FONT} /Extra 5 0 R`,
      objects: [stream('', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (a.pdf) /Page 0 >>')],
    }),
    word('a body called picture', '', 'EMBEDDED_FILE', {
      parts: [{ name: 'word/body.jpg', content: `${XML}<w:document xmlns:w="w"/>` }],
      contentTypes: `<Override PartName="/word/body.jpg" ContentType="${OFFICE_TYPES.docx}.main+xml"/>`,
    }),
    word('relationships in capitals', '', 'EXTERNAL_CONTENT', {
      without: ['word/_rels/document.xml.rels'],
      parts: [
        {
          name: 'word/_rels/document.xml.RELS',
          content: `${XML}<Relationships>${relation('image', 'http://example.org/a.png', 'External')}</Relationships>`,
        },
      ],
    }),
    word(
      'a field under another prefix',
      '<w:p><x:fldSimple x:instr="DDEAUTO c:\\\\cmd"/></w:p>',
      'ACTIVE_CONTENT',
    ),
    word(
      'a field spelt in numbers',
      '<w:p><w:r><w:instrText> SET c {QUOTE 68 68 69 65 85 84 79} </w:instrText></w:r></w:p>',
      'ACTIVE_CONTENT',
    ),
    word('a link that starts a program', '', 'ACTIVE_CONTENT', {
      relations: [relation('hyperlink', 'search-ms:query=a', 'External')],
    }),
    word(
      'an old drawing that is fetched',
      '<w:p><w:pict><v:imagedata src="http://example.org/a.png"/></w:pict></w:p>',
      'EXTERNAL_CONTENT',
    ),
    word('an old drawing that is fetched, in its part', '', 'EXTERNAL_CONTENT', {
      parts: [{ name: 'word/a.vml', content: '<xml><v:imagedata src="http://example.org/a.png"></xml>' }],
    }),
    file('xlsx', 'a program within a formula', formula("1+cmd|'/c calc'!A0"), 'ACTIVE_CONTENT'),
    file(
      'xlsx',
      'a fetch within a formula',
      formula('IF(A1,_xlfn.WEBSERVICE("http://example.org"),0)'),
      'ACTIVE_CONTENT',
    ),
    file(
      'xlsx',
      'a picture that a formula fetches',
      formula('_xlfn.IMAGE("http://example.org/a.png")'),
      'ACTIVE_CONTENT',
    ),
    file(
      'xlsx',
      'queries of other sources',
      xlsx([['a']], {
        parts: [{ name: 'customXml/item1.xml', content: `${XML}<DataMashup>AAAA</DataMashup>` }],
      }),
      'EXTERNAL_CONTENT',
    ),
    file(
      'pptx',
      'a click that starts a program',
      pptx(['a'], {
        parts: [
          {
            name: 'ppt/slides/slide1.xml',
            content: `${XML}<p:sld><a:hlinkClick action="ppaction://program"/></p:sld>`,
          },
        ],
      }),
      'ACTIVE_CONTENT',
    ),
    file(
      'ods',
      'a fetch within a formula',
      cell('table:formula="of:=IF(1;WEBSERVICE(&quot;http://a&quot;))"'),
      'ACTIVE_CONTENT',
    ),
    file(
      'ods',
      'a formula under another prefix',
      cell('t:formula="of:=DDE(&quot;cmd&quot;;&quot;a&quot;)"'),
      'ACTIVE_CONTENT',
    ),
    file(
      'odt',
      'a picture under another prefix',
      odf('text', '<draw:image x:href="http://example.org/a.png"/>'),
      'EXTERNAL_CONTENT',
    ),
    file('csv', 'a formula with a wide sign', Buffer.from("a;b\n1;＝cmd|'/C calc'!A0"), 'ACTIVE_CONTENT'),
    file('csv', 'a formula behind a blank', Buffer.from("a;b\n1;\t=cmd|'/C calc'!A0"), 'ACTIVE_CONTENT'),
    file('csv', 'a table with macros', Buffer.from('ID;P\nC;X1;Y1;EEXEC("calc")'), 'MARKUP'),
  ];
}

/** Honest files that look like some of these. */
export function harmlessFiles(): Omit<HostileFile, 'code'>[] {
  const link = docx(paragraph('Bonjour'), {
    relations: [relation('hyperlink', 'https://example.org/a', 'External')],
  });
  return [
    file(
      'xlsx',
      'a sheet with a bar in its name',
      formula("SUM('Suivi | 2024'!A1:A9)&amp;&quot;a|b!&quot;"),
      'MARKUP',
    ),
    file('docx', 'a link to the web', link, 'MARKUP'),
    file('csv', 'a head that begins with ID', Buffer.from('ID;Poids;Taille\nC1;70;180\n'), 'MARKUP'),
    file(
      'pdf',
      'a link to the web',
      onePagePdf(shown('Bonjour'), { page: linkTo('https://example.org/') }),
      'MARKUP',
    ),
  ];
}
