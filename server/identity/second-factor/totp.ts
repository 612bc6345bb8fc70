import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// Time-based one-time passwords (RFC 6238) with the parameters that every authenticator app knows.
const STEP_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** One step before and after: clocks of telephones differ, and people type slowly (RFC 6238 §5.2). */
const STEPS_AROUND = [0, -1, 1] as const;

/** A new secret, in base32 as authenticator apps take it. */
export function newTotpSecret(): string {
  return base32(randomBytes(SECRET_BYTES));
}

/** Bytes in base32 without padding (RFC 4648 §6). */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    value = (value << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 255);
    value &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

/** The time step that an instant falls in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a step (RFC 4226 §5.3). @param secret in base32 */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step that a code belongs to, if it is good now and later than the last one that was taken: a code that somebody
 * read over a shoulder is worth nothing once it was used.
 * @returns null for any other code
 */
export function matchingStep(secret: string, code: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const present = stepAt(now);
  const given = Buffer.from(code);
  const steps = STEPS_AROUND.map((around) => present + around).filter((step) =>
    timingSafeEqual(Buffer.from(codeAt(secret, step)), given),
  );
  return steps.find((step) => step > lastStep) ?? null;
}

/** What an authenticator app reads from a QR code. @param label whose account it is */
export function otpauthUri(secret: string, label: string): string {
  const issuer = 'Vis-à-vis';
  const query = new URLSearchParams({
    secret,
    issuer,
    algorithm: 'SHA1',
    digits: String(DIGITS),
    period: String(STEP_SECONDS),
  });
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${label}`)}?${query.toString().replaceAll('+', '%20')}`;
}
