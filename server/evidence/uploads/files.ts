import type { Readable } from 'node:stream';
import { turns } from '../../kernel/turns';
import { redeemTicket, type ServedFile } from './download-file';
import { finishUpload } from './finish-upload';
import { handOnUpload, waitingUploads } from './hand-on-upload';
import { receiveBytes } from './receive-bytes';
import { sweepFiles } from './sweep-files';
import { uploadOfTicket, type OpenUpload } from './ticket-bearer';
import { tellOperator, type FileParts } from './file-parts';
import { openVerified, verifyFile } from './verified-file';

/** Files coming in and going out, as the HTTP routes and the upkeep use them. */
export interface Files {
  /** The upload of a ticket; null for a ticket that is good for nothing. */
  find(secret: string): Promise<OpenUpload | null>;
  /**
   * Takes bytes from where the upload stands, and ends it with the last one.
   * @returns the upload as it is then
   * @throws OffsetMoved, TooManyBytes, and whatever the stream fails with; what had arrived is kept
   */
  receive(secret: string, upload: OpenUpload, bytes: AsyncIterable<Buffer>): Promise<OpenUpload | null>;
  /**
   * Uses a download ticket up. The bytes are read through and hashed before any is given, and again as they go.
   * @returns null for a ticket that is good for nothing
   * @throws FileDamaged, FileMissing
   */
  fetch(secret: string): Promise<{ file: ServedFile; bytes: Readable } | null>;
  /** Goes on with what a crash or a failure left, and takes away what nobody needs. Called at start and now and then. */
  keepUp(): Promise<void>;
  /** Waits until this process hands no file on any more; for an orderly shutdown. */
  settled(): Promise<void>;
}

/** Files that one process hands on at the same time. */
const AT_ONCE = 2;

/** Puts the parts together. */
export function filesOf(parts: FileParts): Files {
  const inTurn = turns(AT_ONCE, Number.POSITIVE_INFINITY);
  const underWay = new Map<string, Promise<void>>();

  function handOn(uploadId: string): void {
    if (underWay.has(uploadId)) return;
    const work = inTurn(() => handOnUpload(parts, uploadId))
      .catch((error: unknown) => tellOperator('a file could not be handed on', error))
      .then(() => void underWay.delete(uploadId));
    underWay.set(uploadId, work);
  }

  async function finishWaiting(): Promise<void> {
    for (const { id, isWhole } of await waitingUploads(parts)) {
      if (!isWhole) await finishUpload(parts, id);
      handOn(id);
    }
  }

  return {
    find: (secret) => uploadOfTicket(parts, secret),
    async receive(secret, upload, bytes) {
      if (upload.state === 'UPLOADING') {
        await receiveBytes(parts, upload, bytes);
        await finishUpload(parts, upload.id);
      }
      const now = await uploadOfTicket(parts, secret);
      if (now?.state === 'RECEIVED') handOn(upload.id);
      return now;
    },
    async fetch(secret) {
      const file = await redeemTicket(parts, secret);
      if (!file) return null;
      await verifyFile(parts.store, file);
      return { file, bytes: await openVerified(parts.store, file) };
    },
    async keepUp() {
      // A store that cannot be reached holds nothing else up.
      for (const work of [finishWaiting, () => sweepFiles(parts)])
        await work().catch((error: unknown) => tellOperator('files could not be kept up', error));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
