import fc from 'fast-check';
import { inPieces } from '../../../server/evidence/uploads/pieces';

async function* from(chunks: readonly Buffer[], failure?: Error): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
  if (failure) throw failure;
}

it('cuts whatever comes into pieces of one size, in order, and keeps what came before a failure', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      async (arrays, size, fails) => {
        const chunks = arrays.map((array) => Buffer.from(array));
        const failure = new Error('the connection broke');
        const pieces: Buffer[] = [];
        const read = async (): Promise<void> => {
          for await (const piece of inPieces(from(chunks, fails ? failure : undefined), size))
            pieces.push(piece);
        };
        if (fails) await expect(read()).rejects.toBe(failure);
        else await read();
        expect(Buffer.concat(pieces).equals(Buffer.concat(chunks))).toBe(true);
        expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true);
        expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true);
      },
    ),
  );
});
