import zlib from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { openArchive } from '../../../../server/evidence/scan/office/open-archive';
import {
  OFFICE_TYPES,
  docx,
  odf,
  paragraph,
  pptx,
  relation,
  xlsx,
} from '../../../support/files/office-files';
import { onePagePdf, rawPdf, shown, stream, textPdf } from '../../../support/files/pdf-files';
import { exif, jpeg, jpegSegment, png, pngChunk } from '../../../support/files/pictures';
import { byteScanner } from '../../../support/files/scan-bytes';

const AUTHOR = 'Claude Auteur';
const BIRTH = 'Patiente née le 12/03/1954';
const scanner = byteScanner();
afterAll(() => scanner.close());

/** All bytes of a file, and all that is packed in it. */
async function unpacked(bytes: Buffer): Promise<string> {
  const parts = bytes.subarray(0, 2).toString() === 'PK' ? await openArchive(bytes) : [];
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n/g)].map(({ index, 0: word }) => {
    try {
      return zlib.inflateSync(bytes.subarray(index + word.length), {
        finishFlush: zlib.constants.Z_SYNC_FLUSH,
      });
    } catch {
      return Buffer.alloc(0);
    }
  });
  const all = [bytes, ...streams, ...parts.flatMap((part) => [Buffer.from(part.name), part.bytes])];
  return all.map((part) => part.toString('latin1')).join('\n');
}

const commented = {
  parts: [
    {
      name: 'word/comments.xml',
      content: `<w:comments xmlns:w="w"><w:comment w:author="${AUTHOR}" w:initials="Claude Auteur"><w:p><w:r><w:t>à revoir</w:t></w:r></w:p></w:comment></w:comments>`,
    },
    {
      name: 'word/people.xml',
      content: `<w15:people xmlns:w15="w"><w15:person w15:author="${AUTHOR}"><w15:presenceInfo userId="${AUTHOR}"/></w15:person></w15:people>`,
    },
    { name: 'word/media/image1.jpg', content: jpeg({ segments: [exif(1, AUTHOR)] }) },
    {
      name: 'docProps/custom.xml',
      content: `<Properties><property><lpwstr>${AUTHOR}</lpwstr></property></Properties>`,
    },
    { name: 'docProps/thumbnail.jpeg', content: jpeg({ segments: [exif(1, AUTHOR)] }) },
    { name: '_xmlsignatures/sig1.xml', content: `<Signature>${AUTHOR}</Signature>` },
  ],
  relations: [
    relation('attachedTemplate', `file:///C:\\Users\\${AUTHOR}\\a.dotm`, 'External'),
    relation('thumbnail', 'docProps/thumbnail.jpeg'),
  ],
};

async function commentedPdf(): Promise<Buffer> {
  return textPdf([BIRTH], (pdf) => {
    pdf.setAuthor(AUTHOR);
    pdf.setCreator(AUTHOR);
    const { context } = pdf;
    pdf.catalog.set(
      PDFName.of('Metadata'),
      context.register(context.stream(`<x:xmpmeta>${AUTHOR}</x:xmpmeta>`)),
    );
    context.trailerInfo.ID = context.obj([PDFString.of(AUTHOR), PDFString.of(AUTHOR)]);
    const note = context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 9, 9],
      T: PDFString.of(AUTHOR),
      Contents: PDFString.of('x'),
    });
    pdf.getPage(0).node.set(PDFName.of('Annots'), context.obj([note]));
    // What a former revision left behind.
    context.register(context.obj({ Old: PDFString.of(AUTHOR) }));
    const picture = jpeg({ segments: [exif(1, AUTHOR)] });
    const drawn = context.register(
      context.stream(picture, {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 8,
        Height: 8,
        Filter: 'DCTDecode',
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }),
    );
    pdf.getPage(0).node.setXObject(PDFName.of('Im1'), drawn);
  });
}

test.each([
  [
    'a.docx',
    OFFICE_TYPES.docx,
    () =>
      docx(
        `${paragraph(BIRTH)}<w:ins w:author="${AUTHOR}" w:date="2026-01-01">${paragraph('ajout')}</w:ins>`,
        commented,
      ),
  ],
  [
    'a.xlsx',
    OFFICE_TYPES.xlsx,
    () =>
      xlsx([[BIRTH]], {
        parts: [
          {
            name: 'xl/comments1.xml',
            content: `<comments><authors><author>${AUTHOR}</author></authors></comments>`,
          },
        ],
      }),
  ],
  [
    'a.pptx',
    OFFICE_TYPES.pptx,
    () =>
      pptx([BIRTH], {
        parts: [
          {
            name: 'ppt/commentAuthors.xml',
            content: `<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="0" name="${AUTHOR}" initials="${AUTHOR}"/></p:cmAuthorLst>`,
          },
        ],
      }),
  ],
  [
    'a.odt',
    OFFICE_TYPES.odt,
    () =>
      odf(
        'text',
        `<text:p>${BIRTH}<office:annotation><dc:creator>${AUTHOR}</dc:creator><text:p>x</text:p></office:annotation></text:p>`,
      ),
  ],
  ['a.pdf', 'application/pdf', commentedPdf],
])('%s: nobody is named in the copy, and it reads the same', async (fileName, mediaType, make) => {
  const bytes = await make();
  expect(await unpacked(bytes)).toContain(AUTHOR);
  const { verdict, clean } = await scanner.scan(bytes, fileName, mediaType);
  expect(verdict.reasons.map(({ code }) => code)).toContain('BIRTH_DATE');
  expect(await unpacked(clean as Buffer)).not.toMatch(/Claude|Auteur/);
  const again = await scanner.scan(clean as Buffer, fileName, mediaType);
  expect(again.verdict.reasons.filter(({ code }) => code !== 'SIGNATURE_DROPPED')).toEqual(
    verdict.reasons.filter(({ code }) => code !== 'SIGNATURE_DROPPED'),
  );
});

test('a PDF keeps its pages and loses its information dictionary', async () => {
  const { clean } = await scanner.scan(await commentedPdf(), 'a.pdf', 'application/pdf');
  const pdf = await PDFDocument.load(clean as Buffer, { updateMetadata: false });
  expect([pdf.getPageCount(), pdf.getAuthor(), pdf.getProducer()]).toEqual([1, undefined, undefined]);
});

test('a photograph keeps its orientation and its picture, nothing else', async () => {
  const segments = [
    exif(6, AUTHOR),
    jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${AUTHOR}`),
    jpegSegment(0xed, AUTHOR),
    jpegSegment(0xfe, AUTHOR),
  ];
  const { verdict, clean } = await scanner.scan(jpeg({ segments, after: jpeg() }), 'a.jpg', 'image/jpeg');
  expect(verdict).toMatchObject({ outcome: 'DOUBTFUL', reasons: [{ code: 'IMAGE' }] });
  expect(clean?.toString('latin1')).not.toMatch(/Claude|adobe|Photoshop/);
  expect(clean?.includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true);
  expect(clean?.length).toBe(jpeg().length + 36);
});

test('a picture keeps its picture', async () => {
  const chunks = [
    pngChunk('tEXt', `Author\0${AUTHOR}`),
    pngChunk('tIME', '1234567'),
    pngChunk('eXIf', AUTHOR),
  ];
  const { clean } = await scanner.scan(png({ chunks }), 'a.png', 'image/png');
  expect(clean).toEqual(png());
});

test('what a former revision of a PDF said is neither read nor published', async () => {
  const nir = '2 54 03 75 116 042 88';
  const bytes = onePagePdf(shown('Bonjour'), { objects: [stream(nir)] });
  const { verdict, clean } = await scanner.scan(bytes, 'a.pdf', 'application/pdf');
  expect(verdict.outcome).toBe('CLEAN');
  expect(await unpacked(clean as Buffer)).not.toContain(nir);
});

test('a text is published as it came', async () => {
  const { clean } = await scanner.scan(Buffer.from('Bonjour à tous'), 'a.txt', 'text/plain');
  expect(clean?.toString()).toBe('Bonjour à tous');
});

test('a PDF without a page is refused', async () => {
  const bytes = rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
  expect((await scanner.scan(bytes, 'a.pdf', 'application/pdf')).verdict.outcome).toBe('REJECTED');
});
