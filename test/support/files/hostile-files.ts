import type { ScanReasonCode } from '../../../server/evidence/scan/scan-reasons';
import { hostileOffice } from './hostile-office';
import { hostilePdfs } from './hostile-pdfs';
import { OFFICE_TYPES, docx, paragraph } from './office-files';
import { onePagePdf, shown } from './pdf-files';
import { exif, jpeg, jpegSegment, png, pngChunk } from './pictures';
import { zipFile } from './zip-file';

/** A file that must not get through, and one of the reasons that the scan has to give. */
export interface HostileFile {
  name: string;
  fileName: string;
  mediaType: string;
  bytes: Buffer;
  code: ScanReasonCode;
}

/** The test file of the antivirus makers (eicar.org), put together here so that this file is none. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(
  '',
);

const text = (
  name: string,
  content: string | Buffer,
  code: ScanReasonCode,
  fileName = 'note.txt',
  mediaType = 'text/plain',
): HostileFile => ({
  name,
  fileName,
  mediaType,
  bytes: Buffer.from(content as string),
  code,
});
const picture = (
  name: string,
  bytes: Buffer,
  code: ScanReasonCode,
  kind: 'png' | 'jpeg' = 'png',
): HostileFile => ({
  name,
  fileName: `photo.${kind}`,
  mediaType: `image/${kind}`,
  bytes,
  code,
});
const named = (
  name: string,
  fileName: string,
  code: ScanReasonCode,
  mediaType = 'text/plain',
  bytes: Buffer = Buffer.from('Bonjour'),
): HostileFile => ({
  name,
  fileName,
  mediaType,
  bytes,
  code,
});

const archive = zipFile([{ name: 'a.txt', content: 'a' }]);

/** A DICOM data set with a patient in it, explicit little endian, behind its preamble. */
export function dicom({ preamble = true, implicit = false } = {}): Buffer {
  const element = (group: number, number: number, kind: string, value: string) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(group, 0);
    head.writeUInt16LE(number, 2);
    const padded = Buffer.from(value.length % 2 ? `${value} ` : value);
    if (implicit) head.writeUInt32LE(padded.length, 4);
    else {
      head.write(kind, 4);
      head.writeUInt16LE(padded.length, 6);
    }
    return Buffer.concat([head, padded]);
  };
  const set = Buffer.concat([
    element(0x0008, 0x0005, 'CS', 'ISO_IR 100'),
    element(0x0008, 0x0016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    element(0x0008, 0x0060, 'CS', 'CT'),
    element(0x0010, 0x0010, 'PN', 'DURAND^MARIE'),
    element(0x0010, 0x0030, 'DA', '19540312'),
    element(0x0020, 0x000d, 'UI', '1.2.3.4.5.6.7.8.9.10'),
  ]);
  return preamble ? Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), set]) : set;
}

/** Files that are refused whatever they are called, and names that are refused whatever they hold. */
export async function hostileFiles(): Promise<HostileFile[]> {
  return [
    text('nothing at all', '', 'EMPTY_FILE'),
    text('a page called text', '<html><body>Bonjour</body></html>', 'MARKUP'),
    text('a page behind blanks', '\n\n   <!DOCTYPE html><p>Bonjour', 'MARKUP'),
    text('a script within a text', 'Bonjour <script>alert(1)</script>', 'MARKUP'),
    text(
      'a picture that runs, called table',
      '<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>',
      'MARKUP',
      'a.csv',
      'text/csv',
    ),
    text('XML called text', '<?xml version="1.0"?><a/>', 'TYPE_NOT_ALLOWED'),
    text(
      'XML that explodes',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
      'TYPE_NOT_ALLOWED',
    ),
    text('a shell script', '#!/bin/sh\nrm -rf /\n', 'MARKUP'),
    text('PHP', '<?php system($_GET["c"]);', 'MARKUP'),
    text('rich text', '{\\rtf1\\ansi Bonjour}', 'TYPE_NOT_ALLOWED'),
    text('bytes that are no text', Buffer.from([66, 111, 0, 1, 2, 3, 110]), 'TYPE_NOT_ALLOWED'),
    text('bytes that no encoding has', Buffer.from([66, 0x81, 0x8d, 0x9d, 66]), 'UNREADABLE'),
    text('UTF-16 with half a pair', Buffer.from('fffe00d84100', 'hex'), 'UNREADABLE'),
    text(
      'a formula that starts a program',
      "a;b\n=cmd|' /C calc'!A0;1\n",
      'ACTIVE_CONTENT',
      'a.csv',
      'text/csv',
    ),
    text(
      'a quoted formula that starts a program',
      'a,b\n"@SUM(1+1)*cmd|\' /C calc\'!A0",1\n',
      'ACTIVE_CONTENT',
      'a.csv',
      'text/csv',
    ),
    text('an e-mail', 'MIME-Version: 1.0\nContent-Type: text/html\n\n<b>', 'MARKUP'),
    text('a picture that runs when it fails', 'Bonjour <img src=x onerror=alert(1)>', 'MARKUP'),
    text('a handler in any tag', 'Bonjour <b class="a" onclick = "a()">', 'MARKUP'),
    text('a script of a browser', 'var a = document.cookie;', 'MARKUP'),
    text('a script of Windows', 'Set a = CreateObject("WScript.Shell")', 'MARKUP'),
    text('a command', 'powershell -enc AAAA', 'MARKUP'),
    text(
      'a formula that fetches',
      'a;b\n=WEBSERVICE("http://example.org");1',
      'ACTIVE_CONTENT',
      'a.csv',
      'text/csv',
    ),
    named(
      'a program',
      'a.pdf',
      'TYPE_NOT_ALLOWED',
      'application/pdf',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
    ),
    named(
      'a program of Linux',
      'a.txt',
      'TYPE_NOT_ALLOWED',
      'text/plain',
      Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(200)]),
    ),
    named(
      'SVG under its own name',
      'a.svg',
      'TYPE_NOT_ALLOWED',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ),
    named('a page under its own name', 'a.html', 'TYPE_NOT_ALLOWED', 'text/html', Buffer.from('<p>Bonjour')),
    named(
      'a script under its own name',
      'a.js',
      'TYPE_NOT_ALLOWED',
      'text/javascript',
      Buffer.from('alert(1)'),
    ),
    named('an archive', 'a.zip', 'TYPE_NOT_ALLOWED', 'application/zip', archive),
    named('an archive called document', 'a.docx', 'TYPE_NOT_ALLOWED', OFFICE_TYPES.docx, archive),
    named(
      'a document called table',
      'a.xlsx',
      'TYPE_MISMATCH',
      OFFICE_TYPES.xlsx,
      docx(paragraph('Bonjour')),
    ),
    named('a PDF called picture', 'a.png', 'TYPE_MISMATCH', 'image/png', onePagePdf(shown('Bonjour'))),
    named(
      'a PDF announced as a picture',
      'a.pdf',
      'TYPE_MISMATCH',
      'image/png',
      onePagePdf(shown('Bonjour')),
    ),
    named('a picture called text', 'a.txt', 'TYPE_MISMATCH', 'text/plain', png()),
    named('a text called PDF', 'a.pdf', 'TYPE_MISMATCH', 'application/pdf'),
    named(
      'an old Word document',
      'a.doc',
      'TYPE_NOT_ALLOWED',
      'application/msword',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    ),
    named(
      'an encrypted Word document',
      'a.docx',
      'ENCRYPTED',
      OFFICE_TYPES.docx,
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ),
    named('a name with a path', '../../etc/passwd.txt', 'FILE_NAME_UNSAFE'),
    named('a name with a path of Windows', '..\\..\\a.txt', 'FILE_NAME_UNSAFE'),
    named('a name that reads backwards', 'facture\u202Efdp.txt', 'FILE_NAME_UNSAFE'),
    named('a name with a control character', 'a\u0000.txt', 'FILE_NAME_UNSAFE'),
    named('a name of 300 characters', `${'a'.repeat(296)}.txt`, 'FILE_NAME_UNSAFE'),
    named('a name without anything', '.txt', 'FILE_NAME_UNSAFE'),
    named('a name of a device', 'con.txt', 'FILE_NAME_UNSAFE'),
    named('no extension', 'lisezmoi', 'TYPE_NOT_ALLOWED'),
    named(
      'two extensions, the last a program',
      'rapport.pdf.exe',
      'TYPE_NOT_ALLOWED',
      'application/pdf',
      Buffer.from('Bonjour'),
    ),
    named('DICOM', 'a.dcm', 'DICOM', 'application/dicom', dicom()),
    named('DICOM called picture', 'a.jpg', 'DICOM', 'image/jpeg', dicom()),
    named('DICOM without preamble', 'a.txt', 'DICOM', 'text/plain', dicom({ preamble: false })),
    named(
      'DICOM without preamble or types',
      'a.txt',
      'DICOM',
      'text/plain',
      dicom({ preamble: false, implicit: true }),
    ),
    named(
      'DICOM behind the header of a PDF',
      'a.pdf',
      'DICOM',
      'application/pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'.padEnd(128)), dicom().subarray(128)]),
    ),
    picture('a picture and an archive', Buffer.concat([png(), archive]), 'HIDDEN_CONTENT'),
    picture('a picture with something behind it', png({ after: Buffer.from('secret') }), 'HIDDEN_CONTENT'),
    picture(
      'a picture with a page in its text',
      png({ chunks: [pngChunk('tEXt', 'Comment\0<script>alert(1)</script>')] }),
      'HIDDEN_CONTENT',
    ),
    picture(
      'a picture of a hundred thousand pixels a side',
      png({ declared: [100_000, 100_000] }),
      'TOO_MUCH_INSIDE',
    ),
    picture(
      'a picture with more in it than it says',
      png({ width: 4_000, height: 4_000, declared: [8, 8] }),
      'TOO_MUCH_INSIDE',
    ),
    picture(
      'a picture with a broken sum',
      Buffer.concat([png().subarray(0, 40), Buffer.from([1]), png().subarray(41)]),
      'UNREADABLE',
    ),
    picture('a picture that ends early', png().subarray(0, 45), 'UNREADABLE'),
    picture('a photograph and an archive', Buffer.concat([jpeg(), archive]), 'HIDDEN_CONTENT', 'jpeg'),
    picture(
      'a photograph with a film behind it',
      jpeg({ after: Buffer.from('0000001866747970', 'hex') }),
      'HIDDEN_CONTENT',
      'jpeg',
    ),
    picture(
      'a photograph with PHP in its comment',
      jpeg({ segments: [jpegSegment(0xfe, '<?php eval($_POST[1]);')] }),
      'HIDDEN_CONTENT',
      'jpeg',
    ),
    picture(
      'a photograph with a page in its EXIF',
      jpeg({ segments: [exif(1, '<script src=//x>')] }),
      'HIDDEN_CONTENT',
      'jpeg',
    ),
    picture(
      'a photograph of 65,535 pixels a side',
      jpeg({ size: [65_535, 65_535] }),
      'TOO_MUCH_INSIDE',
      'jpeg',
    ),
    picture('a photograph that ends early', jpeg().subarray(0, 60), 'UNREADABLE', 'jpeg'),
    {
      ...picture(
        'a picture that moves and runs',
        Buffer.from('GIF89a/*\0\0\0*/=1;alert(1)', 'latin1'),
        'TYPE_NOT_ALLOWED',
      ),
      fileName: 'a.gif',
    },
    ...(await hostilePdfs()),
    ...hostileOffice(),
  ];
}
