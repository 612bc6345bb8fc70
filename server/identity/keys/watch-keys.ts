import { readFile } from 'node:fs/promises';
import { keysFromPems, type KeyRing } from './key-ring';

/** Well under the minute within which a key that was taken out must be refused everywhere. */
const EVERY_MS = 15_000;

/**
 * Follows a file of keys: what is written there counts within a quarter of a minute, without a restart.
 * @param say told in one line when the file cannot be used; the keys that were known stay
 * @returns ends the watch
 */
export function watchKeys(file: string, ring: KeyRing, say: (line: string) => void): () => void {
  let known: string | null = null;
  const reread = async (): Promise<void> => {
    const text = await readFile(file, 'utf8');
    // The same keys made anew would be others, and every token would have to be verified again.
    if (text !== known) takeKeys(text, ring);
    known = text;
  };
  const timer = setInterval(() => {
    reread().catch((error: unknown) => say(`the keys in ${file} cannot be used: ${String(error)}`));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Puts the keys of a text of PEM blocks into the ring. @throws Error when it holds no such keys */
export function takeKeys(text: string, ring: KeyRing): void {
  const { current, others } = keysFromPems(text);
  ring.replace(current, others);
}
