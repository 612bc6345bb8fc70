import { checkEntry, erasedHash } from './check-entry';
import { readCheckpoint, verifiersOf, type ClaimedCheckpoint } from './check-checkpoints';
import { Frontier } from './merkle';
import type { ChainRecord, CheckpointRecord, EntryRecord, HeaderRecord, TrailRecord } from './records';

/** What was found of one chain. */
export interface ChainVerdict {
  chain: string;
  size: number;
  root: string;
  erased: number;
  /** Checkpoints that agree with it. */
  kept: number;
  held: number;
  /** From the first entry on; empty when all is right. */
  problems: string[];
}

/** What was found of the whole trail. */
export interface TrailVerdict {
  isSound: boolean;
  hasContent: boolean;
  entries: number;
  chains: ChainVerdict[];
  /** What belongs to no chain. */
  problems: string[];
}

/** What somebody outside has kept, to hold the trail against. */
export interface Held {
  /** Signed checkpoints with the names of their files. */
  checkpoints: readonly { name: string; note: string }[];
  /** Verifier keys; without any, those that the trail itself lists are taken. */
  keys?: readonly string[];
}

/** Acts that may erase payloads. */
const ERASING_ACTS = new Set(['personErase', 'retentionApply']);

/** Problems told of one chain; a chain that is wrong from some entry on is wrong in all that follow. */
const TOLD_AT_MOST = 20;

/**
 * Verifies a trail: each entry against its text, the texts against the tree, the tree against every checkpoint, erased
 * payloads against the acts that erased them. Needs no database, reads each record once and keeps none.
 * @param records as `TrailRecord` orders them
 */
export async function verifyTrail(
  records: AsyncIterable<TrailRecord> | Iterable<TrailRecord>,
  held: Held = { checkpoints: [] },
): Promise<TrailVerdict> {
  const verification = new Verification(held);
  for await (const record of records) verification.take(record);
  return verification.end();
}

interface OpenChain {
  record: ChainRecord;
  frontier: Frontier;
  next: number;
  claims: ClaimedCheckpoint[];
  /** Size of the largest checkpoint that agrees so far. */
  soundTo: number;
  verdict: ChainVerdict;
}

class Verification {
  private header: HeaderRecord | null = null;
  private readonly keptNotes: CheckpointRecord[] = [];
  private claims: ClaimedCheckpoint[] | null = null;
  private readonly chains = new Map<string, ChainVerdict>();
  private readonly problems: string[] = [];
  private open: OpenChain | null = null;
  private entries = 0;
  private readonly erased = new Map<string, { entryId: string; position: number }[]>();
  private readonly erasures = new Map<string, { chain: string; index: number; act: string; hash: string }>();

  constructor(private readonly held: Held) {}

  take(record: TrailRecord): void {
    switch (record.kind) {
      case 'header':
        this.header ??= record;
        return;
      case 'checkpoint':
        this.keptNotes.push(record);
        return;
      case 'stray':
        this.problems.push(`${record.what} ${record.id} belongs to no chain`);
        return;
      case 'chain':
        this.closeChain();
        this.openChain(record);
        return;
      case 'entry':
        this.takeEntry(record);
    }
  }

  end(): TrailVerdict {
    this.closeChain();
    if (!this.header) this.problems.push('there is no trail to read');
    for (const claim of this.readClaims()) {
      if (this.chains.has(claim.chain)) continue;
      this.openChain({ kind: 'chain', chain: claim.chain, size: 0, frontier: [] });
      this.closeChain();
    }
    this.checkErasures();
    const chains = [...this.chains.values()];
    const isSound = this.problems.length === 0 && chains.every(({ problems }) => problems.length === 0);
    return {
      isSound,
      hasContent: this.header?.hasContent ?? false,
      entries: this.entries,
      chains,
      problems: this.problems,
    };
  }

  /** Reads all checkpoints once: held ones by the keys that their holder trusts, others by those listed. */
  private readClaims(): ClaimedCheckpoint[] {
    if (this.claims) return this.claims;
    const listed = verifiersOf(this.header?.keys ?? []);
    const trusted = this.held.keys ? verifiersOf(this.held.keys) : listed;
    const claims: ClaimedCheckpoint[] = [];
    const read = [
      ...this.held.checkpoints.map(({ name, note }) => readCheckpoint(note, 'held', name, trusted)),
      ...this.keptNotes.map((kept) => {
        const name = `the checkpoint of ${kept.chain} at size ${kept.size}`;
        const result = readCheckpoint(kept.note, 'kept', name, listed);
        if (!('claim' in result)) return result;
        const { chain, size, root } = result.claim;
        const isSame = chain === kept.chain && size === kept.size && root === kept.root;
        return isSame && noteNames(kept)
          ? result
          : { problem: `${name} is kept as something else than what was signed`, chain: kept.chain };
      }),
    ];
    for (const result of read) {
      if ('claim' in result) claims.push(result.claim);
      else this.problems.push(result.problem);
    }
    this.claims = claims;
    return claims;
  }

  private openChain(record: ChainRecord): void {
    const verdict = { chain: record.chain, size: 0, root: '', erased: 0, kept: 0, held: 0, problems: [] };
    if (this.chains.has(record.chain)) this.problems.push(`there are two chains ${record.chain}`);
    this.chains.set(record.chain, verdict);
    const claims = this.readClaims().filter(({ chain }) => chain === record.chain);
    this.open = { record, frontier: new Frontier(), next: 0, claims, soundTo: 0, verdict };
    this.meetCheckpoints(this.open);
  }

  private takeEntry(record: EntryRecord): void {
    const { open } = this;
    if (!open || open.record.chain !== record.chain) {
      this.problems.push(`entry ${record.index} of ${record.chain} belongs to no chain`);
      return;
    }
    this.entries += 1;
    if (record.index !== open.next) {
      const gone = record.index - open.next;
      tell(
        open.verdict,
        open.next,
        gone > 0 ? `${gone} entries are missing here` : `entry ${record.index} comes again`,
      );
    }
    const { leaf, problems } = checkEntry(record, this.header?.hasContent ?? false);
    for (const problem of problems) tell(open.verdict, record.index, problem);
    open.next = record.index + 1;
    open.frontier.append(record.leafHash);
    for (const { entryId, position, erasedById } of record.payloads) {
      if (erasedById === null) continue;
      open.verdict.erased += 1;
      const list = this.erased.get(erasedById);
      if (list) list.push({ entryId, position });
      else this.erased.set(erasedById, [{ entryId, position }]);
    }
    if (leaf?.erased)
      this.erasures.set(leaf.entry, {
        chain: record.chain,
        index: record.index,
        act: leaf.act,
        hash: leaf.erased,
      });
    this.meetCheckpoints(open);
  }

  /** Holds the tree, at the size that it has reached, against the checkpoints of that size. */
  private meetCheckpoints(open: OpenChain): void {
    const met = open.claims.filter(({ size }) => size === open.frontier.size);
    if (met.length === 0) return;
    const root = open.frontier.root();
    for (const claim of met) {
      if (claim.root !== root) {
        tell(
          open.verdict,
          open.soundTo,
          `from here on to ${claim.size} the entries are not those of ${nameOf(claim)}`,
        );
        continue;
      }
      open.verdict[claim.from] += 1;
      open.soundTo = claim.size;
    }
  }

  private closeChain(): void {
    const { open } = this;
    if (!open) return;
    this.open = null;
    const { verdict, frontier, record } = open;
    verdict.size = frontier.size;
    verdict.root = frontier.root();
    if (record.size !== frontier.size)
      tell(verdict, frontier.size, `the chain says it has ${record.size} entries`);
    else if (record.frontier.join() !== frontier.subtrees.join())
      tell(verdict, open.soundTo, 'from here on the entries are not those that the chain was made of');
    for (const claim of open.claims.filter(({ size }) => size > frontier.size))
      tell(verdict, frontier.size, `from here on entries are missing: ${nameOf(claim)} has ${claim.size}`);
  }

  private checkErasures(): void {
    for (const [entryId, payloads] of this.erased) {
      const erasure = this.erasures.get(entryId);
      const chain = erasure && this.chains.get(erasure.chain);
      if (!erasure || !chain || !ERASING_ACTS.has(erasure.act)) {
        this.problems.push(
          `${payloads.length} payloads are said to be erased by ${entryId}, which is no such act`,
        );
      } else if (erasedHash(payloads) !== erasure.hash) {
        tell(chain, erasure.index, 'the erased payloads are not those that it erased');
      }
      this.erasures.delete(entryId);
    }
    for (const { chain, index } of this.erasures.values()) {
      const verdict = this.chains.get(chain);
      if (verdict) tell(verdict, index, 'what it erased is not erased any more, or gone');
    }
  }
}

/** The key that a kept checkpoint names is the one that signed it. */
function noteNames({ keyId, note }: CheckpointRecord): boolean {
  const encoded = /\n— \S+ (\S+)\n$/.exec(note)?.[1] ?? '';
  return Buffer.from(encoded, 'base64').subarray(0, 4).toString('hex') === keyId;
}

function nameOf({ from, name, size }: ClaimedCheckpoint): string {
  return from === 'held' ? `the held checkpoint ${name} (size ${size})` : name;
}

function tell(verdict: ChainVerdict, index: number, problem: string): void {
  if (verdict.problems.length < TOLD_AT_MOST) verdict.problems.push(`entry ${index}: ${problem}`);
}
