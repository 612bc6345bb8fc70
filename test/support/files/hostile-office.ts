import type { ScanReasonCode } from '../../../server/evidence/scan/scan-reasons';
import type { HostileFile } from './hostile-files';
import { OFFICE_TYPES, docx, odf, paragraph, pptx, relation, xlsx, type OfficeExtras } from './office-files';
import type { ZipEntry } from './zip-file';

const office = (
  kind: keyof typeof OFFICE_TYPES,
  name: string,
  bytes: Buffer,
  code: ScanReasonCode,
): HostileFile => ({
  name: `${kind}: ${name}`,
  fileName: `a.${kind}`,
  mediaType: OFFICE_TYPES[kind],
  bytes,
  code,
});
const hello = paragraph('Bonjour');
const word = (name: string, extras: OfficeExtras, code: ScanReasonCode, body = hello) =>
  office('docx', name, docx(body, extras), code);
const part = (name: string, content: string | Buffer = 'a', rest: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  content,
  ...rest,
});
const manyParts = Array.from({ length: 1_001 }, (_, index) => part(`customXml/item${index}.xml`, '<a/>'));
const deep = `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`;
const MACRO =
  '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>';

/** Office documents that run something, fetch something, or are no honest archives. */
export function hostileOffice(): HostileFile[] {
  return [
    word('macros', { parts: [part('word/vbaProject.bin')] }, 'ACTIVE_CONTENT'),
    word('macros by their type', { contentTypes: MACRO }, 'ACTIVE_CONTENT'),
    word('a control', { parts: [part('word/activeX/activeX1.xml', '<a/>')] }, 'ACTIVE_CONTENT'),
    word('an embedded object', { parts: [part('word/embeddings/oleObject1.bin')] }, 'EMBEDDED_FILE'),
    word('an archive within', { parts: [part('word/media/image1.png', docx(hello))] }, 'EMBEDDED_FILE'),
    word(
      'a program called picture',
      { parts: [part('word/media/image1.png', Buffer.from('MZ\0\0'))] },
      'EMBEDDED_FILE',
    ),
    word(
      'a page to be taken in',
      { parts: [part('word/afchunk.mht', 'MIME-Version: 1.0')] },
      'EMBEDDED_FILE',
    ),
    word(
      'a template elsewhere',
      { relations: [relation('attachedTemplate', 'http://example.org/a.dotm', 'External')] },
      'EXTERNAL_CONTENT',
    ),
    word(
      'a template on a server',
      { relations: [relation('attachedTemplate', 'file://server/a.dotm', 'External')] },
      'EXTERNAL_CONTENT',
    ),
    word(
      'a picture elsewhere',
      { relations: [relation('image', 'https://example.org/a.png', 'External')] },
      'EXTERNAL_CONTENT',
    ),
    word(
      'an object elsewhere',
      { relations: [relation('oleObject', 'https://example.org/a', 'External')] },
      'EMBEDDED_FILE',
    ),
    word(
      'a link that is a script',
      { relations: [relation('hyperlink', 'javascript:alert(1)', 'External')] },
      'ACTIVE_CONTENT',
    ),
    word(
      'a field that starts a program',
      {},
      'ACTIVE_CONTENT',
      '<w:p><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\cmd.exe "/k calc"</w:instrText></w:r></w:p>',
    ),
    word(
      'a simple field that starts a program',
      {},
      'ACTIVE_CONTENT',
      '<w:p><w:fldSimple w:instr="DDEAUTO c:\\cmd.exe"/></w:p>',
    ),
    word(
      'a field that fetches a picture',
      {},
      'EXTERNAL_CONTENT',
      '<w:p><w:r><w:instrText>INCLUDEPICTURE "http://example.org/a.png"</w:instrText></w:r></w:p>',
    ),
    word(
      'a drawing that runs',
      { parts: [part('word/media/image1.svg', '<svg onload="alert(1)"/>')] },
      'ACTIVE_CONTENT',
    ),
    word(
      'entities',
      { parts: [part('customXml/item1.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')] },
      'ACTIVE_CONTENT',
    ),
    word('XML that does not close', { parts: [part('word/comments.xml', '<a><b>')] }, 'UNREADABLE'),
    word('five hundred levels', { parts: [part('customXml/item1.xml', deep)] }, 'TOO_MUCH_INSIDE'),
    word(
      '300 MB of blanks',
      { parts: [part('customXml/item1.xml', Buffer.alloc(300 * 2 ** 20, 32))] },
      'TOO_MUCH_INSIDE',
    ),
    word(
      'a ratio of a thousand',
      { parts: [part('customXml/item1.xml', Buffer.alloc(20 * 2 ** 20, 32))] },
      'TOO_MUCH_INSIDE',
    ),
    word('a thousand parts and more', { parts: manyParts }, 'TOO_MUCH_INSIDE'),
    word(
      'a part that says it is smaller',
      { parts: [part('customXml/item1.xml', '<a>bbbbbbbbbbbbbbbb</a>', { declaredSize: 4 })] },
      'TOO_MUCH_INSIDE',
    ),
    word(
      'a part that says it is larger',
      { parts: [part('customXml/item1.xml', '<a/>', { declaredSize: 4_000 })] },
      'TOO_MUCH_INSIDE',
    ),
    word(
      'two parts in the same place',
      { parts: [part('word/a.xml', '<a/>', { offset: 0 })] },
      'TOO_MUCH_INSIDE',
    ),
    word(
      'a part twice',
      { parts: [part('word/a.xml', '<a/>'), part('WORD/A.xml', '<b/>')] },
      'UNSAFE_ENTRIES',
    ),
    word(
      'a part with two names',
      { parts: [part('word/a.xml', '<a/>', { localName: 'word/b.xml' })] },
      'UNSAFE_ENTRIES',
    ),
    word('a part that climbs', { parts: [part('../../a.xml', '<a/>')] }, 'UNSAFE_ENTRIES'),
    word('a part with a path of Windows', { parts: [part('..\\a.xml', '<a/>')] }, 'UNSAFE_ENTRIES'),
    word('a part from the root', { parts: [part('/etc/a.xml', '<a/>')] }, 'UNSAFE_ENTRIES'),
    word('an encrypted part', { parts: [part('word/a.xml', '<a/>', { encrypted: true })] }, 'ENCRYPTED'),
    word('something before it', { before: Buffer.from('PK\u0003\u0004 page') }, 'HIDDEN_CONTENT'),
    word(
      'something between parts and directory',
      { gap: Buffer.from('<script>alert(1)</script>') },
      'HIDDEN_CONTENT',
    ),
    word('a comment', { comment: '<script>alert(1)</script>' }, 'HIDDEN_CONTENT'),
    word(
      'two documents in one',
      { parts: [part('mimetype', OFFICE_TYPES.odt, { stored: true })] },
      'HIDDEN_CONTENT',
    ),
    word('no body', { without: ['word/document.xml'] }, 'UNREADABLE'),
    office(
      'docx',
      'something behind it',
      Buffer.concat([docx(hello), Buffer.from('<script>')]),
      'UNREADABLE',
    ),
    office(
      'xlsx',
      'a formula that starts a program',
      xlsx([['a']], {
        parts: [
          part(
            'xl/worksheets/sheet2.xml',
            '<worksheet><sheetData><row><c r="A1"><f>cmd|\' /C calc\'!A0</f></c></row></sheetData></worksheet>',
          ),
        ],
      }),
      'ACTIVE_CONTENT',
    ),
    office(
      'xlsx',
      'an old macro sheet',
      xlsx([['a']], { parts: [part('xl/macrosheets/sheet1.xml', '<a/>')] }),
      'ACTIVE_CONTENT',
    ),
    office(
      'xlsx',
      'another workbook',
      xlsx([['a']], { parts: [part('xl/externalLinks/externalLink1.xml', '<a/>')] }),
      'EXTERNAL_CONTENT',
    ),
    office(
      'xlsx',
      'a database',
      xlsx([['a']], { parts: [part('xl/connections.xml', '<a/>')] }),
      'EXTERNAL_CONTENT',
    ),
    office(
      'pptx',
      'a film elsewhere',
      pptx(['a'], { relations: [relation('video', 'https://example.org/a.mp4', 'External')] }),
      'EXTERNAL_CONTENT',
    ),
    office(
      'odt',
      'macros',
      odf('text', '<text:p>a</text:p>', { parts: [part('Basic/Standard/Module1.xml', '<a/>')] }),
      'ACTIVE_CONTENT',
    ),
    office(
      'odt',
      'an event',
      odf('text', '<script:event-listener script:event-name="dom:load"/>'),
      'ACTIVE_CONTENT',
    ),
    office(
      'odt',
      'a picture elsewhere',
      odf('text', '<draw:image xlink:href="http://example.org/a.png"/>'),
      'EXTERNAL_CONTENT',
    ),
    office(
      'odt',
      'encrypted',
      odf('text', '<text:p>a</text:p>', {
        parts: [part('META-INF/manifest.xml', '<m:manifest><m:encryption-data/></m:manifest>')],
      }),
      'ENCRYPTED',
    ),
    office(
      'ods',
      'a formula that starts a program',
      odf(
        'spreadsheet',
        '<table:table><table:table-row><table:table-cell table:formula="of:=DDE(&quot;cmd&quot;;&quot;/c calc&quot;;&quot;a&quot;)"/></table:table-row></table:table>',
      ),
      'ACTIVE_CONTENT',
    ),
  ];
}
