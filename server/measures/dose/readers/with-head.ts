import { Readable } from 'node:stream';
import { HEAD_BYTES } from './detect-dose-source';

/** The first bytes of a source, and the whole of it from the first on; who does not want it destroys it. */
export async function withHead(source: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: Readable }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* whole(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const rest = Readable.from(whole(), { objectMode: false });
  // A generator that was never begun would not hear that it is over.
  rest.once('close', () => void iterator.return?.());
  return { head: head.subarray(0, HEAD_BYTES), rest };
}
