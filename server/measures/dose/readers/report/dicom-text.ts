/** Character sets of DICOM (PS3.3 C.12.1.1.2) by their defined term, and the decoder that reads them. */
const DECODERS: Readonly<Record<string, string>> = {
  'ISO_IR 6': 'latin1',
  'ISO_IR 100': 'latin1',
  'ISO_IR 101': 'iso-8859-2',
  'ISO_IR 109': 'iso-8859-3',
  'ISO_IR 110': 'iso-8859-4',
  'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 127': 'iso-8859-6',
  'ISO_IR 126': 'iso-8859-7',
  'ISO_IR 138': 'iso-8859-8',
  'ISO_IR 148': 'windows-1254',
  'ISO_IR 203': 'iso-8859-15',
  'ISO_IR 13': 'shift_jis',
  'ISO_IR 166': 'windows-874',
  'ISO_IR 192': 'utf-8',
  'ISO_IR 87': 'iso-2022-jp',
  'ISO_IR 159': 'iso-2022-jp',
  'ISO_IR 149': 'euc-kr',
  'ISO_IR 58': 'gb18030',
  GB18030: 'gb18030',
  GBK: 'gbk',
};

/** What an escape sequence turns to (ISO 2022, as PS3.3 C.12.1.1.2 lists them), without the escape itself. */
const ESCAPES: readonly (readonly [string, string])[] = [
  ['$)C', 'euc-kr'],
  ['$)A', 'gb18030'],
  ['-A', 'latin1'],
  ['-B', 'iso-8859-2'],
  ['-C', 'iso-8859-3'],
  ['-D', 'iso-8859-4'],
  ['-L', 'iso-8859-5'],
  ['-G', 'iso-8859-6'],
  ['-F', 'iso-8859-7'],
  ['-H', 'iso-8859-8'],
  ['-M', 'windows-1254'],
  ['-b', 'iso-8859-15'],
  ['-T', 'windows-874'],
  [')I', 'shift_jis'],
];

const ESCAPE = '\x1b';

/**
 * Text of an element.
 * @param charset Specific Character Set (0008,0005) that counts for it, several values between backslashes, or null.
 * Bytes that are UTF-8 beyond ASCII are read as such whatever is declared: makers forget to say so, and no other text
 * looks like it.
 */
export function decodeDicomText(bytes: Buffer, charset: string | null): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return utf8;
  const terms = (charset ?? '').split('\\').map(termOf);
  if (bytes.includes(0x1b)) return decodeEscaped(bytes, terms);
  const decoder = terms.map((term) => DECODERS[term]).find((name) => name !== undefined);
  return decodeAs(bytes, decoder === undefined || decoder === 'utf-8' ? 'latin1' : decoder);
}

/** `ISO 2022 IR 100` names the same characters as `ISO_IR 100`. */
function termOf(term: string): string {
  return term
    .trim()
    .toUpperCase()
    .replace(/^ISO[ _]2022[ _]IR[ _]/, 'ISO_IR ')
    .replace(/^ISO[ _]IR[ _]/, 'ISO_IR ');
}

/** Bytes are ASCII but for escapes when they are Japanese, which the decoder of ISO-2022-JP follows by itself. */
function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0x1b);
}

function tryUtf8(bytes: Buffer): string | null {
  if (bytes.includes(0x1b)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeEscaped(bytes: Buffer, terms: readonly string[]): string {
  const raw = bytes.toString('latin1');
  const pieces = raw.split(ESCAPE);
  const first = DECODERS[terms[0] ?? ''] ?? 'latin1';
  return pieces
    .map((piece, index) => (index === 0 ? decodeAs(latin1(piece), first) : decodePiece(piece)))
    .join('');
}

function decodePiece(piece: string): string {
  const escape = ESCAPES.find(([sequence]) => piece.startsWith(sequence));
  if (escape) return decodeAs(latin1(piece.slice(escape[0].length)), escape[1]);
  // JIS X 0208, 0212, 0201 and the way back to ASCII: the decoder needs to see the escape.
  return decodeAs(latin1(ESCAPE + piece), 'iso-2022-jp');
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function decodeAs(bytes: Buffer, decoder: string): string {
  if (decoder === 'latin1') return bytes.toString('latin1');
  return new TextDecoder(decoder).decode(bytes);
}
