import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, as text that fits URLs and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a random secret: its SHA-256. A slow hash would add nothing, since 256 bits cannot be guessed.
 * @param secret as `newSecret` made it, or whatever a client sends in its place
 */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
