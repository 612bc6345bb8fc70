/** What is used of yauzl 3.4, which brings no types along. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  interface Entry {
    fileName: string;
    compressedSize: number;
    uncompressedSize: number;
    compressionMethod: number;
    relativeOffsetOfLocalHeader: number;
    crc32: number;
    isEncrypted(): boolean;
  }
  interface LocalFileHeader {
    fileDataStart: number;
    fileName: Buffer;
  }
  interface ZipFile {
    entryCount: number;
    comment: string;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    readLocalFileHeaderPromise(entry: Entry): Promise<LocalFileHeader>;
  }
  function fromBufferPromise(
    buffer: Buffer,
    options: { lazyEntries: true; strictFileNames: boolean; validateEntrySizes: boolean },
  ): Promise<ZipFile>;
}
