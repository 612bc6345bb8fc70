import { createHash } from 'node:crypto';

/** SHA-256 of a file's text in UTF-8, hexadecimal: names in the trail exactly what was sent. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
