import zlib from 'node:zlib';
import { FileRefused } from '../findings';
import { SCAN_LIMITS } from '../scan-limits';

const STREAM = /stream\r?\n/g;

/**
 * Unpacks every deflated stream of a PDF once, within limits, before a reader that has none opens it. What is deflated
 * several times over is unpacked as often. Other filters widen too little to matter, or draw pictures of a declared size.
 * @throws FileRefused TOO_MUCH_INSIDE
 */
export function refuseStreamBombs(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  let total = 0;
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    if (text.slice(index - 3, index) === 'end') continue;
    let packed = bytes.subarray(index + word.length);
    for (let depth = 0; isDeflated(packed); depth += 1) {
      if (depth === SCAN_LIMITS.streamDepth) throw tooMuch(`${SCAN_LIMITS.streamDepth} filters`);
      const unpacked = inflate(packed, SCAN_LIMITS.unpackedBytes - total);
      if (!unpacked) break;
      total += unpacked.length;
      packed = unpacked;
    }
    if (total > SCAN_LIMITS.freeBytes && total > bytes.length * SCAN_LIMITS.ratio)
      throw tooMuch(`1:${SCAN_LIMITS.ratio}`);
  }
}

/** Whether bytes begin as zlib data does (RFC 1950 §2.2). */
function isDeflated(bytes: Buffer): boolean {
  return bytes.length > 2 && ((bytes[0] as number) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

function inflate(bytes: Buffer, limit: number): Buffer | null {
  try {
    return zlib.inflateSync(bytes, {
      maxOutputLength: Math.max(1, limit),
      finishFlush: zlib.constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooMuch(`${SCAN_LIMITS.unpackedBytes} bytes`);
    return null;
  }
}

const tooMuch = (limit: string) => new FileRefused('TOO_MUCH_INSIDE', { limit });
