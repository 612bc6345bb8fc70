import canonicalize from 'canonicalize';
import { openNote, signNote, type NoteSigner, type NoteVerifier } from '../../trail';
import type { Localised } from '../document/report-document';

/**
 * What an attestation says: that peers audited a service, on what and when, and that they reported. No grade, no count of
 * findings, and no hash of the report either: a bare one would confirm guesses of what the report says, a salted one would
 * invite whoever reads the attestation to ask for the salt and the report with it. Days are YYYY-MM-DD in Paris.
 */
export interface AttestationContent {
  schema: { name: 'vis-a-vis/attestation'; version: 1 };
  /** Under this name the platform signs. */
  platform: string;
  auditedService: { name: string; finessEt: string | null; siret: string | null };
  template: { code: string; version: number; title: Localised };
  visitOn: string;
  /** Of its first version. */
  reportIssuedOn: string;
  attestedOn: string;
}

/** So that no note of another kind, signed with the same key, can be taken for an attestation, nor this for another. */
const FIRST_LINE = 'vis-a-vis/attestation/v1';

/** The signed note: a line that says what it is, and the content as canonical JSON on one line. */
export function attestationNote(content: AttestationContent, signer: NoteSigner): string {
  return signNote(`${FIRST_LINE}\n${String(canonicalize(content))}\n`, signer);
}

/** What an attestation says, once its signature was checked. */
export interface OpenedAttestation {
  content: AttestationContent;
  /** Names and ids of the keys that are proven to have signed it. */
  signedBy: readonly Pick<NoteVerifier, 'name' | 'keyId'>[];
}

/**
 * Reads an attestation and checks its signature, without asking anybody. It bears one signature, that of the platform which
 * it names: a line that somebody added to it is a change like any other.
 * @param verifiers the keys that one takes
 * @returns null when it is none, was changed, or none of the keys signed it
 */
export function openAttestation(note: string, verifiers: readonly NoteVerifier[]): OpenedAttestation | null {
  const opened = openNote(note, verifiers);
  const [first, json, ...rest] = opened?.text.split('\n') ?? [];
  if (!opened || first !== FIRST_LINE || json === undefined) return null;
  if (opened.signatures.length !== 1 || rest.length !== 1 || rest[0] !== '') return null;
  const content = JSON.parse(json) as AttestationContent;
  const signedBy = opened.signedBy.filter(({ name }) => name === content.platform);
  return signedBy.length === 1 ? { content, signedBy } : null;
}
