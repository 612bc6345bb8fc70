/**
 * Cuts a stream into pieces of one size, the last one shorter. Should the stream fail, what had arrived comes as a last
 * piece before the failure does. No more than one piece is in memory.
 * @param pieceBytes size of a piece
 */
export async function* inPieces(source: AsyncIterable<Buffer>, pieceBytes: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  const take = (): Buffer => {
    const piece = Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
    return piece;
  };
  let failure: { error: unknown } | null = null;
  try {
    for await (const chunk of source) {
      for (let from = 0; from < chunk.length;) {
        const part = chunk.subarray(from, from + pieceBytes - length);
        waiting.push(part);
        length += part.length;
        from += part.length;
        if (length === pieceBytes) yield take();
      }
    }
  } catch (error) {
    failure = { error };
  }
  if (length > 0) yield take();
  if (failure) throw failure.error;
}
