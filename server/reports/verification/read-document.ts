import canonicalize from 'canonicalize';
import { sha256Of } from '../document/freeze';

/** One thing that was looked at, for people: what was found, or what to do about it. */
export interface Check {
  isRight: boolean;
  says: string;
}

/** A check that came out well. */
export const right = (says: string): Check => ({ isRight: true, says: onOneLine(says) });
/** A check that did not. */
export const wrong = (says: string): Check => ({ isRight: false, says: onOneLine(says) });

/** What a forged file holds must not write lines of its own on a terminal, nor turn letters around. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** A document that was read from a file, with the hash of its canonical form. */
export interface ReadDocument {
  value: Readonly<Record<string, unknown>>;
  sha256: string;
}

/** Reads UTF-8 and nothing else: a byte that is none, or a mark in front, is a change like any other. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file, without the end of line that a shell may have added. @returns null when it is not UTF-8 */
export function textOf(file: Uint8Array): string | null {
  try {
    return UTF_8.decode(file);
  } catch {
    return null;
  }
}

/** A PDF or HTML page is what people read; what is signed and hashed is the JSON. */
const TAKE_JSON = 'take the JSON (not the PDF or HTML page made from it), whole';

/**
 * Reads a document and checks that it is written in its one canonical form (RFC 8785), of which its hash is taken.
 * @param text of its file; one end of line may follow
 */
export function readDocument(text: string | null): { document: ReadDocument | null; check: Check } {
  if (text === null) return { document: null, check: wrong(`the file is not UTF-8: ${TAKE_JSON}`) };
  const content = text.endsWith('\n') ? text.slice(0, -1) : text;
  const value = parsed(content);
  if (value === null) return { document: null, check: wrong(`the file is no JSON object: ${TAKE_JSON}`) };
  if (canonicalize(value) !== content) {
    const advice = 'save the content exactly as the platform gives it, without any formatting';
    return {
      document: null,
      check: wrong(`the file is not in its canonical form (RFC 8785): ${advice}`),
    };
  }
  return {
    document: { value, sha256: sha256Of(content) },
    check: right('canonical form (RFC 8785)'),
  };
}

function parsed(text: string): ReadDocument['value'] | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as ReadDocument['value'])
      : null;
  } catch {
    return null;
  }
}

const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * Compares the hash of a document with the one that was kept of it.
 * @param held undefined when nobody gave one: then nothing proves that the file was not changed
 * @param option of the command, by which it is given
 */
export function hashCheck(noun: string, sha256: string, held: string | undefined, option: string): Check {
  if (held === undefined)
    return wrong(
      `nothing to hold the ${noun} against: give ${option} with the hash that was kept, printed with it or shown by the platform; this file has ${sha256}`,
    );
  const kept = held.trim().toLowerCase();
  if (!SHA_256.test(kept))
    return wrong(
      `what ${option} gives is no SHA-256, which has 64 digits from 0 to 9 and a to f: copy it again, whole`,
    );
  return kept === sha256
    ? right(`the ${noun} has the hash that was kept (${sha256})`)
    : wrong(`the ${noun} was changed, or is another version: it has ${sha256}, not ${kept}; take it again`);
}
