import zlib from 'node:zlib';
import { PDFName, PDFString } from '@cantoo/pdf-lib';
import type { ScanReasonCode } from '../../../server/evidence/scan/scan-reasons';
import type { HostileFile } from './hostile-files';
import { onePagePdf, shown, stream, textPdf } from './pdf-files';
import { zipFile } from './zip-file';

const pdf = (name: string, bytes: Buffer, code: ScanReasonCode): HostileFile => ({
  name: `PDF: ${name}`,
  fileName: 'a.pdf',
  mediaType: 'application/pdf',
  bytes,
  code,
});
const hello = shown('Bonjour');
const plain = () => onePagePdf(hello);

/** PDFs that run something, carry something or are something else as well. */
export async function hostilePdfs(): Promise<HostileFile[]> {
  const bomb = zlib.deflateSync(Buffer.alloc(300 * 2 ** 20), { level: 9 });
  return [
    pdf('something before it', Buffer.concat([Buffer.from('\n\n'), plain()]), 'TYPE_MISMATCH'),
    pdf(
      'a page before it',
      Buffer.concat([Buffer.from('<html><script>alert(1)</script>\n'), plain()]),
      'TYPE_MISMATCH',
    ),
    pdf(
      'a script in its second line',
      onePagePdf(hello, { head: '%PDF-1.7\n%<script>alert(1)</script>' }),
      'HIDDEN_CONTENT',
    ),
    pdf(
      'an archive behind it',
      Buffer.concat([plain(), zipFile([{ name: 'a', content: 'a' }])]),
      'HIDDEN_CONTENT',
    ),
    pdf(
      'a page behind it',
      Buffer.concat([plain(), Buffer.from('<script>alert(1)</script>')]),
      'HIDDEN_CONTENT',
    ),
    pdf(
      'any bytes behind it',
      Buffer.concat([plain(), Buffer.from('secret bytes '.repeat(200))]),
      'HIDDEN_CONTENT',
    ),
    pdf(
      'an archive within a stream near its end',
      onePagePdf(hello, { objects: [stream(zipFile([{ name: 'a', content: 'a' }]))] }),
      'HIDDEN_CONTENT',
    ),
    pdf(
      'a script when it opens',
      onePagePdf(hello, { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a script under an escaped name',
      onePagePdf(hello, { catalog: '/OpenAction << /S /#4aava#53cript /#4a#53 (app.alert\\(1\\)) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a script among its names',
      onePagePdf(hello, {
        catalog: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>',
      }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a program that starts',
      onePagePdf(hello, { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'an address that opens by itself',
      onePagePdf(hello, { catalog: '/OpenAction << /S /URI /URI (http://example.org) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a link that is a script',
      onePagePdf(hello, { catalog: '/Extra << /S /URI /URI (javascript:alert) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a form that sends itself',
      onePagePdf(hello, { catalog: '/AA << /WC << /S /SubmitForm /F (http://example.org) >> >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a file elsewhere',
      onePagePdf(hello, { catalog: '/OpenAction << /S /GoToE /F (\\\\\\\\server\\\\a) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a dynamic form',
      onePagePdf(hello, { catalog: '/AcroForm << /Fields [] /XFA (a) >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a film',
      onePagePdf(hello, { catalog: '/Extra << /Type /Annot /Subtype /RichMedia >>' }),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'a script in a packed object',
      await textPdf(['Bonjour'], ({ catalog, context }) =>
        catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
      ),
      'ACTIVE_CONTENT',
    ),
    pdf(
      'an attachment',
      await textPdf(['Bonjour'], async (made) => made.attach(Buffer.from('MZ'), 'a.exe')),
      'EMBEDDED_FILE',
    ),
    pdf(
      'an attachment to a page',
      onePagePdf(hello, {
        catalog: '/Extra << /Type /Annot /Subtype /FileAttachment /FS 5 0 R >>',
        objects: ['<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>', stream('MZ', '/Type /EmbeddedFile')],
      }),
      'EMBEDDED_FILE',
    ),
    pdf(
      'encrypted',
      onePagePdf(hello, {
        trailer:
          '/Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /P -4 >> /ID [(a) (a)]',
      }),
      'ENCRYPTED',
    ),
    pdf('300 MB in one stream', onePagePdf(bomb, { keys: '/Filter /FlateDecode' }), 'TOO_MUCH_INSIDE'),
    pdf(
      'a bomb within a bomb',
      onePagePdf(zlib.deflateSync(bomb), { keys: '/Filter [/FlateDecode /FlateDecode]' }),
      'TOO_MUCH_INSIDE',
    ),
    pdf(
      'a bomb that no page shows',
      onePagePdf(hello, { objects: [stream(bomb, '/Filter /FlateDecode')] }),
      'TOO_MUCH_INSIDE',
    ),
    pdf('nothing but its header', Buffer.from('%PDF-1.7\n%%EOF\n'), 'UNREADABLE'),
    pdf('cut in the middle', (await textPdf(['Bonjour'])).subarray(0, 400), 'UNREADABLE'),
    pdf('a version that does not exist', onePagePdf(hello, { head: '%PDF-9.9' }), 'UNREADABLE'),
  ];
}
