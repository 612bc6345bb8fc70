import { signNote, type NoteSigner } from './signed-note';

/** Every origin begins with this; the name of the chain follows. */
const ORIGIN_PREFIX = 'vis-a-vis/trail/';

/** What a checkpoint says: how many entries a chain had, and the root over them. */
export interface CheckpointBody {
  /** The id of the campaign, or `platform`. */
  chain: string;
  size: number;
  /** Hexadecimal. */
  root: string;
}

/** The text of a checkpoint (https://c2sp.org/tlog-checkpoint): origin, size, root in base64. */
export function checkpointText({ chain, size, root }: CheckpointBody): string {
  return `${ORIGIN_PREFIX}${chain}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`;
}

/** Signs a checkpoint; gives the note that others are meant to hold. */
export function signCheckpoint(body: CheckpointBody, signer: NoteSigner): string {
  return signNote(checkpointText(body), signer);
}

/** Reads the text of a checkpoint strictly. @returns null when it is none of ours */
export function parseCheckpoint(text: string): CheckpointBody | null {
  const [, chain, size, root] =
    /^vis-a-vis\/trail\/([0-9a-z-]{1,64})\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  if (!chain || !size || !root) return null;
  const body = { chain, size: Number(size), root: Buffer.from(root, 'base64').toString('hex') };
  // Base64 has spare bits at its end: only one spelling is taken.
  return checkpointText(body) === text ? body : null;
}
