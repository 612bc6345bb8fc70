/** Longest protocol name that is kept, in characters. */
export const PROTOCOL_LENGTH = 120;

/** A protocol name as it is shown: one line, no more than is needed; empty for none. */
export function protocolName(text: string | null): string {
  const line = (text ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, PROTOCOL_LENGTH).join('').trim();
}

/**
 * What a protocol name is known by, whatever its case, accents, spaces and signs: `TAP  injecté` and `tap-injecte` are
 * one.
 */
export function protocolKey(name: string): string {
  return wordsOf(name).join(' ');
}

/** The words of a name, small and without accents. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '');
}
