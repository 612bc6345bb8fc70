import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

// Signed notes as C2SP and Go's checksum database write them (https://c2sp.org/signed-note): a text, an empty line, and
// one line for each signature. Tools that others wrote can read and check them.

const ED25519 = 1;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;
/** DER of an Ed25519 public key up to the key itself (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Who signs: a name and the private key. */
export interface NoteSigner {
  name: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** Whose signature one takes: a name, the key's short id, and the key. */
export interface NoteVerifier {
  name: string;
  keyId: string;
  publicKey: KeyObject;
}

/** The 32 bytes of an Ed25519 public key. */
function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length);
}

/** The short id of a key: the first four bytes, hexadecimal, of SHA-256(name ‖ newline ‖ 0x01 ‖ key). */
export function noteKeyId(name: string, publicKey: KeyObject): string {
  const hash = createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([ED25519]));
  return hash.update(rawKey(publicKey)).digest('hex').slice(0, 8);
}

/** The verifier key as text, `name+id+key`: what one hands to those who check. */
export function verifierKeyText(name: string, publicKey: KeyObject): string {
  const key = Buffer.concat([Buffer.from([ED25519]), rawKey(publicKey)]).toString('base64');
  return `${name}+${noteKeyId(name, publicKey)}+${key}`;
}

/** Reads a verifier key. @throws Error when the text is none, or its id is not that of its key */
export function parseVerifierKey(text: string): NoteVerifier {
  const [, name, keyId, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (!name || !keyId || bytes.length !== 33 || bytes[0] !== ED25519) throw new Error('not a verifier key');
  const der = Buffer.concat([SPKI_PREFIX, bytes.subarray(1)]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  if (noteKeyId(name, publicKey) !== keyId)
    throw new Error('the id of a verifier key is not that of its key');
  return { name, keyId, publicKey };
}

/** Signs a text that ends with a newline; gives the whole note. @throws Error when the text ends otherwise */
export function signNote(text: string, { name, privateKey, publicKey }: NoteSigner): string {
  if (!text.endsWith('\n')) throw new Error('the text of a note ends with a newline');
  const signature = sign(null, Buffer.from(text), privateKey);
  const bytes = Buffer.concat([Buffer.from(noteKeyId(name, publicKey), 'hex'), signature]);
  return `${text}\n— ${name} ${bytes.toString('base64')}\n`;
}

/** What a note says, and who is proven to have signed it. */
export interface OpenedNote {
  text: string;
  signedBy: readonly NoteVerifier[];
  /** Name and key id of each signature line, known or not. */
  signatures: readonly { name: string; keyId: string }[];
}

/**
 * Reads a note and checks its signatures against the keys that one takes. A signature of a known key that does not fit
 * makes the whole note bad; those of unknown keys prove nothing and harm nothing.
 * @returns null when the note is malformed or a signature of a known key is wrong
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures: { name: string; keyId: string }[] = [];
  const signedBy: NoteVerifier[] = [];
  for (const line of lines) {
    const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    // Of one signature there is one way to write it: the last letter of base64 has bits that say nothing.
    if (!name || bytes.length < 5 || bytes.toString('base64') !== encoded) return null;
    const keyId = bytes.subarray(0, 4).toString('hex');
    signatures.push({ name, keyId });
    const known = verifiers.find((verifier) => verifier.name === name && verifier.keyId === keyId);
    if (!known) continue;
    if (!verify(null, Buffer.from(text), known.publicKey, bytes.subarray(4))) return null;
    signedBy.push(known);
  }
  return { text, signedBy, signatures };
}
