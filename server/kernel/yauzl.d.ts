/** What is used of yauzl 3.4, which brings no types along. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  interface Entry {
    fileName: string;
    /** As it stands in the archive, whatever its encoding. */
    fileNameRaw: Buffer;
    compressedSize: number;
    uncompressedSize: number;
    compressionMethod: number;
    relativeOffsetOfLocalHeader: number;
    crc32: number;
    isEncrypted(): boolean;
    canDecodeFileData(): boolean;
  }
  interface LocalFileHeader {
    fileDataStart: number;
    fileName: Buffer;
  }
  interface ZipFile {
    entryCount: number;
    comment: string;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(
      entry: Entry,
      options?: { decodeFileData: false; start: number; end: number },
    ): Promise<Readable>;
    readLocalFileHeaderPromise(entry: Entry): Promise<LocalFileHeader>;
    close(): void;
  }
  function fromBufferPromise(
    buffer: Buffer,
    options: { lazyEntries: true; strictFileNames: boolean; validateEntrySizes: boolean },
  ): Promise<ZipFile>;
  function openPromise(
    path: string,
    options?: { autoClose?: boolean; decodeStrings?: boolean; validateEntrySizes?: boolean },
  ): Promise<ZipFile>;
}
