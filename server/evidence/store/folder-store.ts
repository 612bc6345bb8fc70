import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { isUuid } from '../../kernel/ids';
import { exactly, FileMissing, type FileStore } from './file-store';

/**
 * Keeps files in a folder, spread over 256 folders in it. What is being written has a name of its own and gets the real
 * one, in one step, once its bytes are on the disk.
 */
export function folderStore(root: string): FileStore {
  const folderOf = (key: string): string => {
    if (!isUuid(key)) throw new Error('names in the store are UUIDs');
    return path.join(root, key.slice(0, 2));
  };
  const placeOf = (key: string): string => path.join(folderOf(key), key);

  return {
    async put(key, bytes, sizeBytes) {
      const folder = folderOf(key);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made) await syncFolder(path.dirname(made));
      const unfinished = `${placeOf(key)}.part`;
      try {
        const file = await open(unfinished, 'w', 0o600);
        try {
          await write(file, exactly(Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes, sizeBytes));
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, placeOf(key));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    async open(key) {
      try {
        const file = await open(placeOf(key));
        return file.createReadStream({ highWaterMark: READ_BYTES });
      } catch (error) {
        throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new FileMissing(key) : error;
      }
    },
    async delete(key) {
      await rm(placeOf(key), { force: true });
      // What a process that was killed had begun under the same name.
      await rm(`${placeOf(key)}.part`, { force: true });
    },
    exists: (key) =>
      access(placeOf(key), constants.R_OK).then(
        () => true,
        () => false,
      ),
  };
}

const READ_BYTES = 256 * 1024;

async function write(file: FileHandle, bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of bytes) await file.writeFile(chunk);
}

/** A new name is safe once its folder is; Windows keeps names without being asked. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
