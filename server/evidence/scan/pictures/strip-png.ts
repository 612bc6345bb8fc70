import zlib from 'node:zlib';
import { FileRefused } from '../findings';
import { refuseHuge } from './strip-jpeg';

const SIGNATURE = 8;
/** Chunks that the picture itself needs; all others tell of its maker, or move. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'hIST',
]);
/** Samples of a pixel by colour type (PNG, table 11.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG file reduced to its picture: no text, time, EXIF, colour profile or animation.
 * @throws FileRefused UNREADABLE, TOO_MUCH_INSIDE, HIDDEN_CONTENT when bytes follow its end
 */
export function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE)];
  const data: Buffer[] = [];
  let header: Buffer | null = null;
  for (let at = SIGNATURE; ;) {
    if (at + 12 > bytes.length) throw new FileRefused('UNREADABLE');
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new FileRefused('UNREADABLE');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (zlib.crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      throw new FileRefused('UNREADABLE');
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IHDR') header = bytes.subarray(at + 8, end - 4);
    if (!header || header.length !== 13) throw new FileRefused('UNREADABLE');
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    at = end;
    if (type !== 'IEND') continue;
    if (at < bytes.length) throw new FileRefused('HIDDEN_CONTENT', { what: 'PNG' });
    checkPicture(header, Buffer.concat(data));
    return Buffer.concat(kept);
  }
}

/** Holds the coded picture against the size that the header declares: it is neither more nor broken. */
function checkPicture(header: Buffer, data: Buffer): void {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  refuseHuge(width, height);
  const bits = (SAMPLES[header[9] as number] ?? 0) * (header[8] as number);
  if (bits === 0) throw new FileRefused('UNREADABLE');
  // Interlaced pictures have up to seven passes, each with its own line starts.
  const most =
    height * (Math.ceil((width * bits) / 8) + 1) + (header[12] === 1 ? 8 * (width + height) + 64 : 0);
  try {
    zlib.inflateSync(data, { maxOutputLength: most });
  } catch (error) {
    const isBomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new FileRefused(
      isBomb ? 'TOO_MUCH_INSIDE' : 'UNREADABLE',
      isBomb ? { limit: `${most} bytes` } : {},
    );
  }
}
