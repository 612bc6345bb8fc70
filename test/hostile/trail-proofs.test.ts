import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
} from '../../server/trail/merkle';
import {
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from '../../server/trail/verify-proof';

// A verifier that skips part of a proof takes forged ones (as one of another project once did). Each forgery differs from a
// genuine proof in one thing.
const hashes = Array.from({ length: 21 }, (_, index) => leafHash(`entry ${index}`));
const other = leafHash('another entry');
const at = (list: readonly string[], index: number): string => list[index] ?? '';
const flipped = (hash: string): string => (hash.startsWith('a') ? 'b' : 'a') + hash.slice(1);

const inclusion = (index: number, size: number): InclusionClaim => ({
  leafHash: at(hashes, index),
  index,
  size,
  root: rootOf(hashes.slice(0, size)),
  hashes: inclusionProof(hashes.slice(0, size), index),
});

const consistency = (fromSize: number, toSize: number): ConsistencyClaim => ({
  fromSize,
  fromRoot: rootOf(hashes.slice(0, fromSize)),
  toSize,
  toRoot: rootOf(hashes.slice(0, toSize)),
  hashes: consistencyProof(hashes.slice(0, toSize), fromSize),
});

type Forge<C> = (claim: C) => Partial<C>;

const INCLUSION_FORGERIES: Record<string, Forge<InclusionClaim>> = {
  'another leaf': () => ({ leafHash: other }),
  'a node for a leaf': ({ leafHash: leaf, hashes: path }) => ({ leafHash: nodeHash(leaf, at(path, 0)) }),
  'a node for a leaf, and a path that fits': ({ leafHash: leaf, hashes: path, index, size }) => ({
    leafHash: nodeHash(leaf, at(path, 0)),
    hashes: path.slice(1),
    index: Math.floor(index / 2),
    size,
  }),
  'the root for a leaf': ({ root }) => ({ leafHash: root, hashes: [] }),
  'the next place': ({ index }) => ({ index: index + 1 }),
  'the place before': ({ index }) => ({ index: index - 1 }),
  'a place beyond the tree': ({ size }) => ({ index: size }),
  'a negative place': () => ({ index: -1 }),
  'half a place': ({ index }) => ({ index: index + 0.5 }),
  'no place': () => ({ index: Number.NaN }),
  'a tree of half the size': ({ size }) => ({ size: Math.ceil(size / 2) }),
  'a tree twice as large': ({ size }) => ({ size: size * 2 }),
  'an empty tree': () => ({ size: 0, root: EMPTY_ROOT, hashes: [] }),
  'a size beyond counting': () => ({ size: Number.MAX_SAFE_INTEGER + 1 }),
  'another root': () => ({ root: other }),
  'the empty root': () => ({ root: EMPTY_ROOT }),
  'no path': () => ({ hashes: [] }),
  'a path without its first': ({ hashes: path }) => ({ hashes: path.slice(1) }),
  'a path without its last': ({ hashes: path }) => ({ hashes: path.slice(0, -1) }),
  'a longer path': ({ hashes: path }) => ({ hashes: [...path, other] }),
  'a path with its last again': ({ hashes: path }) => ({ hashes: [...path, at(path, path.length - 1)] }),
  'a path in reverse': ({ hashes: path }) => ({ hashes: [...path].reverse() }),
  'two nodes that changed places': ({ hashes: [a = '', b = '', ...path] }) => ({ hashes: [b, a, ...path] }),
  'a changed node': ({ hashes: [a = '', ...path] }) => ({ hashes: [flipped(a), ...path] }),
  'a changed last node': ({ hashes: path }) => ({
    hashes: [...path.slice(0, -1), flipped(at(path, path.length - 1))],
  }),
  'a node in capitals': ({ hashes: [a = '', ...path] }) => ({ hashes: [a.toUpperCase(), ...path] }),
  'a node cut short': ({ hashes: [a = '', ...path] }) => ({ hashes: [a.slice(0, 62), ...path] }),
  'a node that is none': ({ hashes: path }) => ({ hashes: ['', ...path.slice(1)] }),
};

const CONSISTENCY_FORGERIES: Record<string, Forge<ConsistencyClaim>> = {
  'another first root': () => ({ fromRoot: other }),
  'another second root': () => ({ toRoot: other }),
  'the roots in exchange': ({ fromRoot, toRoot }) => ({ fromRoot: toRoot, toRoot: fromRoot }),
  'the second root twice': ({ toRoot }) => ({ fromRoot: toRoot }),
  'an empty first tree': () => ({ fromSize: 0, fromRoot: EMPTY_ROOT }),
  'an empty first tree without a path': () => ({ fromSize: 0, fromRoot: EMPTY_ROOT, hashes: [] }),
  'the sizes in exchange': ({ fromSize, toSize }) => ({ fromSize: toSize, toSize: fromSize }),
  'a larger first tree': ({ fromSize }) => ({ fromSize: fromSize + 1 }),
  'a smaller first tree': ({ fromSize }) => ({ fromSize: fromSize - 1 }),
  'a second tree of half the size': ({ fromSize }) => ({ toSize: fromSize + 1 }),
  'a second tree twice as large': ({ toSize }) => ({ toSize: toSize * 2 }),
  'equal sizes': ({ toSize }) => ({ fromSize: toSize }),
  'equal sizes without a path': ({ toSize }) => ({ fromSize: toSize, hashes: [] }),
  'half a size': ({ fromSize }) => ({ fromSize: fromSize + 0.5 }),
  'a negative size': ({ fromSize }) => ({ fromSize: -fromSize }),
  'no path': () => ({ hashes: [] }),
  'a path of the first root alone': ({ fromRoot }) => ({ hashes: [fromRoot] }),
  'a path of the second root alone': ({ toRoot }) => ({ hashes: [toRoot] }),
  'a path without its first': ({ hashes: path }) => ({ hashes: path.slice(1) }),
  'a path without its last': ({ hashes: path }) => ({ hashes: path.slice(0, -1) }),
  'a longer path': ({ hashes: path }) => ({ hashes: [...path, other] }),
  'a path with its first again': ({ hashes: [a = '', ...path] }) => ({ hashes: [a, a, ...path] }),
  'a path in reverse': ({ hashes: path }) => ({ hashes: [...path].reverse() }),
  'a changed node': ({ hashes: [a = '', ...path] }) => ({ hashes: [flipped(a), ...path] }),
  'a changed last node': ({ hashes: path }) => ({
    hashes: [...path.slice(0, -1), flipped(at(path, path.length - 1))],
  }),
  'a node that is none': ({ hashes: path }) => ({ hashes: [...path.slice(0, -1), 'zz'] }),
};

const PLACES = [
  [6, 13],
  [0, 21],
  [11, 16],
  [4, 7],
] as const;

describe('a proof that an entry is in the trail', () => {
  it.each(PLACES)('is taken when it is genuine: %i in %i', (index, size) => {
    expect(verifyInclusion(inclusion(index, size))).toBe(true);
  });

  it.each(Object.entries(INCLUSION_FORGERIES))('is refused with %s', (_what, forge) => {
    for (const [index, size] of PLACES) {
      const genuine = inclusion(index, size);
      expect([index, size, verifyInclusion({ ...genuine, ...forge(genuine) })]).toEqual([index, size, false]);
    }
  });
});

describe('a proof that the trail only grew', () => {
  it.each([...PLACES.map(([from, to]): [number, number] => [from + 2, to]), [8, 21], [16, 21]])(
    'is taken when it is genuine: %i to %i',
    (from, to) => {
      expect(verifyConsistency(consistency(from, to))).toBe(true);
    },
  );

  it.each(Object.entries(CONSISTENCY_FORGERIES))('is refused with %s', (_what, forge) => {
    for (const [from, to] of [
      [6, 13],
      [3, 21],
      [11, 16],
      [5, 7],
    ] as const) {
      const genuine = consistency(from, to);
      expect([from, to, verifyConsistency({ ...genuine, ...forge(genuine) })]).toEqual([from, to, false]);
    }
  });

  it.each([
    ['a first tree that is one full subtree, and another root', { fromRoot: other }],
    [
      'a first tree that is one full subtree, its root sent along',
      { hashes: [consistency(8, 21).fromRoot, ...consistency(8, 21).hashes] },
    ],
  ])('is refused with %s', (_what, forged) => {
    expect(verifyConsistency({ ...consistency(8, 21), ...forged })).toBe(false);
  });

  it('is refused for a history that was rewritten', () => {
    const rewritten = [...hashes.slice(0, 3), other, ...hashes.slice(4)];
    for (let size = 4; size < 21; size += 1) {
      const claim = { ...consistency(size, 21), toRoot: rootOf(rewritten) };
      expect(verifyConsistency({ ...claim, hashes: consistencyProof(rewritten, size) })).toBe(false);
      expect(verifyConsistency(claim)).toBe(false);
    }
  });
});
