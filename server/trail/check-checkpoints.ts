import { parseCheckpoint, type CheckpointBody } from './checkpoint-note';
import { openNote, parseVerifierKey, type NoteVerifier } from './signed-note';

/** A checkpoint that the chain must agree with, and where it came from. */
export interface ClaimedCheckpoint extends CheckpointBody {
  /** `held` by somebody outside, or `kept` beside the chain. */
  from: 'held' | 'kept';
  name: string;
}

/** A checkpoint, or why it proves nothing. */
export type ReadCheckpoint = { claim: ClaimedCheckpoint } | { problem: string; chain: string | null };

/** Keys by their text; a text that is no key is left out, and its signatures are unknown then. */
export function verifiersOf(keys: readonly string[]): NoteVerifier[] {
  return keys.flatMap((key) => {
    try {
      return [parseVerifierKey(key)];
    } catch {
      return [];
    }
  });
}

/**
 * Reads a signed checkpoint and checks its signature.
 * @param name how to speak of it: a file, or its place in the database
 */
export function readCheckpoint(
  note: string,
  from: ClaimedCheckpoint['from'],
  name: string,
  verifiers: readonly NoteVerifier[],
): ReadCheckpoint {
  const opened = openNote(note, verifiers);
  const body = opened && parseCheckpoint(opened.text);
  if (!body) return { problem: `${name} is no checkpoint, or its signature is wrong`, chain: null };
  if (opened.signedBy.length === 0) {
    const keys = opened.signatures.map(({ keyId }) => keyId).join(', ');
    return { problem: `${name} is signed by a key that is not listed (${keys})`, chain: body.chain };
  }
  return { claim: { ...body, from, name } };
}
