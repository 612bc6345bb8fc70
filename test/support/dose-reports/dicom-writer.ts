import { deflateRawSync } from 'node:zlib';

/** An element: tag as number, value representation, value. */
export type WrittenElement = [tag: number, vr: string, value: string | Buffer | number | WrittenElement[][]];
export type DataSet = WrittenElement[];

/** How a file is written. */
export interface Encoding {
  syntax: 'EXPLICIT_LITTLE' | 'IMPLICIT_LITTLE' | 'EXPLICIT_BIG' | 'DEFLATED';
  /** Sequences and items without length, ended by delimiters. */
  undefinedLengths?: boolean;
  /** Without preamble, mark and group 0002. */
  bare?: boolean;
  /** Text is written in this encoding of Node; the file must declare its character set itself. */
  text?: BufferEncoding;
}

const SYNTAXES = {
  EXPLICIT_LITTLE: '1.2.840.10008.1.2.1',
  IMPLICIT_LITTLE: '1.2.840.10008.1.2',
  EXPLICIT_BIG: '1.2.840.10008.1.2.2',
  DEFLATED: '1.2.840.10008.1.2.1.99',
} as const;

const LONG_LENGTH = new Set(['OB', 'OD', 'OF', 'OL', 'OW', 'SQ', 'UC', 'UN', 'UR', 'UT']);
const UNDEFINED = 0xffffffff;

/** A DICOM Part 10 file (PS3.10 section 7, PS3.5 section 7) with the elements of a data set, in the order of tags. */
export function writeDicom(dataSet: DataSet, encoding: Encoding): Buffer {
  const content = writeDataSet(dataSet, encoding);
  const body = encoding.syntax === 'DEFLATED' ? deflateRawSync(content) : content;
  if (encoding.bare) return body;
  const sopClass = dataSet.find(([tag]) => tag === 0x00080016)?.[2] ?? '';
  const header: DataSet = [
    [0x00020001, 'OB', Buffer.from([0, 1])],
    [0x00020002, 'UI', sopClass],
    [0x00020010, 'UI', SYNTAXES[encoding.syntax]],
  ];
  const meta = writeDataSet(header, { syntax: 'EXPLICIT_LITTLE' });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  const group = writeDataSet([[0x00020000, 'UL', length]], { syntax: 'EXPLICIT_LITTLE' });
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), group, meta, body]);
}

function writeDataSet(dataSet: DataSet, encoding: Encoding): Buffer {
  const sorted = [...dataSet].sort(([one], [other]) => one - other);
  return Buffer.concat(sorted.map((element) => writeElement(element, encoding)));
}

function writeElement([tag, vr, value]: WrittenElement, encoding: Encoding): Buffer {
  const big = encoding.syntax === 'EXPLICIT_BIG';
  const content = Array.isArray(value) ? writeItems(value, encoding) : writeValue(vr, value, encoding);
  const open = Array.isArray(value) && encoding.undefinedLengths;
  const length = open ? UNDEFINED : content.length;
  const head =
    encoding.syntax === 'IMPLICIT_LITTLE'
      ? [tagBytes(tag, big), uint32(length, big)]
      : LONG_LENGTH.has(vr)
        ? [tagBytes(tag, big), Buffer.from(vr), Buffer.alloc(2), uint32(length, big)]
        : [tagBytes(tag, big), Buffer.from(vr), uint16(length, big)];
  const tail = open ? [tagBytes(0xfffee0dd, big), uint32(0, big)] : [];
  return Buffer.concat([...head, content, ...tail]);
}

function writeItems(items: DataSet[], encoding: Encoding): Buffer {
  const big = encoding.syntax === 'EXPLICIT_BIG';
  return Buffer.concat(
    items.flatMap((item) => {
      const content = writeDataSet(item, encoding);
      if (!encoding.undefinedLengths)
        return [tagBytes(0xfffee000, big), uint32(content.length, big), content];
      const start = [tagBytes(0xfffee000, big), uint32(UNDEFINED, big)];
      return [...start, content, tagBytes(0xfffee00d, big), uint32(0, big)];
    }),
  );
}

function writeValue(vr: string, value: string | Buffer | number, encoding: Encoding): Buffer {
  if (Buffer.isBuffer(value)) return value;
  const big = encoding.syntax === 'EXPLICIT_BIG';
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(vr === 'FD' ? 8 : 4);
    if (vr === 'FD') return big ? (bytes.writeDoubleBE(value), bytes) : (bytes.writeDoubleLE(value), bytes);
    return big ? (bytes.writeInt32BE(value), bytes) : (bytes.writeInt32LE(value), bytes);
  }
  const bytes = Buffer.from(value, encoding.text ?? 'utf8');
  if (bytes.length % 2 === 0) return bytes;
  return Buffer.concat([bytes, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
}

function tagBytes(tag: number, big: boolean): Buffer {
  return Buffer.concat([uint16(Math.floor(tag / 0x10000), big), uint16(tag % 0x10000, big)]);
}

function uint16(value: number, big: boolean): Buffer {
  const bytes = Buffer.alloc(2);
  if (big) bytes.writeUInt16BE(value);
  else bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number, big: boolean): Buffer {
  const bytes = Buffer.alloc(4);
  if (big) bytes.writeUInt32BE(value);
  else bytes.writeUInt32LE(value);
  return bytes;
}
