import { createHash } from 'node:crypto';
import {
  EMPTY_ROOT,
  Frontier,
  inclusionProof,
  consistencyProof,
  leafHash,
  rootOf,
} from '../../../server/trail/merkle';
import { verifyConsistency, verifyInclusion } from '../../../server/trail/verify-proof';

// The test vectors of Google's certificate-transparency reference for RFC 6962.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));

const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hashes = LEAVES.map((leaf) => leafHash(leaf));

/** The definition of RFC 6962 §2.1, word for word: slow, and not the code that is tested. */
function definedRoot(of: readonly string[]): string {
  if (of.length === 0) return EMPTY_ROOT;
  const [only] = of;
  if (of.length === 1 && only) return only;
  let k = 1;
  while (k * 2 < of.length) k *= 2;
  const node = Buffer.concat([
    Buffer.from([1]),
    Buffer.from(definedRoot(of.slice(0, k)), 'hex'),
    Buffer.from(definedRoot(of.slice(k)), 'hex'),
  ]);
  return createHash('sha256').update(node).digest('hex');
}

describe('the tree of RFC 6962', () => {
  it('has the published roots', () => {
    expect(ROOTS.map((_root, size) => rootOf(hashes.slice(0, size)))).toEqual(ROOTS);
  });

  it('has the published paths', () => {
    expect(inclusionProof(hashes, 0)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(inclusionProof(hashes, 5)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyProof(hashes, 6)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('grows leaf by leaf to the roots of the definition', () => {
    const many = Array.from({ length: 130 }, (_, index) => leafHash(`leaf ${index}`));
    const frontier = new Frontier();
    many.forEach((hash, index) => {
      frontier.append(hash);
      expect(frontier.root()).toBe(definedRoot(many.slice(0, index + 1)));
      expect(frontier.subtrees).toHaveLength(
        [...(index + 1).toString(2)].filter((bit) => bit === '1').length,
      );
    });
    expect(frontier.size).toBe(130);
  });

  it('proves each leaf in each tree, and each tree to begin each larger one', () => {
    const many = Array.from({ length: 40 }, (_, index) => leafHash(`leaf ${index}`));
    for (let size = 1; size <= many.length; size += 1) {
      const tree = many.slice(0, size);
      const root = rootOf(tree);
      for (let index = 0; index < size; index += 1) {
        const claim = { leafHash: tree[index] ?? '', index, size, root, hashes: inclusionProof(tree, index) };
        expect([size, index, verifyInclusion(claim)]).toEqual([size, index, true]);
        const from = index + 1;
        const beginning = {
          fromSize: from,
          fromRoot: rootOf(tree.slice(0, from)),
          toSize: size,
          toRoot: root,
          hashes: consistencyProof(tree, from),
        };
        expect([size, from, verifyConsistency(beginning)]).toEqual([size, from, true]);
      }
    }
  });

  it('has no path to a leaf that is not there', () => {
    expect(() => inclusionProof(hashes, 8)).toThrow(RangeError);
    expect(() => inclusionProof(hashes, -1)).toThrow(RangeError);
    expect(() => consistencyProof(hashes, 0)).toThrow(RangeError);
    expect(() => consistencyProof(hashes, 9)).toThrow(RangeError);
  });
});
