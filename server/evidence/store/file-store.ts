import type { Readable } from 'node:stream';

/**
 * Where bytes are kept, under names that say nothing: UUIDs, each used for one content. It knows of no file, no owner and
 * no hash; that is the business of who keeps something in it.
 */
export interface FileStore {
  /**
   * Keeps bytes; they are safe (survive a power cut) once it resolves, and until then nobody finds them under the name.
   * @param sizeBytes how many there are
   * @throws Error when there are more or fewer, or when the source fails. Some services keep what came till then: a name
   *   whose `put` failed is put again or deleted, never read
   */
  put(key: string, bytes: Buffer | Readable, sizeBytes: number): Promise<void>;
  /** The bytes from the first on. @throws FileMissing */
  open(key: string): Promise<Readable>;
  /** Takes the bytes away; nothing happens when there are none. */
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}

/** Nothing is kept under the name. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`nothing is stored as ${key}`);
  }
}

/** Bytes did not come as many as were said. */
export class SizeMismatch extends Error {}

/**
 * Passes bytes on and counts them.
 * @throws SizeMismatch as soon as there are too many, and at the end when there were too few
 */
export async function* exactly(bytes: Readable, sizeBytes: number): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    count += chunk.length;
    if (count > sizeBytes) throw new SizeMismatch(`more than ${sizeBytes} bytes`);
    yield chunk;
  }
  if (count < sizeBytes) throw new SizeMismatch(`${count} bytes in the place of ${sizeBytes}`);
}
