/** Why there is no verdict. */
export type ScanFailureCode = 'TIMED_OUT' | 'OUT_OF_MEMORY' | 'DIED';

/** The process that scans gave no verdict; the file stays where it is. */
export class ScanFailure extends Error {
  override readonly name = 'ScanFailure';

  constructor(
    readonly code: ScanFailureCode,
    /** For the log; may quote what a library says, never what a file holds. */
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
