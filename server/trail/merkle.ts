import { createHash } from 'node:crypto';

// The Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1 words the proofs). Hashes are hexadecimal texts, as the database has
// them. The two prefixes keep a leaf from passing for a node.
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** SHA-256 of nothing: the root of an empty tree. */
export const EMPTY_ROOT = createHash('sha256').digest('hex');

/** The hash of a leaf: SHA-256(0x00 ‖ leaf). */
export function leafHash(leaf: string | Buffer): string {
  return createHash('sha256').update(LEAF).update(leaf).digest('hex');
}

/** The hash of a node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: string, right: string): string {
  return createHash('sha256')
    .update(NODE)
    .update(Buffer.from(left, 'hex'))
    .update(Buffer.from(right, 'hex'))
    .digest('hex');
}

/**
 * A tree that only grows, kept as the roots of its full subtrees, largest first: as many as its size has ones in binary.
 */
export class Frontier {
  private readonly roots: string[] = [];
  private count = 0;

  /** How many leaves there are. */
  get size(): number {
    return this.count;
  }

  /** The roots of the full subtrees, largest first: what the database keeps of a chain. */
  get subtrees(): readonly string[] {
    return this.roots;
  }

  /** Adds a leaf by its hash. */
  append(hash: string): void {
    let root = hash;
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      root = nodeHash(this.roots.pop() ?? EMPTY_ROOT, root);
    }
    this.roots.push(root);
    this.count += 1;
  }

  /** The root of the tree as it is now. */
  root(): string {
    return this.roots.length === 0
      ? EMPTY_ROOT
      : this.roots.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** The root of the tree over these leaf hashes. */
export function rootOf(hashes: readonly string[]): string {
  const frontier = new Frontier();
  for (const hash of hashes) frontier.append(hash);
  return frontier.root();
}

/**
 * The path that proves a leaf to be in a tree (RFC 6962 §2.1.1).
 * @param hashes all leaf hashes of the tree
 * @throws RangeError when there is no such leaf
 */
export function inclusionProof(hashes: readonly string[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length) throw new RangeError('no such leaf');
  if (hashes.length === 1) return [];
  const split = largestPowerBelow(hashes.length);
  return index < split
    ? [...inclusionProof(hashes.slice(0, split), index), rootOf(hashes.slice(split))]
    : [...inclusionProof(hashes.slice(split), index - split), rootOf(hashes.slice(0, split))];
}

/**
 * The nodes that prove a tree to be the beginning of a larger one (RFC 6962 §2.1.2).
 * @param hashes all leaf hashes of the larger tree
 * @param size how many leaves the smaller tree has; at least one
 * @throws RangeError when there is no such tree
 */
export function consistencyProof(hashes: readonly string[], size: number): string[] {
  if (!Number.isInteger(size) || size < 1 || size > hashes.length) throw new RangeError('no such tree');
  return subproof(hashes, size, true);
}

function subproof(hashes: readonly string[], size: number, isWhole: boolean): string[] {
  if (size === hashes.length) return isWhole ? [] : [rootOf(hashes)];
  const split = largestPowerBelow(hashes.length);
  return size <= split
    ? [...subproof(hashes.slice(0, split), size, isWhole), rootOf(hashes.slice(split))]
    : [...subproof(hashes.slice(split), size - split, false), rootOf(hashes.slice(0, split))];
}

/** The largest power of two smaller than `size` (2 or more). */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
