import { inflateRawSync } from 'node:zlib';
import {
  bigEndianByteArrayParser,
  ByteStream,
  littleEndianByteArrayParser,
  parseDicomDataSetExplicit,
  parseDicomDataSetImplicit,
  readDicomElementExplicit,
  type ByteArrayParser,
  type DataSet,
  type Element,
} from 'dicom-parser';
import { DicomItem, TAGS } from './dicom-item';

/** Largest report that is read, and largest content of a deflated one: 1,500 irradiation events take about that. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024;

/** What a report may cost: a real one of the largest size needs a third of these reads, and a tenth of the time. */
const MOST_READS = 24_000_000;
const LONGEST_MILLISECONDS = 10_000;

const PREAMBLE_BYTES = 128;

const DEFLATED = '1.2.840.10008.1.2.1.99';

/** Why bytes give no data set. */
export type DicomDefect = 'NOT_DICOM' | 'DAMAGED' | 'TOO_LARGE';

/** A file that cannot be read. */
export class DicomFileError extends Error {
  override readonly name = 'DicomFileError';

  constructor(readonly defect: DicomDefect) {
    super(defect);
  }
}

/**
 * Whether bytes begin a DICOM file: the mark after the preamble, or without preamble an element of group 0002 or 0008.
 * @param head the first bytes, 132 at least where the file has them
 */
export function looksLikeDicom(head: Buffer): boolean {
  return hasMark(head) || startsWithElement(head);
}

/**
 * Reads a DICOM Part 10 file, or a data set without its header: explicit or implicit VR, little or big endian, deflated.
 * Nothing is read after a content tree that is whole.
 * @throws DicomFileError for what is not DICOM, is cut off or damaged, or costs more than a report may
 */
export function readDicomFile(bytes: Buffer): DicomItem {
  if (!looksLikeDicom(bytes)) throw new DicomFileError('NOT_DICOM');
  if (bytes.length > MAX_REPORT_BYTES) throw new DicomFileError('TOO_LARGE');
  try {
    return readWhole(bytes);
  } catch (error) {
    // The parser throws strings, plain errors and, on deep nesting, RangeErrors: all say that the bytes are no good.
    throw error instanceof DicomFileError ? error : new DicomFileError('DAMAGED');
  }
}

/**
 * What kind of object a file holds, by the first of its bytes alone: the file itself may be too large to be read.
 * @returns the SOP Class UID of the header, null where there is none
 */
export function sopClassOfHeader(head: Buffer): string | null {
  try {
    return hasMark(head) ? readHeader(head).sopClassUid : null;
  } catch {
    return null;
  }
}

interface Header {
  transferSyntax: string | null;
  sopClassUid: string | null;
  /** Where the data set begins. */
  end: number;
}

function readWhole(bytes: Buffer): DicomItem {
  const header = readHeader(bytes);
  const content = bytes.subarray(header.end);
  const deflated = header.transferSyntax === DEFLATED;
  const plain = deflated ? inflate(content) : content;
  const { parser, explicit } = encodingOf(plain);
  const root = { elements: {}, warnings: [] as string[] } as unknown as DataSet;
  const stream = new ByteStream(bounded(parser), plain, 0);
  const whole = parse(root, stream, explicit);
  const item = new DicomItem(root.elements, plain, parser, null);
  if (!whole && !item.has(TAGS.content)) throw new DicomFileError('DAMAGED');
  return item;
}

/** Fills the data set; false when the bytes end too early or make no sense after a while. */
function parse(root: DataSet, stream: ByteStream, explicit: boolean): boolean {
  try {
    if (explicit) parseDicomDataSetExplicit(root, stream);
    else parseDicomDataSetImplicit(root, stream, stream.byteArray.length);
  } catch (error) {
    if (error instanceof DicomFileError) throw error;
    return false;
  }
  const cutOff = [...root.warnings, ...stream.warnings].some((warning) => warning.startsWith('eof'));
  if (cutOff) throw new DicomFileError('DAMAGED');
  return stream.position <= stream.byteArray.length;
}

function hasMark(bytes: Buffer): boolean {
  return bytes.subarray(PREAMBLE_BYTES, PREAMBLE_BYTES + 4).toString('latin1') === 'DICM';
}

function startsWithElement(bytes: Buffer): boolean {
  if (bytes.length < 8) return false;
  const group = bytes.readUInt16LE(0);
  if (group === 0x0002 || group === 0x0008) {
    return isExplicit(bytes, 0) || (bytes.readUInt16LE(2) <= 0x0201 && bytes.readUInt32LE(4) < 0x10000);
  }
  return (group === 0x0200 || group === 0x0800) && isExplicit(bytes, 0);
}

/** Reads group 0002, which is always in explicit VR and little endian (PS3.10 section 7.1). */
function readHeader(bytes: Buffer): Header {
  const start = hasMark(bytes) ? PREAMBLE_BYTES + 4 : 0;
  const header: Header = { transferSyntax: null, sopClassUid: null, end: start };
  if (!isExplicit(bytes, start)) return header;
  const stream = new ByteStream(bounded(littleEndianByteArrayParser), bytes, start);
  while (stream.position + 8 <= bytes.length && bytes.readUInt16LE(stream.position) === 0x0002) {
    const element = readDicomElementExplicit(stream, []);
    if (element.tag === 'x00020010') header.transferSyntax = textOf(bytes, element);
    if (element.tag === 'x00020002') header.sopClassUid = textOf(bytes, element);
    header.end = stream.position;
  }
  return header;
}

function textOf(bytes: Buffer, { dataOffset, length }: Element): string | null {
  const text = bytes.subarray(dataOffset, dataOffset + length).toString('latin1');
  return text.replace(/[\0\s]+$/, '') || null;
}

/** How the data set is written: as its first element shows, which makers' headers do not always say. */
function encodingOf(content: Buffer): { parser: ByteArrayParser; explicit: boolean } {
  // Groups of a data set begin below 0100, so that a first byte of zero is the upper half of one.
  const big = content.length >= 2 && content[0] === 0 && content[1] !== 0;
  return {
    parser: big ? bigEndianByteArrayParser : littleEndianByteArrayParser,
    explicit: isExplicit(content, 0),
  };
}

/** Whether the element at an offset carries its value representation: two capital letters. */
function isExplicit(bytes: Buffer, offset: number): boolean {
  return /^[A-Z]{2}$/.test(bytes.subarray(offset + 4, offset + 6).toString('latin1'));
}

function inflate(content: Buffer): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: MAX_REPORT_BYTES });
  } catch (error) {
    throw new DicomFileError(isTooLarge(error) ? 'TOO_LARGE' : 'DAMAGED');
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
}

/** A byte parser that gives up when a file makes it read more, or longer, than any report takes. */
function bounded(parser: ByteArrayParser): ByteArrayParser {
  const end = performance.now() + LONGEST_MILLISECONDS;
  let reads = 0;
  return {
    ...parser,
    readUint16(bytes, position) {
      reads += 1;
      if (reads > MOST_READS || (reads % 65_536 === 0 && performance.now() > end)) {
        throw new DicomFileError('TOO_LARGE');
      }
      return parser.readUint16(bytes, position);
    },
  };
}
