import fc from 'fast-check';
import { canonicalHash, contentHash } from '../../../server/templates/content-hash';
import { readTemplateFiles } from '../../../server/templates/template-files';
import type { TemplateFile } from '../../../server/templates/template-shapes';
import { SHIPPED } from './templates-folder';

const [first] = readTemplateFiles(SHIPPED).templates;
if (!first) throw new Error('no template is shipped');
const template: TemplateFile = first.content;

/** The same content with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

/** Every copy of a content in which one single value is another. */
function* variants(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) for (const other of variants(one)) yield value.with(i, other);
    if (value.length > 1) yield [...value].reverse();
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value))
      for (const other of variants(one)) yield { ...value, [key]: other };
  } else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else yield `${String(value)}!`;
}

describe('contentHash', () => {
  it('does not depend on the order of keys', () => {
    const { code, version, ...rest } = template;
    expect(contentHash({ ...rest, version, code })).toBe(first.contentHash);
    expect(canonicalHash(reversed(template))).toBe(canonicalHash(template));
  });

  it('changes with every single value and with the order of every list', () => {
    const { status, ...content } = template;
    const others = [...variants(content)].map((one) => canonicalHash(one));
    expect(others.length).toBeGreaterThan(400);
    expect(new Set(others).size).toBe(others.length);
    expect(others).not.toContain(contentHash({ ...content, status }));
  });

  it('does not change when a version is published or retired', () => {
    expect(contentHash({ ...template, status: 'DRAFT' })).toBe(first.contentHash);
    expect(contentHash({ ...template, status: 'RETIRED' })).toBe(first.contentHash);
  });

  it('is 64 hexadecimal digits and differs between the templates that ship', () => {
    const hashes = readTemplateFiles(SHIPPED).templates.map((one) => one.contentHash);
    expect(new Set(hashes).size).toBe(7);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('canonicalHash', () => {
  it('is the SHA-256 of the canonical JSON of RFC 8785', () => {
    // sha256 of {"a":1,"b":[true,null]}
    expect(canonicalHash({ b: [true, null], a: 1 })).toBe(
      '1cc69c7fa23616ca2ec3ee70d24390a6225c8832db8a4c814c7e0e7f942f8668',
    );
  });

  it('holds for any JSON read back from its own text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const readBack: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalHash(reversed(readBack))).toBe(canonicalHash(value));
      }),
    );
  });

  it('refuses what is not JSON', () => {
    expect(() => canonicalHash(undefined)).toThrow('Only JSON content has a canonical hash.');
    expect(() => canonicalHash({ n: Number.NaN })).toThrow('NaN');
  });
});
