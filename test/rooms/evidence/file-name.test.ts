import fc from 'fast-check';
import { attachment } from '../../../server/http/files-download';
import { cleanFileName, FILE_NAME_LENGTH } from '../../../server/evidence/uploads/file-name';

it.each([
  ['protocoles.pdf', 'protocoles.pdf'],
  ['Relevé d’été n° 3 (scanner).pdf', 'Relevé d’été n° 3 (scanner).pdf'],
  ['re\u0301sume\u0301.txt', 'résumé.txt'],
  ['/etc/passwd', 'passwd'],
  ['..\\..\\windows\\system32\\a.pdf', 'a.pdf'],
  ['C:\\Users\\x\\doc.pdf', 'doc.pdf'],
  ['../../', 'fichier'],
  ['..', 'fichier'],
  ['', 'fichier'],
  ['   ', 'fichier'],
  ['.htaccess', 'htaccess'],
  ['a.pdf. . .', 'a.pdf'],
  ['facture\u202Efdp.exe', 'facturefdp.exe'],
  ['a\u0000b\r\nc\u200B.csv', 'abc.csv'],
  ['a<b>|"c?*:.csv', 'a_b___c___.csv'],
  ['CON', '_CON'],
  ['nul.pdf', '_nul.pdf'],
  ['com1.txt', '_com1.txt'],
  ['console.pdf', 'console.pdf'],
  ['a/', 'a'],
])('%j becomes %j', (announced, clean) => {
  expect(cleanFileName(announced)).toBe(clean);
});

it('keeps the extension of a name that is too long, and counts characters, not their halves', () => {
  const long = cleanFileName(`${'é'.repeat(300)}.docx`);
  expect([...long]).toHaveLength(FILE_NAME_LENGTH);
  expect(long.endsWith('é.docx')).toBe(true);
  expect([...cleanFileName('😀'.repeat(300))]).toHaveLength(FILE_NAME_LENGTH);
});

it('gives a name that is clean, whatever comes in, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (announced) => {
      const name = cleanFileName(announced);
      expect(name).not.toBe('');
      expect([...name].length).toBeLessThanOrEqual(FILE_NAME_LENGTH);
      expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]|^\.|[. ]$/u);
      expect(cleanFileName(name)).toBe(name);
    }),
  );
});

it('goes into a header as one that every client reads (RFC 6266, RFC 8187)', () => {
  expect(attachment('été 100 %.pdf')).toBe(
    `attachment; filename="ete 100 _.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20100%20%25.pdf`,
  );
  expect(attachment("l'a(b)*.csv")).toBe(
    `attachment; filename="l'a(b)*.csv"; filename*=UTF-8''l%27a%28b%29%2A.csv`,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (announced) => {
      expect(attachment(cleanFileName(announced))).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});
