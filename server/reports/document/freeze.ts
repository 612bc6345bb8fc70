import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A document that no longer changes. */
export interface FrozenDocument {
  /** Canonical JSON (RFC 8785). */
  content: string;
  /** Of the content in UTF-8, hexadecimal. */
  sha256: string;
}

/**
 * The canonical form of a document and its hash: anyone can compute both again from the content.
 * @throws Error when it is not JSON
 */
export function freezeDocument(document: object): FrozenDocument {
  const content = canonicalize(document);
  if (content === undefined) throw new Error('a document that is not JSON');
  return { content, sha256: sha256Of(content) };
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
