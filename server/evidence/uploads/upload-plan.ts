import type { Readable } from 'node:stream';

/** What a file is sent for; each has its own limits and its own next step. */
export const UPLOAD_PURPOSES = ['EVIDENCE', 'DOSE_IMPORT'] as const;
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number];

/** A file as its sender announces it, before a byte of it travels. */
export interface FileAnnouncement {
  fileName: string;
  mediaType: string;
  /** Bytes. */
  sizeBytes: number;
  /** Hexadecimal, of the whole file. */
  sha256: string;
}

/** A file that arrived whole, its hash as announced; it is in quarantine until somebody has looked into it. */
export interface UploadedFile extends FileAnnouncement {
  uploadId: string;
  purpose: UploadPurpose;
  /** What it belongs to: the piece of evidence, the dose import, the case sample. */
  subjectId: string;
  auditId: string;
  accountId: string;
  /** Its bytes from the first on; may be called again. */
  open(): Promise<Readable>;
  /** A copy on the local disk, for readers that seek; it is gone when `work` is done. */
  withLocalFile<T>(work: (path: string) => Promise<T>): Promise<T>;
}

/** What happens with a file of a purpose once it is whole; called again after a crash until it has returned. */
export type WhenUploaded = (file: UploadedFile) => Promise<void>;
