import { fileTypeFromBuffer } from 'file-type';

/** What the content of a file looks like. */
export type ContentType =
  | { kind: 'PDF' | 'ZIP' | 'PNG' | 'JPEG' | 'DICOM' | 'TEXT' }
  /** Recognised, and not allowed; null: nobody knows. */
  | { kind: 'OTHER'; mediaType: string | null };

const PREAMBLE = 128;
/** Groups with which a DICOM data set without preamble begins: command, file meta, identification, in both orders. */
const FIRST_GROUPS = [0x0002, 0x0008];

/** What a file is by its first bytes, whatever it is called. */
export async function detectType(bytes: Buffer): Promise<ContentType> {
  if (isDicom(bytes)) return { kind: 'DICOM' };
  const begins = (signature: string) =>
    bytes.subarray(0, signature.length / 2).equals(Buffer.from(signature, 'hex'));
  if (begins('255044462d')) return { kind: 'PDF' };
  if (begins('504b0304')) return { kind: 'ZIP' };
  if (begins('89504e470d0a1a0a')) return { kind: 'PNG' };
  if (begins('ffd8ff')) return { kind: 'JPEG' };
  if (hasWideMark(bytes)) return { kind: 'TEXT' };
  const known = await fileTypeFromBuffer(bytes);
  // A text may begin by chance like something known, but has no control characters, which all binary formats have.
  if (known) return { kind: 'OTHER', mediaType: known.mime };
  return hasControls(bytes) ? { kind: 'OTHER', mediaType: null } : { kind: 'TEXT' };
}

/**
 * Whether the bytes are a DICOM object: `DICM` after a preamble (PS3.10 §7.1), or a data set that begins at once with an
 * element of group 0002 or 0008, explicit or implicit, as older systems store it.
 */
export function isDicom(bytes: Buffer): boolean {
  if (bytes.toString('latin1', PREAMBLE, PREAMBLE + 4) === 'DICM') return true;
  if (bytes.length < 16) return false;
  const isLittle = FIRST_GROUPS.includes(bytes.readUInt16LE(0));
  const isBig = FIRST_GROUPS.includes(bytes.readUInt16BE(0));
  if (!isLittle && !isBig) return false;
  const element = isLittle ? bytes.readUInt16LE(2) : bytes.readUInt16BE(2);
  if (element > 0x0070) return false;
  if (/^(?:UL|UI|CS|LO|SH|DA|TM|OB|AE|DT)/.test(bytes.toString('latin1', 4, 6))) return true;
  const length = bytes.readUInt32LE(4);
  return isLittle && length > 0 && length <= 64 && length % 2 === 0;
}

/** Whether the bytes begin with the mark of UTF-16, in either order: half of them are zero, and text all the same. */
function hasWideMark(bytes: Buffer): boolean {
  return ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
}

/** Whether there are bytes that no text of one byte a letter has. */
function hasControls(bytes: Buffer): boolean {
  return bytes.some(
    (byte) => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 127,
  );
}
