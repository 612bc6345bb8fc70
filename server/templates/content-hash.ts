import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TemplateFile } from './template-shapes';

/**
 * SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of a content: the order of keys does not matter, the
 * order of lists does.
 * @throws TypeError when the content is not JSON
 */
export function canonicalHash(content: unknown): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('Only JSON content has a canonical hash.');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/**
 * The hash that fixes a template version. Its status is left out: publishing or retiring a version does not change
 * what is audited.
 */
export function contentHash(template: TemplateFile): string {
  return canonicalHash({ ...template, status: undefined });
}
