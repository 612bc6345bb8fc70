import zlib from 'node:zlib';

/** A chunk of a PNG file. */
export function pngChunk(type: string, content: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content as string)]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([head, body, sum]);
}

/** What differs from a plain PNG picture. */
export interface PngParts {
  width?: number;
  height?: number;
  declared?: readonly number[];
  data?: Buffer;
  chunks?: Buffer[];
  after?: Buffer;
}

/** A grey PNG picture; `declared` is the size that its header tells. */
export function png({
  width = 8,
  height = 8,
  declared = [width, height],
  data,
  chunks = [],
  after = Buffer.alloc(0),
}: PngParts = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(declared[0] ?? 0, 0);
  header.writeUInt32BE(declared[1] ?? 0, 4);
  header[8] = 8;
  const rows = data ?? zlib.deflateSync(Buffer.alloc((width + 1) * height, 0));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', rows),
    pngChunk('IEND', ''),
    after,
  ]);
}

/** A segment of a JPEG file. */
export function jpegSegment(marker: number, content: Buffer | string): Buffer {
  const body = Buffer.from(content as string);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What differs from a plain JPEG picture. */
export interface JpegParts {
  segments?: Buffer[];
  size?: readonly number[];
  after?: Buffer;
}

/** A grey JPEG picture of 8 × 8, baseline, with the tables of annex K of its standard cut down to what one block needs. */
export function jpeg({ segments = [], size = [8, 8], after = Buffer.alloc(0) }: JpegParts = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(size[1] ?? 0, 1);
  frame.writeUInt16BE(size[0] ?? 0, 3);
  const oneCode = (kind: number) =>
    jpegSegment(0xc4, Buffer.from([kind, 1, ...Array<number>(15).fill(0), 0]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...segments,
    jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    jpegSegment(0xc0, frame),
    oneCode(0x00),
    oneCode(0x10),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f]),
    Buffer.from([0xff, 0xd9]),
    after,
  ]);
}

/** An EXIF segment with an orientation and an artist. */
export function exif(orientation: number, artist: string): Buffer {
  const name = Buffer.from(`${artist}\0`, 'latin1');
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.writeUInt16LE(0x013b, 22);
  tiff.writeUInt16LE(2, 24);
  tiff.writeUInt32LE(name.length, 26);
  tiff.writeUInt32LE(38, 30);
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, name]));
}
