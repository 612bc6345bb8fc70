import zlib from 'node:zlib';
import type { ArchivePart } from './open-archive';

/** 1 January 1980, the first day that a ZIP archive can name: when a document was written tells of its writer. */
const NO_DATE = 0x0021;

/**
 * A ZIP archive of the parts, in their order (APPNOTE 6.3.10). What is called `mimetype` is stored as it is, as
 * OpenDocument asks for (part 2, §3.3), everything else deflated.
 */
export function writeArchive(parts: readonly ArchivePart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const isStored = name === 'mimetype';
    const packed = isStored ? bytes : zlib.deflateRawSync(bytes);
    const rawName = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(isStored ? 0 : 8, 4);
    head.writeUInt16LE(NO_DATE, 8);
    head.writeUInt32LE(zlib.crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(rawName.length, 22);
    files.push(Buffer.from('504b0304', 'hex'), head, rawName, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), head, tail, rawName);
    offset += 4 + head.length + rawName.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
