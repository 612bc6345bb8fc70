import type { UploadPurpose } from './upload-plan';

const MEGABYTE = 1024 * 1024;

/** What one purpose takes. Only evidence keeps its file; others are read and thrown away. */
export interface UploadRule {
  /** Noun that the file belongs to, as the trail names it. */
  subject: string;
  /** Bytes of one file. */
  maxBytes: number;
  /** Media types that may be announced; what the bytes really are is for whoever looks into them. */
  mediaTypes: readonly string[];
}

const TABLES = ['text/csv', 'text/plain'];
/** What browsers call a CSV file where a spreadsheet is installed, or where nothing is known of it. */
const TABLES_BY_OTHER_NAMES = ['application/vnd.ms-excel', 'application/octet-stream'];

/** What is taken for each purpose. */
export const UPLOAD_RULES: Readonly<Record<UploadPurpose, UploadRule>> = {
  EVIDENCE: {
    subject: 'Evidence',
    maxBytes: 50 * MEGABYTE,
    mediaTypes: [
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.spreadsheet',
      'application/vnd.oasis.opendocument.presentation',
      'image/png',
      'image/jpeg',
      ...TABLES,
    ],
  },
  DOSE_IMPORT: {
    subject: 'DoseImport',
    maxBytes: 200 * MEGABYTE,
    mediaTypes: ['application/dicom', 'application/zip', ...TABLES, ...TABLES_BY_OTHER_NAMES],
  },
};

/** Bytes that the files of one audit may have together: kept, or on their way. */
export const AUDIT_QUOTA_BYTES = 2048 * MEGABYTE;

/** How long an upload ticket is good for; it can be renewed. */
export const TICKET_HOURS = 24;

/** After so many days without a byte an upload is given up. */
export const ABANDONED_DAYS = 7;

/** How long a download ticket is good for. */
export const DOWNLOAD_SECONDS = 60;
