import { FileRefused } from '../findings';
import { SCAN_LIMITS } from '../scan-limits';

/** A part of a JPEG file: a segment with its marker, or the coded picture that follows a scan header. */
interface Segment {
  marker: number;
  /** With marker and length. */
  bytes: Buffer;
}

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe];
/** Start of frame: baseline, progressive, lossless …; 0xC4, 0xC8 and 0xCC are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * A JPEG file without anything that tells who made it, where and with what: of the application segments stay the colour
 * profile and what decoding needs, of EXIF the orientation alone. What cameras append (a second picture) is dropped.
 * @throws FileRefused UNREADABLE, TOO_MUCH_INSIDE, HIDDEN_CONTENT when something else than a picture is appended
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const { segments, end } = segmentsOf(bytes);
  const rest = bytes.subarray(end);
  const isPicture = rest[0] === 0xff && rest[1] === 0xd8;
  if (!isPicture && rest.some((byte) => byte !== 0 && byte !== 0xff && byte !== 0x0a && byte !== 0x0d))
    throw new FileRefused('HIDDEN_CONTENT', { what: 'JPEG' });
  const orientation = segments.map(orientationOf).find((value) => value !== null) ?? null;
  const kept = segments.filter(isNeeded).map((segment) => segment.bytes);
  const start = kept.findIndex((segment) => segment[1] !== APP0);
  const turned = orientation === null || orientation === 1 ? [] : [orientationSegment(orientation)];
  return Buffer.concat([
    Buffer.from([0xff, SOI]),
    ...kept.slice(0, start),
    ...turned,
    ...kept.slice(start),
    Buffer.from([0xff, EOI]),
  ]);
}

function isNeeded({ marker, bytes }: Segment): boolean {
  if (marker === COM) return false;
  // What lies above the application segments is reserved, and no picture needs it.
  if (marker > 0xef) return false;
  if (marker < APP0) return true;
  if (marker === APP0) return bytes.toString('latin1', 4, 8) === 'JFIF';
  if (marker === APP2) return bytes.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker === APP14 && bytes.toString('latin1', 4, 9) === 'Adobe';
}

function segmentsOf(bytes: Buffer): { segments: Segment[]; end: number } {
  const segments: Segment[] = [];
  let hasFrame = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw new FileRefused('UNREADABLE');
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === EOI) {
      if (!hasFrame) throw new FileRefused('UNREADABLE');
      return { segments, end: at + 2 };
    }
    if (marker === undefined || at + 4 > bytes.length || marker < 0xc0) throw new FileRefused('UNREADABLE');
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) throw new FileRefused('UNREADABLE');
    if (isFrame(marker)) {
      hasFrame = true;
      refuseHuge(bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7));
    }
    if (marker === SOS) end = endOfScan(bytes, end);
    segments.push({ marker, bytes: bytes.subarray(at, end) });
    at = end;
  }
}

/** Where the coded picture ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new FileRefused('UNREADABLE');
}

/** @throws FileRefused TOO_MUCH_INSIDE for a picture that would fill the memory of whoever opens it, UNREADABLE for none */
export function refuseHuge(width: number, height: number): void {
  if (width === 0 || height === 0) throw new FileRefused('UNREADABLE');
  if (width * height > SCAN_LIMITS.pixels)
    throw new FileRefused('TOO_MUCH_INSIDE', { limit: `${SCAN_LIMITS.pixels} pixels` });
}

/** The orientation (tag 0x0112, 1 to 8) of an EXIF segment; null when it says nothing. */
function orientationOf({ marker, bytes }: Segment): number | null {
  if (marker !== APP1 || bytes.toString('latin1', 4, 8) !== 'Exif' || bytes.length < 20) return null;
  const tiff = bytes.subarray(10);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < short(directory); index += 1) {
    const entry = directory + 2 + index * 12;
    if (short(entry) !== 0x0112) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An EXIF segment that holds the orientation and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff =
    '4d4d002a00000008' + '0001' + '0112' + '0003' + '00000001' + `000${orientation}0000` + '00000000';
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff, 'hex')]);
  const head = Buffer.from([0xff, APP1, 0, body.length + 2]);
  return Buffer.concat([head, body]);
}
