import { nodeHash } from './merkle';

const HASH = /^[0-9a-f]{64}$/;

/** A proof that an entry is in a tree. */
export interface InclusionClaim {
  leafHash: string;
  index: number;
  size: number;
  root: string;
  hashes: readonly string[];
}

/** A proof that one tree is the beginning of another. */
export interface ConsistencyClaim {
  fromSize: number;
  fromRoot: string;
  toSize: number;
  toRoot: string;
  hashes: readonly string[];
}

/**
 * Checks a proof of inclusion (RFC 9162 §2.1.3.2), every part of it used to the last: a verifier that skips a part of a
 * proof takes forged ones.
 * @returns whether the leaf is proven; false for whatever is malformed
 */
export function verifyInclusion({ leafHash, index, size, root, hashes }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leafHash, root, ...hashes].every((hash) => HASH.test(hash))) return false;
  let fn = index;
  let sn = size - 1;
  let computed = leafHash;
  for (const hash of hashes) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      computed = nodeHash(hash, computed);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      computed = nodeHash(computed, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && computed === root;
}

/**
 * Checks a proof of consistency (RFC 9162 §2.1.4.2). An empty tree is the beginning of every other, which proves nothing:
 * it is refused.
 * @returns whether the first tree is proven to be the beginning of the second; false for whatever is malformed
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { fromSize, fromRoot, toSize, toRoot, hashes } = claim;
  if (!isCount(fromSize) || !isCount(toSize) || fromSize === 0 || fromSize > toSize) return false;
  if (![fromRoot, toRoot, ...hashes].every((hash) => HASH.test(hash))) return false;
  if (fromSize === toSize) return hashes.length === 0 && fromRoot === toRoot;
  // A smaller tree that is one full subtree is its own first node, and not sent.
  const path = isPowerOfTwo(fromSize) ? [fromRoot, ...hashes] : [...hashes];
  let fn = fromSize - 1;
  let sn = toSize - 1;
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  const first = path.shift();
  if (first === undefined || hashes.length === 0) return false;
  let before = first;
  let after = first;
  for (const hash of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      after = nodeHash(after, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && before === fromRoot && after === toRoot;
}

// Sizes may pass 2³¹, where the operators on bits end.
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

function isPowerOfTwo(value: number): boolean {
  let power = 1;
  while (power < value) power *= 2;
  return power === value;
}
