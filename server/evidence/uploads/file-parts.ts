import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock';
import type { FileStore } from '../store/file-store';
import type { UploadPurpose, WhenUploaded } from './upload-plan';

/** What files on their way are worked with; the same for every request. */
export interface FileParts {
  dataSource: DataSource;
  store: FileStore;
  clock: Clock;
  /** What happens with a whole file, by what it is for; files of a purpose without it stay where they are. */
  whenUploaded: Partial<Record<UploadPurpose, WhenUploaded>>;
}

/** Tells the operator of a failure that nobody waits for. */
export function tellOperator(what: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.emitWarning(what, { type: 'FileFailure', detail });
}
