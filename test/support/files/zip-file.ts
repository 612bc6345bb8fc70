import zlib from 'node:zlib';

/** An entry of an archive for tests; what it says of itself may be a lie. */
export interface ZipEntry {
  name: string;
  content: string | Buffer;
  stored?: boolean;
  /** What the directory says its size is. */
  declaredSize?: number;
  /** What the entry's own header calls it. */
  localName?: string;
  encrypted?: boolean;
  /** Where the directory says it is, instead of where it is. */
  offset?: number;
}

/** Bytes around the entries. */
export interface ZipSurroundings {
  before?: Buffer;
  /** Between the last entry and the directory. */
  gap?: Buffer;
  comment?: string;
}

/** Writes a ZIP archive byte by byte, so that each lie of the hostile ones can be told. */
export function zipFile(
  entries: readonly ZipEntry[],
  { before = Buffer.alloc(0), gap, comment = '' }: ZipSurroundings = {},
): Buffer {
  const files: Buffer[] = [before];
  const directory: Buffer[] = [];
  let at = before.length;
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string);
    const packed = entry.stored ? content : zlib.deflateRawSync(content, { level: 9 });
    const head = (name: Buffer, size: number) => {
      const bytes = Buffer.alloc(26);
      bytes.writeUInt16LE(20, 0);
      bytes.writeUInt16LE(entry.encrypted ? 0x0801 : 0x0800, 2);
      bytes.writeUInt16LE(entry.stored ? 0 : 8, 4);
      bytes.writeUInt16LE(0x5a21, 8);
      bytes.writeUInt32LE(zlib.crc32(content), 10);
      bytes.writeUInt32LE(packed.length, 14);
      bytes.writeUInt32LE(size, 18);
      bytes.writeUInt16LE(name.length, 22);
      return bytes;
    };
    const localName = Buffer.from(entry.localName ?? entry.name);
    const name = Buffer.from(entry.name);
    const size = entry.declaredSize ?? content.length;
    files.push(Buffer.from('504b0304', 'hex'), head(localName, size), localName, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.offset ?? at, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), head(name, size), tail, name);
    at += 30 + localName.length + packed.length;
  }
  if (gap) {
    files.push(gap);
    at += gap.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, listed, end, Buffer.from(comment)]);
}
