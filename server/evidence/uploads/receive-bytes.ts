import { randomUUID } from 'node:crypto';
import { asPlatform } from '../../database/as-platform';
import { inPieces } from './pieces';
import type { OpenUpload } from './ticket-bearer';
import type { FileParts } from './file-parts';

/** Bytes that are kept together: what a server that dies can lose, and what one upload holds in memory. */
export const PIECE_BYTES = 1024 * 1024;

/** Somebody else sent these bytes, or the upload is over: whoever sends asks anew where to go on. */
export class OffsetMoved extends Error {}

/** More bytes came than were announced. */
export class TooManyBytes extends Error {}

/**
 * Takes the bytes of a file from where it stands, piece by piece. A piece counts once its bytes are safe in the store and
 * its row is committed, and only if it begins where the file then ends: two senders at once cannot mix what they send.
 * Whatever ends the stream, what had arrived is kept. The piece that makes the file whole counts when the stream has ended,
 * since there may be more.
 * @throws OffsetMoved, TooManyBytes, and whatever the stream fails with
 */
export async function receiveBytes(
  parts: FileParts,
  upload: OpenUpload,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  let at = upload.receivedBytes;
  let last: Buffer | null = null;
  try {
    for await (const piece of inPieces(bytes, PIECE_BYTES)) {
      if (last || at + piece.length > upload.sizeBytes) throw new TooManyBytes();
      if (at + piece.length === upload.sizeBytes) last = piece;
      else {
        await keepPiece(parts, upload.id, at, piece);
        at += piece.length;
      }
    }
  } catch (error) {
    if (last && !(error instanceof TooManyBytes)) await keepPiece(parts, upload.id, at, last);
    throw error;
  }
  if (last) await keepPiece(parts, upload.id, at, last);
}

async function keepPiece(
  { dataSource, store }: FileParts,
  uploadId: string,
  startByte: number,
  piece: Buffer,
): Promise<void> {
  const id = randomUUID();
  // Its row comes first: nothing is in the store that nobody knows of.
  await asPlatform(dataSource, (manager) =>
    manager.query('insert into upload_part (id, upload_id) values ($1, $2)', [id, uploadId]),
  );
  await store.put(id, piece, piece.length);
  const isNext = await asPlatform(dataSource, async (manager) => {
    const moved = await manager.query<unknown[]>(
      `with moved as (
         update upload set received_bytes = received_bytes + $3, updated_at = now()
         where id = $1 and state = 'UPLOADING' and received_bytes = $2 returning 1)
       select 1 from moved`,
      [uploadId, startByte, piece.length],
    );
    if (moved.length > 0) {
      await manager.query('update upload_part set start_byte = $2, size_bytes = $3 where id = $1', [
        id,
        startByte,
        piece.length,
      ]);
    }
    return moved.length > 0;
  });
  if (isNext) return;
  await store.delete(id);
  await asPlatform(dataSource, (manager) => manager.query('delete from upload_part where id = $1', [id]));
  throw new OffsetMoved();
}
